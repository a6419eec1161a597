"""One example of each kind of record, for the record reference. All people are invented."""

from collections.abc import Mapping

from generator.records.kinds import Kind

EXAMPLES: Mapping[Kind, str] = {
    Kind.PROGRAM: """\
name: A Research Mentorship Program
short_name: Mentorship
sponsor:
  name: Example Research Round Table
tagline: A year of research with a mentor at your side.
purpose: >-
  The program pairs people who are new to research with people who have done it before.
time_zone: America/Chicago
contacts:
  - name: Chair of the committee
    email: committee@example.org
benefits:
  - Mentees finish what they began.
who_may_apply:
  mentees: Anyone who works in a library and has a research question.
  mentors: Anyone who has published in the field.
repository: private
""",
    Kind.VOCABULARY: """\
topics:
  - id: reading
    label: Reading for pleasure
    also: [Leisure reading]
    definition: Why and how people read when nobody makes them.
  - id: shared-reading
    label: Shared reading
    broader: [reading]
methods:
  - id: interviews
    label: Interviews
needs:
  - id: research-design
    label: Research design
""",
    Kind.PARTICIPANT: """\
name:
  given: Ada
  family: Okafor
affiliation:
  name: Example University
  department: University Library
position: Librarian
orcid: 0000-0002-1825-0097
links:
  - label: Website
    url: https://okafor.example.org/
bio: >-
  Ada studies how people read aloud to each other, and why they stop.
consent:
  given: 2025-07-01
  scopes: [name, affiliation, biography, links, pairing, sessions, outputs]
""",
    Kind.COHORT: """\
title: Cohort of 2025
call_opens: 2025-05-01
call_closes: 2025-06-15
pairs_announced: 2025-07-15
start: 2025-08-01
end: 2026-07-31
completion:
  check_ins: 3
  presentation: true
  evaluations: 1
""",
    Kind.APPLICATION: """\
role: mentor
email: ada@example.org
topics: [reading]
methods: [interviews]
needs: [research-design]
statement: I can help with the design of small interview studies.
capacity:
  minimum: 1
  maximum: 2
time_zone: America/Chicago
preferences: [ben-larsen]
""",
    Kind.PAIRINGS: """\
pairings:
  - id: reading-aloud
    mentors: [ada-okafor]
    mentees: [ben-larsen]
    status: active
    project:
      title: Reading aloud in small libraries
      summary: Who reads to whom, and what both make of it.
      topics: [reading]
      methods: [interviews]
    check_ins: [2025-check-in]
""",
    Kind.OUTPUT: """\
type: journal-article
title: "Reading aloud in small libraries: An interview study"
status: published
date: 2026-03
contributors:
  - participant: ben-larsen
  - participant: ada-okafor
  - name:
      given: Wen
      family: Example
container:
  title: Journal of Invented Results
  volume: 12
  issue: 3
  pages: 45-61
doi: 10.5555/lrrt.2025
topics: [reading]
pairings: [2025/reading-aloud]
""",
    Kind.EVENT: """\
kind: symposium
title: Symposium of the 2025 cohort
cohort: "2025"
date: 2026-06-26
start: "13:00"
end: "16:00"
time_zone: America/Chicago
link: https://meet.example.org/symposium
sessions:
  - id: opening
    kind: welcome
    title: Opening
    start: "13:00"
    end: "13:15"
  - id: reading-aloud
    kind: talk
    title: Reading aloud in small libraries
    start: "13:15"
    end: "13:45"
    pairing: 2025/reading-aloud
    speakers:
      - participant: ben-larsen
""",
    Kind.CERTIFICATES: """\
certificates:
  - id: 7kq2m-9fx3v-ht8wn-d4p6r
    participant: ben-larsen
    pairing: 2025/reading-aloud
    issued: 2026-08-03
letters:
  - participant: ada-okafor
    issued: 2026-08-03
""",
    Kind.NEWS: """\
date: 2026-03-16
kind: output
output: 2026-reading-aloud
""",
}
"""The text of a record of each kind, as it would stand in its file."""
