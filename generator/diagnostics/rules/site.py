"""Faults of the site that is made from the records."""

from generator.diagnostics.rule import Rule

PAGE_COLLISION = Rule(
    code="page-collision",
    summary="Two pages with one address",
    why="One of the two would silently replace the other.",
    help="rename the page in content/, or the record",
    wrong="(a page content/people/index.md beside the generated list of people)",
    right="(the same page as content/about-people.md)",
)
BAD_TEMPLATE = Rule(
    code="bad-template",
    summary="A template that cannot be used",
    why="The pages made from it would be wrong or empty.",
    help="compare with the last version that worked: 'git diff HEAD -- theme/'",
    wrong="{{ person.nmae }}",
    right="{{ person.name }}",
)

RULES = (PAGE_COLLISION, BAD_TEMPLATE)
