"""The masthead: title, year, number of the issue."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model.facts import Evidence
from kg.model.gazette import Masthead
from kg.model.source import Source
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.telling import published_on
from kg.segment.lines import Line

_TITLE = re.compile(r"^[一-龥]{2,45}公报$")
_YEAR = re.compile(r"((?:19|20)\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2})年?")
_ISSUE = re.compile(rf"第({NUMERAL})[号期]")
_TOTAL = re.compile(rf"总第?({NUMERAL})[号期]")
_PUBLISHED = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
_PAGE_HEAD = 600
_PUBLISHER = re.compile(r"^(?P<who>[一-龥]{4,40})(?:编|主办|编印)$")


def masthead(source: Source, lines: Sequence[Line], place: tuple[str, ...]) -> Masthead:
    """What the lines above the contents say of the issue; what is not printed is None."""
    titles = [line for line in lines if _TITLE.match(line.text)]
    text = " ".join(line.text for line in lines)
    evidence = None
    if titles:
        start, end = titles[0].tight.span
        evidence = Evidence(source.stem, (titles[0].number,), start, end, titles[0].text, "masthead")
    publishers = [match["who"] for line in lines if (match := _PUBLISHER.match(line.text))]
    return Masthead(
        titles[0].text if titles else None,
        publishers[0] if publishers else None,
        _number(_YEAR, text),
        _number(_ISSUE, re.sub(r"（.*?）|总第.{1,6}[号期]", "", text)),
        _number(_TOTAL, text),
        place,
        evidence,
    )


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    match = pattern.search(text)
    return number(match.group(1)) if match else None


def year_of(source: Source) -> int | None:
    """The year of a page that prints the day on which it was published, where that is its only such day."""
    years = {match[1] for match in _PUBLISHED.finditer(source.text[:_PAGE_HEAD] + source.text[-_PAGE_HEAD:])}
    if len(years) == 1:
        return int(years.pop())
    published = published_on(source.text)
    return int(published[:4]) if published else None
