"""Statements that somebody holds, or held, a post, which are no change themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.items.bylines import bylines
from kg.extract.items.signatures import signatures
from kg.extract.positions.division import divided, filled, noted
from kg.extract.positions.related import related
from kg.extract.rosters import in_cells, roster
from kg.model.facts import Position
from kg.model.source import Passage
from kg.recognise.appositions import Apposition
from kg.recognise.pipeline import pipeline
from kg.recognise.posts import titles
from kg.recognise.resumes import resume
from kg.segment.lines import Line
from kg.segment.paragraphs import paragraphs, sentences

# What these print of a person's post stands in a table of its own.
_OWN_TABLES = ("attendance", "observers", "personnel_list", "agenda")
_PROSE = 30
_ACTS = re.compile(r"任命|免去|辞去|当选|补选|选举|任免|撤销|聘任|名单")
# Who came to the meeting that a piece of news is about stands in the table of attendance.
_ATTENDS = re.compile(
    r"出席(?![^，。；]{0,12}(?:宣誓|仪式|活动))|列席|在主席台[^，。；]{0,6}就[座坐]|(?:参加|主持)(?:了)?(?:会议|本次|第|开幕|闭幕)|主持(?=[。，；]|$)|请假|缺席"
)
_INVITES = re.compile(r"(?:^|[，；])(?:请(?!假)|邀请|通知)")
# A post that the sentence itself gives or takes is a change.
_GIVES = re.compile(r"(?:任命|选举|补选|推选|选出|当选为?|免去|罢免|撤销|撤换|聘任|接受)(?:了)?(?:$|：)")
_TAKES = re.compile(r"(?:免去|罢免|撤销|撤换)(?:了)?$")
# 补选书记张三、院长李四为代表: all the offices before the seat are held.
_INTO = re.compile(r"[^。；，]{0,60}为[^。；，]{0,40}代表")
_SALUTATION = re.compile(
    r"^(?:各位|尊敬的)?(?:主任|委员长|主席团?|代表|组成人员|副主任|委员|同志)(?:们|[、，][^。；]{0,30})?[：:]$"
)
# Who proposed the acts of a list.
_PROPOSED = re.compile(r"提请|提名|提议|提出")
_ON_PROPOSAL = re.compile(r"(?:根据|按照|依据|应|由|经)(?:[^，。；]{2,60}、)?$")
_PROPOSAL = re.compile(r"(?:同志)?(?:、[^，。；]{2,60}?)?(?:同志)?的?(?:提请|提名|提议|提出)")
# A seat that ends, or ended with these words, is a change; the deputy's other posts are statements.
_SEAT_ENDS = re.compile(r"资格(?:自然|自行|相应|随之)*终止|(?<!不)接受其辞|去世|逝世")


def positions(ctx: Context) -> Iterator[Position]:
    """The statements in the running text of an item."""
    anywhere = titles(ctx.lexicon).anywhere
    listed = list(roster(ctx))
    for one in (*listed, *in_cells(ctx)):
        evidence = ctx.evidence(one.passage, "position.roster", 0.9)
        for post in one.posts:
            yield Position(one.name, related(ctx, post), post.title, ctx.date, post.former, evidence)
    heads = list(divided(ctx))
    yield from (position for _, position in heads)
    yield from noted(ctx)
    named = {signature.line.number for signature in signatures(ctx)}
    named |= {line.number for group in bylines(ctx) for line in group}
    named |= {one.line.number for one in listed} | {number for number, _ in heads}
    for paragraph in _paragraphs(ctx, named):
        seat_ends = bool(_SEAT_ENDS.search(paragraph.text))
        for sentence in sentences(paragraph):
            if not anywhere.search(sentence.text):
                continue
            if not _in_other_table(ctx, sentence.text):
                yield from _in_sentence(ctx, sentence, seat_ends=seat_ends)
            elif _PROPOSED.search(sentence.text):
                yield from _in_sentence(ctx, sentence, seat_ends=False, proposers=True)


def _paragraphs(ctx: Context, named: set[int]) -> Iterator[Passage]:
    """The running text without the lines that name who wrote or signed; nothing runs on over a salutation."""
    part: list[Line] = []
    strict = ctx.type in _OWN_TABLES
    for line in ctx.draft.body:
        if line.number in named or _SALUTATION.match(line.text):
            yield from paragraphs(part, ctx.lexicon, strict=strict)
            part = []
        else:
            part.append(line)
    yield from paragraphs(part, ctx.lexicon, strict=strict)


def _in_other_table(ctx: Context, text: str) -> bool:
    """Whether what a sentence prints of people is a row of another table: a list, or the attendance of this meeting."""
    if ctx.type in _OWN_TABLES and (len(text) < _PROSE or "，" not in text or _ACTS.search(text)):
        return True
    return not ctx.is_report and ctx.meeting is not None and bool(_ATTENDS.search(text)) and not _INVITES.search(text)


def _in_sentence(ctx: Context, sentence: Passage, *, seat_ends: bool, proposers: bool = False) -> Iterator[Position]:
    """The statements of a sentence, or only those about who proposes what it gives."""
    if not proposers:
        yield from filled(ctx, sentence)
    doc = pipeline(ctx.lexicon)(sentence.text)
    found: list[Apposition] = list(doc.user_data["appositions"])
    if (told := resume(sentence.text, ctx.lexicon)) is not None:
        found.append(told)
    for one in found:
        if proposers and not _proposes(sentence.text, one):
            continue
        if not one.posts:
            ctx.issue(
                "unread_position", sentence[one.start : one.end], "a person whose post was not read; check it by hand"
            )
        elif not _part_of_act(sentence.text, one):
            yield from _statements(ctx, sentence, one, seat_ends=seat_ends)


def _proposes(text: str, found: Apposition) -> bool:
    """根据院长张三的提请: who proposes is named in no other table."""
    return bool(_ON_PROPOSAL.search(text[: found.start])) and bool(_PROPOSAL.match(text, found.end))


def _part_of_act(text: str, found: Apposition) -> bool:
    """选举主任张三 says what begins; in 补选某局局长张三为代表 the office is one that is held."""
    before, behind = text[: found.start], text[found.end : found.end + 12]
    return bool(_TAKES.search(before)) or (bool(_GIVES.search(before)) and not _made(text, found, behind))


def _made(text: str, found: Apposition, behind: str) -> bool:
    return bool(_INTO.match(text, found.end)) or ("为" in text[found.end :] and not behind.startswith(("、", "。")))


def _statements(ctx: Context, sentence: Passage, found: Apposition, *, seat_ends: bool) -> Iterator[Position]:
    evidence = ctx.evidence(sentence[found.start : found.end], found.rule, 0.9)
    for start, end in found.names:
        for post in found.posts:
            if not (seat_ends and post.title == "代表"):
                yield Position(
                    sentence.text[start:end], related(ctx, post), post.title, ctx.date, post.former, evidence
                )
