"""The templates of the pages, and what they all need."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg import __version__
from kg.publish.pages.links import LANGUAGES, Links
from kg.publish.pages.words import words


def render(template: str, links: Links, **given: object) -> str:
    """A page as text, in the language of its links."""
    other = next(one for one in LANGUAGES if one != links.language)
    return _environment().get_template(template).render(
        links=links, say=words(links.language), other=other, version=__version__, **given
    )  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("kg.publish", "pages"), autoescape=True, undefined=StrictUndefined,
        keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
