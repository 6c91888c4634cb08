"""The counts of votes, and the elections whose result they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.facts import Vote
from kg.model.source import Passage
from kg.recognise.names import name_list
from kg.recognise.numbers import NUMERAL, number

_VOTE = re.compile(
    rf"(?P<names>[一-龥·]{{2,24}}?)?(?:同志)?(?:获|得|获得|以)?(?:的)?(?:赞成|同意)票?(?:为)?(?P<for>{NUMERAL})票?[，、；]?(?:获|得)?(?:反对|不同意|不赞成)票?(?:为)?(?P<against>{NUMERAL})票?"
    rf"(?:[，、；]?(?:获|得)?弃权票?(?:为)?(?P<abstain>{NUMERAL})票?)?"
)
_BACKWARDS = re.compile(
    rf"(?P<for>{NUMERAL})票(?:赞成|同意)[，、；]?(?P<against>{NUMERAL})票(?:反对|不同意)(?:[，、；]?(?P<abstain>{NUMERAL})票弃权)?"
)
_MEMBERS = re.compile(rf"(?:组成人员|应到(?:会)?|应出席|全体)[^，。；\d]{{0,12}}?(?:共)?(?P<n>{NUMERAL})[名人]")
_PRESENT = re.compile(rf"(?:实际到会|实到(?:会)?|出席(?:会议)?|到会)[^，。；\d]{{0,12}}?(?P<n>{NUMERAL})[名人]")
_FAILED = re.compile(r"未获通过|未通过|未能当选|不足(?:全体)?(?:组成人员|代表)?(?:的)?半数|未(?:超)?过(?:全体)?.{0,8}半数|没有通过|落选")
_PASSED = re.compile(r"通过|当选|有效|过半数|超过.{0,12}半数|获得?批准")
_CANDIDATE = re.compile(r"(?:选举|补选|关于(?:任命|补选|接受)?)(?P<names>[一-龥·]{2,12}?)(?:同志)?(?:为|辞)")


def votes(ctx: Context) -> Iterator[Vote]:
    """The votes that an item counts."""
    members, present = _first(ctx, _MEMBERS), _first(ctx, _PRESENT)
    for paragraph in ctx.paragraphs:
        for pattern in (_VOTE, _BACKWARDS):
            for match in pattern.finditer(paragraph.text):
                yield _vote(ctx, paragraph, match, members, present)


def _first(ctx: Context, pattern: re.Pattern[str]) -> int | None:
    for paragraph in ctx.paragraphs:
        match = pattern.search(paragraph.text)
        if match:
            return number(match["n"])
    return None


def _vote(ctx: Context, paragraph: Passage, match: re.Match[str], members: int | None, present: int | None) -> Vote:
    part = match.groupdict()
    start = match.start()
    return Vote(
        ctx.meeting,
        ctx.title or None,
        _person(ctx, paragraph, match),
        _value(part["for"]),
        _value(part["against"]),
        _value(part.get("abstain")),
        members,
        present,
        _passed(paragraph.text[match.end() : match.end() + 80], paragraph.text[max(0, start - 60) : start]),
        ctx.evidence(paragraph[start : match.end()], "votes.count"),
    )


def _person(ctx: Context, paragraph: Passage, match: re.Match[str]) -> str | None:
    """Whose vote it is: the name in front of the count, or the candidate of the sentence."""
    text = match.groupdict().get("names")
    if text:
        slot = paragraph[match.start("names") : match.end("names")]
        names = name_list(slot, ctx.lexicon)
        if names and len(names) == 1:
            return names[0].text
    before = paragraph.text[: match.start()].rsplit("。", 1)[-1]
    candidates = list(_CANDIDATE.finditer(before)) or list(_CANDIDATE.finditer(ctx.title))
    for found in reversed(candidates):
        names = name_list(Passage(found["names"], range(len(found["names"]))), ctx.lexicon)
        if names and len(names) == 1:
            return names[0].text
    return None


def _value(numeral: str | None) -> int | None:
    return number(numeral) if numeral else None


def _passed(after: str, before: str) -> bool | None:
    if _FAILED.search(after) or _FAILED.search(before):
        return False
    return True if _PASSED.search(after) or _PASSED.search(before) else None
