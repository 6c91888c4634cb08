"""When a change was made, as far as it is printed for it, or decided by the item that states it."""

from __future__ import annotations

import re

from kg.extract.context import Context
from kg.extract.reports.changes.verbs import DATE
from kg.recognise.dates import iso_date
from kg.recognise.numbers import number

_N = r"〇○零一二三四五六七八九十\d"
_DATE = re.compile(DATE)
_PARTS = re.compile(
    rf"(?:(?P<year>\d{{4}}|[一二][{_N}]{{3}}|[同当今去本是次翌])年)?"
    rf"(?:(?P<month>[{_N}]{{1,3}})月份?)?(?:(?P<day>[{_N}]{{1,3}})[日号])?"
)
# A day by which something was to be done, or of another paper, or since which something holds.
_NOT_BEFORE = re.compile(r"(?:截[至止]|[到至]|—|-|根据|按照|依据|依照|依|按|据)$")
_NOT_BEHIND = re.compile(r"底?(?:以前|之前|前)|以来|[至到—\-]|的(?!\d)|印发|下发|发布|颁布|出台|制定|修订|修正")
# A date of a change opens its clause, or stands right in front of what was done.
_OPENS = re.compile(r"(?:^|[，；：、。＊】）—\s]|[于在自从])$")
_TELLS = re.compile(r"起|[，]|[将把经由又再撤成组设更改并合分归划增恢复析]|正式|机构改革|[上中下]半年")
_GROUNDS = re.compile(r"(?:^|[，；。：])(?:根据|按照|依据|依照|遵照|贯彻|为|经)[^，；。]*$")
_DECIDES = re.compile(r"(?:会议|大会|常委会|常务委员会|全体代表)[^。；]{0,40}?(?:决定|通过|表决|批准)")
_TOLD_BEFORE = re.compile(r"已[经于将]?|此前|目前|原先|曾")
# 因机构改革，某局撤销: why something else is decided.
_REASON = re.compile(r"(?:^|[，：])(?:因|由于|鉴于|随着)(?!.*决定)")
_DECISIONS = frozenset(("decision", "resolution", "announcement"))
_WHOLE = 10


def when(ctx: Context, text: str, start: int, end: int, before: str = "") -> str | None:
    """The day, month or year of the change that `start` and `end` give the words of, in the text of a paragraph.

    `before` is the text in front of the paragraph, whose last year 同年 means.
    """
    behind = re.compile(rf"[于在](?P<date>{DATE})").match(text, end)
    told = _read(ctx, behind["date"], before + text[:end]) if behind else _in_front(ctx, text, start, end, before)
    if told:
        return told
    sentence = text[text.rfind("。", 0, start) + 1 : end]
    if ctx.date is None or len(ctx.date) != _WHOLE or _TOLD_BEFORE.search(sentence) or _REASON.search(sentence):
        return None
    if ctx.type in _DECISIONS:
        return ctx.date
    return ctx.date if ctx.type == "other" and ctx.mention and _DECIDES.search(sentence) else None


def _in_front(ctx: Context, text: str, start: int, end: int, earlier: str) -> str | None:
    """The last date of the sentence that stands in front of what it tells, and is no ground, limit or other paper's."""
    opens = text.rfind("。", 0, start) + 1
    segment = max(text.rfind("；", opens, start) + 1, opens)
    found = None
    for match in _DATE.finditer(text, opens, end):
        before, behind = text[opens : match.start()], text[match.end() :]
        # Of the parts in front, which semicolons end, only what opens the sentence holds for all of them.
        if match.start() < segment and before.strip("＊自从于在"):
            continue
        if _NOT_BEFORE.search(before) or _NOT_BEHIND.match(behind) or _GROUNDS.search(before):
            found = None
        elif _OPENS.search(before) or _TELLS.match(behind):
            found = _read(ctx, match.group(), earlier + text[: match.start()]) or found
    return found


def _read(ctx: Context, printed: str, before: str) -> str | None:
    """A printed date; 同年 and a month alone are of the year printed last before it, 今年 is that of the item's own day."""
    parts = _PARTS.match(printed)
    if parts is None:
        return None
    year = _year(ctx, parts["year"], before)
    month, day = (number(parts[name]) if parts[name] else None for name in ("month", "day"))
    return iso_date(year, month, day) if year else None


def _year(ctx: Context, printed: str | None, before: str) -> int | None:
    if printed and len(printed) > 1:
        return number(printed.replace("○", "〇"))
    if printed in ("今", "去", "本"):
        own = int(ctx.date[:4]) if ctx.date else None
        return own - 1 if own and printed == "去" else own
    years = re.findall(rf"(\d{{4}}|[一二][{_N}]{{3}})年", before)
    # A month without a year is that of the year told last in its sentence; 同年 also of one told before.
    if not years or (printed is None and "。" in before[before.rfind(years[-1]) :]):
        return None
    last = number(years[-1].replace("○", "〇"))
    return last + 1 if last and printed in ("次", "翌") else last
