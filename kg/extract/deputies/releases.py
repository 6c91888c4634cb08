"""Deputies who are recalled, or whose resignation is accepted: by whom and when; another body may have decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.recognise.dates import find_dates
from kg.recognise.places import split_chain

_SLOT = r"(?P<names>[^，。；：的]{1,120}?)(?:同志)?"
_RECALL = re.compile(rf"罢免(?:了)?{_SLOT}的?(?P<of>[^，。；：的]{{0,30}}?)代表职务")
_ACCEPT = re.compile(
    rf"(?:接受|同意|批准)(?:了)?{_SLOT}(?P<reason>(?:因|由于)[^，。；]{{1,30}}?)?(?:提出的?)?(?:关于|请求|申请)*"
    r"辞去(?:其|所担任的|担任的)?(?P<of>[^，。；：的]{0,30}?)代表(?:职务|资格|的职务)"
)
_ACCEPT_HIS = re.compile(
    r"(?:接受|同意)(?:了)?(?P<names>其|他|她|他们|上述[^，。；]{0,10}?)的?(?:辞职|辞去(?P<of>[^，。；的]{0,30}?)代表职务|辞呈|请求)"
)
_BY = re.compile(
    r"(?:^|[，。；])(?:由|经|已|原|被)*(?P<by>[一-龥]{2,40}?(?:第[一二三四五六七八九十百\d]+届)?(?:人民代表大会|人大)(?:常务委员会|常委会)?|[^，。；]{0,20}?选区)"
)


@dataclass(frozen=True, slots=True)
class Release:
    """An act that ends a seat; `date` is given where the text prints it, or where the act is the item's own."""

    event: str
    match: re.Match[str]
    decided_by: str | None
    date: str | None
    own: bool
    reason: str | None


def releases(ctx: Context, text: str) -> Iterator[Release]:
    """The recalls and accepted resignations of a sentence."""
    for event, pattern in (("dismiss", _RECALL), ("accept_resignation", _ACCEPT), ("accept_resignation", _ACCEPT_HIS)):
        for match in pattern.finditer(text):
            yield _release(ctx, event, match, text[: match.start()])


def _release(ctx: Context, event: str, match: re.Match[str], before: str) -> Release:
    days = [mention.iso for mention in find_dates(before, ctx.year)]
    body = _BY.search(before)
    own = body is None or is_own(ctx, body["by"])
    by = None if own or body is None else body["by"]
    date = days[-1] if days else ctx.date if own else None
    return Release(event, match, by, date, own, match.groupdict().get("reason"))


def is_own(ctx: Context, body: str) -> bool:
    """Whether a body that decides is of the place of the body whose paper this is."""
    chain, rest = split_chain(re.sub(r"第?[一二三四五六七八九十百\d]+届", "", body), ctx.lexicon)
    if body.startswith("全国") or ctx.title.startswith("全国"):
        return body[:2] == ctx.title[:2]
    paper = ctx.meeting.body if ctx.meeting else ctx.title
    own = split_chain(paper, ctx.lexicon)[0] or ctx.place
    if not chain or not own:
        return "选区" not in rest
    return chain[-1] == own[-1]
