"""Who came to a meeting: lists of those present, on leave and observing, with their printed counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.lexicon import Lexicon
from kg.model.facts import Attendance, MeetingRef
from kg.recognise.names import certain_name, is_name, merge_spaced
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.posts import post_list, titles
from kg.segment.lines import Line

_SECTION = re.compile(
    rf"^(?:[（]?[一二三四五六七八九十]{{1,2}}[）、.．]*|\d[、.．])?(?:会议|本次会议|实际)?(?P<kind>应出席|应到|出席|到会|实到|参加|请假|缺席|因[事病公]请假|列席|未出席|旁听)(?:会议|人员|人数|委员|组成人员|代表|名单|的)*"
    rf"(?:[：:]?（?(?:共|计)?(?P<count>{NUMERAL})[人名位]）?)?[：:]?(?P<rest>.*)$"
)
_STATUS = {"出席": "present", "到会": "present", "实到": "present", "参加": "present", "请假": "on_leave", "缺席": "on_leave", "未出席": "on_leave", "列席": "observer", "旁听": "observer"}
_LABEL = re.compile(r"^(?P<title>[一-龥]{2,8})[：:](?P<rest>.+)$")
_RULE = re.compile(r"^[-—─=_\s|+]+$")


@dataclass(slots=True)
class Counts:
    """The counts that a list prints."""

    expected: int | None = None
    present: int | None = None
    on_leave: int | None = None


def attendance(ctx: Context) -> tuple[list[Attendance], Counts]:
    """The rows of an attendance or observers item, and its printed counts; a count that fails goes to the issues."""
    counts = Counts()
    if ctx.meeting is None or ctx.type not in ("attendance", "observers"):
        return [], counts
    return list(_rows(ctx, ctx.meeting, counts)), counts


def _rows(ctx: Context, meeting: MeetingRef, counts: Counts) -> Iterator[Attendance]:
    status = "observer" if ctx.type == "observers" else None
    expected: int | None = None
    found: list[Attendance] = []
    opened: Line | None = None
    for line in ctx.draft.body:
        section = _SECTION.match(line.text)
        if section:
            _check(ctx, opened, expected, found)
            yield from found
            status, expected, found, opened = _open(section, counts, status), _count(section), [], line
            rest = section["rest"]
            if rest and status:
                found.extend(_line(ctx, line, meeting, status, skip=section.start("rest")))
        elif status and not _RULE.match(line.text):
            found.extend(_line(ctx, line, meeting, status))
    _check(ctx, opened, expected, found)
    yield from found


def _open(section: re.Match[str], counts: Counts, status: str | None) -> str | None:
    kind, count = section["kind"], _count(section)
    if kind.startswith("应"):
        counts.expected = count
        return None
    now = next((value for key, value in _STATUS.items() if kind.endswith(key)), status)
    if now == "present":
        counts.present = count
    elif now == "on_leave":
        counts.on_leave = (counts.on_leave or 0) + count if count is not None else counts.on_leave
    return now


def _count(section: re.Match[str]) -> int | None:
    return number(section["count"]) if section["count"] else None


def _check(ctx: Context, line: Line | None, expected: int | None, found: list[Attendance]) -> None:
    if line is not None and expected is not None and found and expected != len(found):
        ctx.issue("count_mismatch", line, f"the list prints {expected} and {len(found)} names were read; compare it with the source")


def _line(ctx: Context, line: Line, meeting: MeetingRef, status: str, skip: int = 0) -> Iterator[Attendance]:
    """The people of one line: names in columns, names behind a label, or a body with title and name."""
    label = _LABEL.match(line.text[skip:])
    if label and titles(ctx.lexicon).suffix.search(label["title"]):
        skip += label.start("rest")
    words = _words(line, skip, ctx.lexicon)
    for text, start, end in words:
        bare = re.sub(r"（[^）]*）", "", text).removesuffix("同志").strip("、，。；")
        if not bare or bare.isdigit():
            continue
        if status == "observer" or not is_name(bare, ctx.lexicon):
            yield from _with_post(ctx, line, bare, start, end, meeting, status)
        else:
            yield Attendance(meeting, bare, status, None, None, ctx.evidence(line.tight[start:end], "attendance.list"))


def _words(line: Line, skip: int, lexicon: Lexicon) -> list[tuple[str, int, int]]:
    """Words by white space and 、, spaced names put together."""
    tight = line.tight
    cuts = [skip]
    for index in range(skip + 1, len(tight)):
        gap = tight.offsets[index] - tight.offsets[index - 1] > 1
        if gap or tight.text[index - 1] in "、，；;":
            cuts.append(index)
    cuts.append(len(tight))
    words = [(tight.text[a:b], a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]
    return merge_dots(merge_spaced([word for word in words if word[0] not in "、，；;|"], lexicon))


def merge_dots(words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Names whose dot is spaced: 甲 · 乙."""
    merged: list[tuple[str, int, int]] = []
    for text, start, end in words:
        if merged and (text[0] in "·•・" or merged[-1][0][-1] in "·•・"):
            before, first, _ = merged.pop()
            merged.append((before + text, first, end))
        else:
            merged.append((text, start, end))
    return merged


def _with_post(ctx: Context, line: Line, text: str, start: int, end: int, meeting: MeetingRef, status: str) -> Iterator[Attendance]:
    """区教育局局长张三: the longest post that leaves a name behind it."""
    if is_name(text, ctx.lexicon) and certain_name(text, ctx.lexicon):
        yield Attendance(meeting, text, status, None, None, ctx.evidence(line.tight[start:end], "attendance.list"))
        return
    for match in reversed(list(titles(ctx.lexicon).anywhere.finditer(text))):
        name = text[match.end() :]
        posts = post_list(text[: match.end()], ctx.lexicon)
        if posts and is_name(name, ctx.lexicon):
            passage = line.tight[start:end]
            yield Attendance(meeting, name, status, posts[0].body or None, posts[0].title, ctx.evidence(passage, "attendance.post"))
            return
    ctx.issue("unread_entry", line, f"{text}: no name was recognised in this entry of the list")
