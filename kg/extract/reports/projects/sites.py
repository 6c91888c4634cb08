"""Sites that a sentence tells to be renewed, cleared or sold: addresses and numbered blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.reports.projects.words import Words

_DIGITS = r"\d[\d&、—–\-~～至]*"
_SITE = re.compile(
    rf"(?P<road>[一-龥]{{2,12}}?(?:路|街|大道|巷|里|道|村|胡同))(?:{_DIGITS}(?:号|弄|幢|栋)、?)+(?:（[单双]号）)?(?!线|公路|文|令|院|地块|院|[条款楼])"
    r"|(?<!\d)(?:\d+[A-Z]?[、和])*\d+(?:&\d+)?(?:街坊|号地块)(?:（[一-龥]{1,8}）)?"
    r"|(?P<named>[一-龥]{2,10}\d+号地块)"
)
_FRONT = re.compile(r"街道|[省市区县镇](?=[一-龥]{2})|[在的和与及为对将把至由从如拟]|其中|项目|计划|租赁|涉及|位于")


def sites(text: str, words: Words) -> Iterator[tuple[str, str, int]]:
    """The sites of a sentence that tells what becomes of them, each with where it stands."""
    if not words.site_words.search(text):
        return
    for match in _SITE.finditer(text):
        yield from ((name, match.group().strip("、"), match.start()) for name in _names(match, words))


def _names(match: re.Match[str], words: Words) -> Iterator[str]:
    found = match.group().strip("、")
    if not match["road"] and not match["named"]:
        unit = "街坊" if "街坊" in found else "号地块"
        numbers = re.split("[、和]", found)
        yield from (part if unit in part else part + unit for part in numbers)
        return
    road = match["road"] or found
    ends = [cut.end() for cut in [*words.token.finditer(road), *_FRONT.finditer(road)] if cut.end() < len(road) - 1]
    yield found[max(ends, default=0) :]


def site_alone(name: str, words: Words) -> str:
    """A name that is a site and what is done there, as the site alone."""
    match = _SITE.match(name)
    if not match or not words.site_rests.match(name[match.end() :]):
        return name
    return next(_names(match, words)) if match["road"] else match.group()
