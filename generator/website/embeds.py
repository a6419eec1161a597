"""What machines read in the heads of pages about outputs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.bibliography.formats import FORMATS
from generator.bibliography.json_ld import json_ld, json_ld_list, json_ld_script
from generator.bibliography.licenses import license_address
from generator.bibliography.meta_tags import MetaTag, cite_as, meta_tags
from generator.views.exports import export_address, output_scope
from generator.views.outputs import OutputView

Absolute = Callable[[str], str]
"""Turns an address within the site into a whole web address."""


@dataclass(frozen=True, slots=True)
class Embeds:
    """What stands in the head of an output's page.

    ``license`` is the license's address; ``descriptions`` are the addresses within the site at
    which others find the output described, each with its media type (FAIR Signposting Profile).
    """

    cite_as: str
    license: str
    descriptions: tuple[tuple[str, str], ...]
    tags: tuple[MetaTag, ...]
    json_ld: Markup


def output_embeds(output: OutputView, absolute: Absolute) -> Embeds:
    """Return what machines read on an output's page."""
    address = absolute(output.address)
    scope = output_scope(output.id)
    return Embeds(
        cite_as=cite_as(output.item, address),
        license=license_address(output.license) if output.license else "",
        descriptions=tuple((form.media_type, export_address(scope, form)) for form in FORMATS),
        tags=meta_tags(output.item, address),
        json_ld=_script(json_ld_script(json_ld(output.item, address))),
    )


def list_embeds(title: str, outputs: Sequence[OutputView], absolute: Absolute) -> Markup:
    """Return what machines read on the page that lists outputs."""
    works = [(output.title, absolute(output.address)) for output in outputs]
    return _script(json_ld_script(json_ld_list(title, absolute("outputs/"), works)))


def _script(element: str) -> Markup:
    return Markup(element)  # noqa: S704  # json_ld_script escapes what could end the element
