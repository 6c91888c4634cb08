"""Who came to a meeting, as its own minutes or news tell it in a sentence: 主持, 出席, 列席, 请假."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from kg.extract.attendance.attendees import Reading, Roll, bare_name, long_name, read_entry, read_pieces
from kg.extract.attendance.lists import attended, opens_list, tells_of_meeting
from kg.extract.context import Context
from kg.lexicon import Lexicon
from kg.model.facts import Attendance, MeetingRef
from kg.model.source import Passage
from kg.recognise.meetings import find_meetings
from kg.recognise.names import certain_name, has_surname
from kg.recognise.posts import Post, titles
from kg.segment.paragraphs import sentences

_VERB = re.compile(
    r"(?<![未不能有])(?:主持召开|主持|出席|在主席台[^，。；]{0,6}就[座坐]|坐上?主席台(?:前排)?(?:就[座坐])?|到会(?=[。，；]|指导)"
    r"|执行主席(?=是|为|有|：)|参加(?=了?(?:[一-龥]{0,4}会议|大会))|列席|请假|缺席)"
)
_STATUS = {
    **dict.fromkeys("主出参在坐到执", "present"),
    "列": "observer",
    "请": "on_leave",
    "缺": "on_leave",
}
# A list may follow its verb: 列席会议的有…, 请假的是…
_LIST_FOLLOWS = re.compile(
    r"^了?[一-龥]{0,8}?会?议?的?(?:人员|领导|同志|委员|常委会组成人员|组成人员|代表|还){0,3}(?:有|是|为|包括|：){1,2}"
)
_LEAVE_FOLLOWED = re.compile(r"^(?:$|[，。；、（]|未|没有|缺席|而)")
_UNEXCUSED = re.compile(r"无故|未履行|未请假|未办理|擅自|旷会")
_SKIPPED = re.compile(r"“[^”]{0,200}”|《[^》]{0,100}》|（[^（）]{0,60}）")
_HELD = re.compile(r"^[^。；]{0,30}?(?:召开|举行|开幕|闭幕|结束|进行|继续)")
# Who asked another to take the chair need not have come.
_ON_BEHALF = re.compile(r"^受.{2,60}委托$")
# 出席并颁发任命书: what is done at the meeting besides.
_AND_ACTED = re.compile(r"^并(?:讲话|作|致辞|颁发|宣布|主持|参加)")
_SENTENCE = re.compile(r"[的了是会议在将为并]")
_PIECE = re.compile(r"[^，、；：。]+")


def news(ctx: Context) -> Iterator[Attendance]:
    """The rows of the sentences that say of this very meeting who chaired, came, observed or was on leave."""
    meeting = ctx.meeting
    if meeting is None or not tells_of_meeting(ctx) or meeting.session is None:
        return
    now: MeetingRef | None = meeting
    for paragraph in ctx.paragraphs:
        if opens_list(paragraph.text, ctx.lexicon):
            continue
        for sentence in sentences(paragraph):
            now = _stage(sentence, now, meeting, ctx)
            if now is not None and _VERB.search(sentence.text):
                yield from _sentence(sentence, now, ctx)


def _stage(sentence: Passage, now: MeetingRef | None, own: MeetingRef, ctx: Context) -> MeetingRef | None:
    """The meeting of which a sentence tells: it changes where another one, or a gathering of another kind, is held."""
    for mention in find_meetings(sentence.text):
        if mention.session is not None and _HELD.match(sentence.text[mention.end :]):
            named = ctx.ref(mention)
            return own if (named.term, named.session) in ((own.term, own.session), (None, own.session)) else named
    if _gathering(ctx.lexicon).search(sentence.text):
        return None
    return now


@cache
def _gathering(lexicon: Lexicon) -> re.Pattern[str]:
    other = lexicon.attendance.gatherings
    return re.compile(
        rf"(?:召开|举行|举办|组织开展)了?[^，。；]{{0,30}}(?:{other})|(?:{other})[^，。；]{{0,12}}(?:召开|举行)"
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What one verb says: the status, and the part of the sentence that lists the people."""

    status: str
    part: Passage
    adjacent: bool


def _sentence(sentence: Passage, meeting: MeetingRef, ctx: Context) -> Iterator[Attendance]:
    masked = _SKIPPED.sub(lambda m: "＊" * len(m.group()), sentence.text)
    roll = Roll(ctx.lexicon)
    for clause in re.finditer(r"[^；。]+", masked):
        if re.search(ctx.lexicon.attendance.planned, clause.group()):
            continue
        for said in _clause(sentence[clause.start() : clause.end()], clause.group(), ctx.lexicon):
            yield from _people(said, meeting, roll, ctx)


def _clause(clause: Passage, masked: str, lexicon: Lexicon) -> Iterator[_Said]:
    """Each verb with its people: those in front of it, or behind 列席会议的有."""
    verbs = list(_VERB.finditer(masked))
    start = 0
    for verb, following in zip_longest(verbs, verbs[1:]):
        status, rest = _STATUS[verb.group()[0]], masked[verb.end() : following.start() if following else len(masked)]
        listed = _LIST_FOLLOWS.match(rest)
        if listed:
            yield _Said(status, clause[verb.end() + listed.end() : verb.end() + len(rest)], adjacent=False)
            start = verb.end() + len(rest)
            continue
        front = masked[start : verb.start()]
        if _is_told(verb.group(), front, masked[verb.end() :], lexicon):
            yield _Said(status, clause[start : verb.start()], adjacent=True)
        cut = re.search(r"[，。；、]", rest)
        start = verb.end() + (cut.start() if cut else len(rest))


def _is_told(verb: str, front: str, behind: str, lexicon: Lexicon) -> bool:
    """Whether a verb says that somebody took part in the meeting, and not in another thing."""
    words = lexicon.attendance
    if verb in ("请假", "缺席"):
        return bool(_LEAVE_FOLLOWED.match(behind)) and not (verb == "缺席" and _UNEXCUSED.search(front))
    subject = re.search(r"(?:^|[，、])([^，、]*?)(?:分别|先后|轮流)?由[^由]*$", front)
    if subject and subject.group(1) and not re.search(rf"{words.meeting}(?:分别|先后|轮流)?$", subject.group(1)):
        return False
    if subject and re.search(rf"(?:{words.gatherings})", subject.group(1)):
        return False
    what = re.match(r"[^，。；、（]*", behind)
    text = re.sub(r"^(?:了|召开)", "", what.group()) if what else ""
    if re.search(rf"(?:{words.gatherings})", text):
        return False
    return not text or bool(re.match(rf"{words.meeting}(?:$|并|时|，|第|和)", text)) or bool(_AND_ACTED.match(text))


# Somebody found: what was read, the posts, and the entry.
_Found = tuple[Reading, tuple[Post, ...], Passage]


def _people(said: _Said, meeting: MeetingRef, roll: Roll, ctx: Context) -> Iterator[Attendance]:
    """The people of a part: all entries behind 有, or the unbroken run of entries that ends at the verb."""
    found: list[_Found] = []
    before = ""
    for piece in _PIECE.finditer(said.part.text):
        if before != "、":
            roll.clear_entry()
        for reading, start, end in read_pieces(piece.group(), ctx.lexicon):
            entry = said.part[piece.start() + start : piece.start() + end]
            if reading.kind == "unread":
                run = found if before == "、" else []
                following = said.part.text[piece.end() :]
                listed = bool(found) or following.startswith("、")
                reading = (
                    _in_a_run(entry.text, said, run, ctx.lexicon)
                    or _between(run, entry, following, ctx)
                    or (_behind_title(entry.text, ctx) if listed else None)
                    or reading
                )
            posts = roll.take(reading)
            if reading.kind == "unread":
                # A post with a name that was not read breaks no run of people; other words do.
                lost = _maybe_lost(entry, ctx)
                found = [] if said.adjacent and not lost else found
                if not said.adjacent and not lost and _may_list(entry.text, ctx):
                    ctx.issue("unread_entry", entry, f"{entry.text}: no name was recognised in this list")
            elif posts is not None and (posts or found or _asks_for_name(said, piece.group())):
                found.append((reading, posts, entry))
        before = said.part.text[piece.end() : piece.end() + 1]
    for reading, posts, entry in found:
        name = ctx.printed(entry, *reading.name)
        yield from attended(meeting, name, said.status, posts, (ctx, entry, "attendance.news"))


def _asks_for_name(said: _Said, piece: str) -> bool:
    """Whether the words around a bare name say that it is one: 请假的有…, 由…主持, …同志."""
    return not said.adjacent or said.status == "on_leave" or bool(re.search(r"由|同志|领导", piece))


def _in_a_run(text: str, said: _Said, found: list[_Found], lexicon: Lexicon) -> Reading | None:
    """A name without a known surname, behind other names or in front of 请假; a short one only behind its like."""
    if said.status != "on_leave" and not found:
        return None
    like = bool(found) and not has_surname(found[-1][2].text[slice(*found[-1][0].name)], lexicon)
    return bare_name(text, lexicon, least=2 if like else 3)


def _between(found: list[_Found], entry: Passage, following: str, ctx: Context) -> Reading | None:
    """A name of four characters between two people: 副主任章若川、安远长山、艾山·买买提."""
    behind = _PIECE.match(following, 1) if following.startswith("、") else None
    if not found or behind is None or read_pieces(behind.group(), ctx.lexicon)[0][0].kind != "person":
        return None
    return long_name(entry.text, ctx.lexicon)


def _may_list(text: str, ctx: Context) -> bool:
    """Whether what stands where a list of people stands may hold names: it begins with one and is no sentence."""
    return any(certain_name(text[:length], ctx.lexicon) for length in (2, 3)) and not _SENTENCE.search(text)


def _behind_title(text: str, ctx: Context) -> Reading | None:
    """A name of four characters behind a post, in a list of people: 县人民检察院检察长居马别克."""
    for match in titles(ctx.lexicon).anywhere.finditer(text):
        name = long_name(text[match.end() :], ctx.lexicon)
        if name is not None and read_entry(text[: match.end()], ctx.lexicon, running=True).kind == "post":
            start, end = name.name
            return Reading("person", text[: match.end()], (match.end() + start, match.end() + end))
    return None


def _maybe_lost(entry: Passage, ctx: Context) -> bool:
    """Whether a title with a short rest that is no name may hide one; then it is an issue."""
    if _ON_BEHALF.match(entry.text):
        return False
    for match in titles(ctx.lexicon).anywhere.finditer(entry.text):
        rest = entry.text[match.end() :]
        if 2 <= len(rest) <= 4 and not rest.startswith(tuple(ctx.lexicon.titles.not_after_title)):
            ctx.issue("unread_entry", entry, f"{entry.text}: no name was recognised behind this post")
            return True
    return False
