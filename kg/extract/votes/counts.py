"""Votes that are counted: whose or what's, how many, and with which result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.personnel.nonacts import no_act_item
from kg.extract.votes.ballots import ballots
from kg.extract.votes.candidates import LEAD, in_front, of_act, of_motion, of_result
from kg.extract.votes.tallies import Counts, find_counts
from kg.model.facts import Vote
from kg.model.source import Passage
from kg.recognise.numbers import NUMERAL, number

_MEMBERS = re.compile(
    rf"(?:组成人员|应到(?:会)?|应出席|全体|总数)[^，。；\d]{{0,12}}?(?:共|为|有)?(?P<n>{NUMERAL})[名人位]"
)
_PRESENT = re.compile(rf"(?:实际?到会?|实际出席|出席(?:会议)?|到会)[^，。；\d]{{0,12}}?(?P<n>{NUMERAL})[名人位]")
_FAILED = re.compile(
    r"未获|未通过|未能|未被|未当选|没有当选|不足.{0,14}半数|未(?:超|达).{0,12}半数|没有(?:获得)?通过|落选|否决|不予"
)
_PASSED = re.compile(r"通过|当选|有效|过半数|超过.{0,12}半数|获得?批准|任命|免去")
_WINNERS = re.compile(r"(?:^|[。，；：])(?P<names>[^。；：]{2,200}?)(?:等[^，。；]{1,6})?(?:同志)?当选")
_SUBJECT = re.compile(
    r"(?:表决(?:通过)?(?:了)?|审议|通过了?|对)?"
    r"(?P<subject>(?:关于|补选|选举|任命|免去|决定|接受|批准|罢免|《)[^。；]{2,80}?"
    r"|(?<=对)[^，。；：]{2,16}的(?:任命|任职|免职|辞职))(?:[：，。]|的议案|进行|$)"
)
# What the title of a paper says that counts votes officially, also where no meeting is named.
_FRAME = re.compile(r"选举|补选|表决|决定|决议|会议|公告|任免|任命|免去|撤销|罢免|投票|计票|得票")
_COUNTED = re.compile(r"票|赞成|同意")
_NUMBER_OF = re.compile(rf"{NUMERAL}[名人位]$")


def votes(ctx: Context) -> Iterator[Vote]:
    """The votes that an item counts, in sentences and in tables; a count that nobody official takes is an issue."""
    yield from ballots(ctx, _first(ctx, _MEMBERS), _first(ctx, _PRESENT))
    above: Passage | None = None
    for paragraph in ctx.paragraphs:
        found = find_counts(paragraph.text) if _COUNTED.search(paragraph.text) else []
        if found and _framed(ctx):
            yield from (vote for vote in _in_paragraph(ctx, paragraph, found, above) if _tells(vote))
        elif found:
            ctx.issue("unread_trigger", paragraph, "votes are counted, but of which meeting or decision was not read")
        above = None if found or paragraph.text.endswith("。") else paragraph


def _framed(ctx: Context) -> bool:
    """Whether a meeting, a decision or an election is told of; in a story votes are counted too."""
    return no_act_item(ctx) not in ("retold", "rule", "sample") and (
        ctx.meeting is not None or bool(_FRAME.search(ctx.title))
    )


def _in_paragraph(ctx: Context, paragraph: Passage, found: list[Counts], above: Passage | None) -> Iterator[Vote]:
    """The votes of a paragraph; what stands in front of the first may be on the line above: a motion."""
    text = paragraph.text
    start = 0
    for number_, counts in enumerate(found):
        end = found[number_ + 1].start if number_ + 1 < len(found) else len(text)
        before, after = text[start : counts.start], text[counts.end : end]
        if not number_ and not before.strip("（(：:") and above is not None:
            before = above.text
        said = _Said(before, re.split(r"[。；]", after)[0], text[: counts.start] or before, len(found) == 1)
        yield _vote(ctx, paragraph, counts, said)
        # An act or a result behind a count belongs to that count alone.
        start = counts.end + (len(said.behind) if _of_behind(ctx, said.behind) else 0)


def _tells(vote: Vote) -> bool:
    """Whether a count says of whom or of what: a number of votes alone, without the other side, says of nothing."""
    return vote.person is not None or vote.votes_against is not None or vote.abstentions is not None


@dataclass(frozen=True, slots=True)
class _Said:
    """The words around a count: in front of it, behind it in its sentence, all before; `alone`: no other count."""

    before: str
    behind: str
    whole: str
    alone: bool


def _first(ctx: Context, pattern: re.Pattern[str]) -> int | None:
    for paragraph in ctx.paragraphs:
        match = pattern.search(paragraph.text)
        if match:
            return number(match["n"])
    return None


def _vote(ctx: Context, paragraph: Passage, counts: Counts, said: _Said) -> Vote:
    person = _person(ctx, said)
    return Vote(
        ctx.meeting,
        _subject(ctx, said.before, said.whole, said.behind),
        person,
        counts.numbers.get("for"),
        counts.numbers.get("against"),
        counts.numbers.get("abstain"),
        _first(ctx, _MEMBERS),
        _first(ctx, _PRESENT),
        _passed(paragraph.text, person, said.before, said.behind, adopted(ctx)),
        ctx.evidence(paragraph[counts.start : counts.end], "votes.count"),
    )


def _person(ctx: Context, said: _Said) -> str | None:
    """Whose vote it is, by the words in front of the count, else by what stands behind it, else by the title."""
    segment = re.split(r"[。；]", said.before)[-1]
    found = in_front(segment, ctx) or of_act(segment, ctx) or of_motion(segment, ctx) or _of_behind(ctx, said.behind)
    return found or of_act(said.before.rsplit("。", 1)[-1], ctx) or (of_act(ctx.title, ctx) if said.alone else None)


def _of_behind(ctx: Context, behind: str) -> str | None:
    return of_act(behind, ctx) or of_result(behind, ctx)


def _subject(ctx: Context, before: str, whole: str, behind: str) -> str | None:
    """What is voted on: the act in front of the count, else what the paragraph announces, else the title."""
    for text in (re.split(r"[。；]", before)[-1], whole, behind):
        match = _SUBJECT.search(LEAD.sub("", text))
        if match:
            return _NUMBER_OF.sub("", match["subject"])
    return ctx.title or None


def _passed(text: str, person: str | None, before: str, behind: str, whole: bool | None) -> bool | None:
    """The result: what stands behind the count, or who is said to be elected, or what the sentence says is done."""
    winners = [match["names"] for match in _WINNERS.finditer(text) if not _FAILED.search(match.group())]
    if _FAILED.search(behind) and not (person and any(person in names for names in winners)):
        return False
    if person and winners:
        return any(person in names for names in winners)
    clause = re.split(r"[。；]", before)[-1]
    if _FAILED.search(clause):
        return False
    if _PASSED.search(behind):
        return True
    return True if re.search(r"补选|选举|通过|当选", clause) and "议案" not in clause else whole


def adopted(ctx: Context) -> bool | None:
    """What the note of a resolution says of the whole."""
    heading = ctx.draft.heading
    return (
        True if heading and heading.note and heading.note.adopted and ctx.type in ("resolution", "decision") else None
    )
