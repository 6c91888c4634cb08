"""Numbers of votes: every order of 赞成, 反对, 弃权 and 未按表决器, in figures or characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.recognise.numbers import NUMERAL, number

# Longer words first: 不同意 holds 同意.
KINDS = {
    "不赞成": "against", "不同意": "against", "反对": "against", "赞成": "for", "同意": "for", "弃权": "abstain",
    "未按表决器": "unpressed", "未按表决键": "unpressed", "未按键": "unpressed",
    "未表决": "unpressed", "未参加表决": "unpressed", "未投票": "unpressed",
}  # fmt: skip
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?P<kind>{_KIND})(?:的)?(?:票|者|票数)?(?:的)?(?:分别)?(?:为|是|有|共|：)?(?P<n>{NUMERAL})(?:张|票|人|名)?"
    rf"|(?P<n2>{NUMERAL})(?:张|票|人|名)(?:表示|投(?:了)?)?(?P<kind2>{_KIND})(?:票)?"
    rf"|(?:得票|以|获得?|得)(?P<n3>{NUMERAL})票(?=[，。、；]|当选|的?[高全]票)"
    rf"|(?:没有|无人?)(?P<none>{_KIND})(?:票)?(?:[、和或及](?P<none2>{_KIND})(?:票)?)?"
)
# Heads are counted at a vote by hand or by device, but also in a survey.
_VOTING = re.compile(r"表决|投票|举手|票数|选举|按键")
_GAP = re.compile(r"^(?:[，、；：,;/（）()\s]|和|及|以及|获|得|其中|有|另有|另外|人|投|票){0,5}$")


@dataclass(slots=True)
class Counts:
    """One vote's numbers and where they stand in the text."""

    start: int
    end: int
    numbers: dict[str, int] = field(default_factory=dict)


def find_counts(text: str) -> list[Counts]:
    """The counts of a text, each put together from numbers that stand side by side.

    A number alone makes no count unless it is one of 赞成票; 反对 or 弃权 alone is an aside.
    """
    found: list[Counts] = []
    for kind, value, start, end in _numbers(text):
        last = found[-1] if found else None
        if last is None or kind in last.numbers or not _GAP.match(text[last.end : start]):
            found.append(last := Counts(start, start))
        last.numbers[kind] = value
        last.end = end
    return [counts for counts in found if _sound(counts, text)]


def _numbers(text: str) -> Iterator[tuple[str, int, int, int]]:
    for match in _COUNT.finditer(text):
        if match["none"]:
            yield KINDS[match["none"]], 0, match.start(), match.end()
            if match["none2"]:
                yield KINDS[match["none2"]], 0, match.end(), match.end()
            continue
        value = number(match["n"] or match["n2"] or match["n3"])
        if value is not None:
            yield KINDS[match["kind"] or match["kind2"] or "赞成"], value, match.start(), match.end()


def _sound(counts: Counts, text: str) -> bool:
    if "for" not in counts.numbers:
        return False
    if "票" in text[counts.start : counts.end]:
        return True
    return len(counts.numbers) > 1 and bool(_VOTING.search(text))
