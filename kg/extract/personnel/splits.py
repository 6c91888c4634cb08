"""How what follows the verb of a clause falls into names and posts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slots:
    """Where the names and the posts of a clause stand; no names means the people named last."""

    names: tuple[int, int] | None
    posts: tuple[int, int]
    reason: str | None = None


# The text, where its slots begin, and the names of the own place.
Split = Callable[[str, int, tuple[str, ...]], Iterator[Slots]]

_LINKS = re.compile(r"(?:所兼?任|兼任|担任)的|的|同志(?!的)")
_BODY = re.compile(
    r"(?:[省市区县州旗](?=[一-龥]{2})|[一-龥]{2,9}?(?:省|市|区|县|州|旗|镇|乡|街道)|人民(?:政府|法院|检察院|代表大会)|自治)"
)
# No name ends so; 市 or 县 before 人民法院 is the beginning of the body.
_NO_NAME = re.compile(r"[为任的、省市县]$")
_REASON = re.compile(r"(?:因|由于)[^，；。]{1,24}?$")
_ASKS = re.compile(r"(?:提出的?|申请|请求|关于|而|要求|，)+$")
_COUNTED = re.compile(
    r"(?:^|[，：。])(?:选举|候选人)?(?P<names>[^，：。]{2,60}?)(?:同志)?(?:共|所|以)?(?:获得?|得)(?:到|的|了)?"
    r"[^，。；]{0,8}票(?:(?:\d|超过|过半|全部|赞成|同意|半数)[^，。；：]{0,40})(?:，[^，。；：]{0,24}票[^，。；：]{0,12}){0,4}"
    r"，(?:依法)?当选为?"
)


def by_link(link: str) -> Split:
    """Names, a link such as 为, posts; every link of the clause is tried, for names hold the word too: 何为."""
    pattern = re.compile(link)

    def split(text: str, start: int, homes: tuple[str, ...]) -> Iterator[Slots]:
        for match in pattern.finditer(text, start + 1):
            yield Slots((start, match.start()), (match.end(), len(text)))

    return split


def by_possessive(text: str, start: int, homes: tuple[str, ...]) -> Iterator[Slots]:
    """Names, 的 or 同志 or nothing, posts."""
    for match in _LINKS.finditer(text, start):
        yield Slots((start, match.start()), (match.end(), len(text)))
    for match in re.finditer(r"现任", text[start + 2 :]):
        yield Slots((start, start + 2 + match.start()), (start + 2 + match.end(), len(text)))
    # 其 needs no link.
    if text.startswith("其", start):
        yield Slots((start, start + 1), (start + 1, len(text)))
    cut = _unlinked(text, start, homes)
    if cut is not None:
        yield Slots((start, cut), (cut, len(text)))


def _unlinked(text: str, start: int, homes: tuple[str, ...]) -> int | None:
    """Where a body begins right behind the last name, where one cut alone leaves a name and a body.

    The own place is known, so a body that begins with it is certain, and nobody is named where it stands at once;
    欧阳 is half a name, not a whole one.
    """
    last = start
    for match in re.compile(r"[^、，。；]{2,4}、").finditer(text, start):
        if match.start() != last:
            break
        last = match.end()
    if homes and text.startswith(homes, last):
        return None
    cuts = [last + size for size in (4, 3, 2) if last + size < len(text) and not _NO_NAME.search(text[: last + size])]
    sure = [cut for cut in cuts if text.startswith(homes, cut)] if homes else []
    found = sure or [cut for cut in cuts if _BODY.match(text, cut)]
    return found[0] if len(found) == 1 else None


def by_resigning(text: str, start: int, homes: tuple[str, ...]) -> Iterator[Slots]:
    """Names, perhaps a reason, 辞去, posts."""
    match = re.compile(r"辞去(?:其|所|担任的|兼任的|了)*").search(text, start)
    if match is None:
        return
    before = text[start : match.start()]
    reason = _REASON.search(_ASKS.sub("", before))
    end = start + (
        reason.start() if reason else len(re.sub(r"(?:同志)?(?:提出的?|的|申请|请求|关于|要求)+$", "", before))
    )
    yield Slots((start, end), (match.end(), len(text)), reason.group() if reason else None)


def by_tally(text: str, start: int, homes: tuple[str, ...]) -> Iterator[Slots]:
    """Names, the votes that they got, 当选为, posts: 甲、乙获得的赞成票超过半数，当选为某县副县长."""
    match = _COUNTED.search(text, start)
    if match:
        yield Slots(match.span("names"), (match.end(), len(text)))


def ended_by(words: str) -> Split:
    """Names, 的, posts, and at the end a word that says that they end."""
    tail = re.compile(
        rf"(?:的?(?:职务|资格))?(?:也)?(?:相应|自然|自行|随之|同时|一并|即|依法|予以|均)*(?:{words})(?:，.*)?$"
    )

    def split(text: str, start: int, homes: tuple[str, ...]) -> Iterator[Slots]:
        end = tail.search(text)
        if end is None:
            return
        for match in re.finditer(r"的|所任|担任的|同志(?!的)", text[start : end.start()]):
            yield Slots((start, start + match.start()), (start + match.end(), end.start()))
        if text.startswith("其", start):
            yield Slots((start, start + 1), (start + 1, end.start()))

    return split


def without_names(text: str, start: int, homes: tuple[str, ...]) -> Iterator[Slots]:
    """Posts alone, of the people named last."""
    yield Slots(None, (start, len(text)))
