"""Deputies' seats that begin, end or are confirmed: from reports on qualifications and from announcements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.extract.context import Context
from kg.extract.deputies.congresses import Congress, find_congress, own_congress
from kg.extract.deputies.departures import Seat, is_report, leaving
from kg.extract.deputies.described import repeated_names
from kg.extract.deputies.memory import Memory, leavers, nearest, who
from kg.extract.deputies.offices import offices_ended
from kg.extract.deputies.releases import Release, releases
from kg.extract.deputies.tables import winners_in_tables
from kg.extract.deputies.winners import Told, Winner, winners
from kg.extract.explained import explained
from kg.extract.personnel.nonacts import no_act, no_act_item
from kg.model.facts import DeputyChange, Evidence, MeetingRef, PersonnelEvent
from kg.model.issues import Issue
from kg.model.source import Passage
from kg.segment.paragraphs import sentences

_SPEAKS = re.compile(
    r"资格|代表职务|递补|补选|选出的|职务.{0,6}(?:终止|撤销)|代表.{2,40}(?:去世|逝世|病故|调离|牺牲)|接受其辞职|选区.*当选|当选.{2,40}代表|[名人位]："
)
_NO_FACT = re.compile(
    r"有下列|之一的|应当|拟补选|拟罢免|暂停|恢复执行|未获|(?<!医治)(?<!治疗)(?<!抢救)无效|不予|如果|可以依法|规定：|提请.{0,12}(?:补选|罢免)|候选人名单[^。]{0,6}$"
)
_ADVERBS = r"(?:合法|均|全部|都|已|报请|相应|自然|自行|依法|随之|即|也|应予|予以|从即日起)*"
_WHO = r"(?:^|[，。；：、]|确认|认为|同意|其中)(?P<names>[^，。；：]{1,200}?)(?:同志)?"
_OF = r"(?:的(?P<of>[^，。；：的、]{1,30}?(?:大会|人大))?)?"
_VALID = re.compile(rf"{_WHO}{_OF}(?:[，的]|代表)*资格{_ADVERBS}有效")
_ENDED = re.compile(rf"{_WHO}{_OF}(?:[，的])?代表资格{_ADVERBS}终止")
_ENDS = re.compile(
    r"(?:终止|撤销)(?:了)?(?P<names>[^，。；：的]{2,80}?)(?:同志)?的(?P<of>[^，。；：的]{0,30}?)代表资格"
)
# Titles of what is told in retrospect.
_TOLD = re.compile(r"报告|总结|汇报|说明|讲话|计划|要点|综述|大事记|年鉴")
_LEFT = re.compile(r"调|去世|逝世|病故|牺牲|辞|迁|出国|罢免|离开")
_NO_CONGRESS = "人民代表大会"
_ORGAN = re.compile(r"^[一-龥]{2,40}?(?:人民代表大会(?:常务委员会)?|人大常委会)")


def deputies(ctx: Context) -> tuple[list[DeputyChange], list[PersonnelEvent]]:
    """Changes of seats, with the personnel events that they are."""
    report = is_report(ctx)
    if not report and (no_act_item(ctx) is not None or _TOLD.search(ctx.title)):
        return [], []
    if not any(_SPEAKS.search(sentence.text) for sentence in ctx.sentences):
        return [], []
    memory = Memory(ctx, repeated_names(ctx), own_congress(ctx), report, rows=tuple(winners_in_tables(ctx)))
    for paragraph in ctx.paragraphs:
        memory.told = Told(ctx.year)
        for sentence in sentences(paragraph):
            _follow(memory, sentence)
    # Older reports only say who left; in such a paper that is the end of the seat.
    for name in memory.left if report and "终止" not in ctx.text else []:
        if not _LEFT.search(memory.seats[name].reason or ""):
            continue
        _ended(memory, name, "", memory.told_in.get(name, ctx.sentences[0]))
    return _certain(memory)


def _follow(memory: Memory, sentence: Passage) -> None:
    """One sentence in its turn; a row of a table is one too."""
    memory.last.begin(memory.ctx, sentence.text)
    for row in memory.rows:
        if row.passage.offsets[0] in sentence.offsets:
            _filled(memory, Winner(row.name, row.unit, None, None, row.described, memory.held, False, row.passage))
    before = len(memory.elected)
    if _SPEAKS.search(sentence.text) and not _said_of_nobody(memory, sentence):
        _read_anew(memory, sentence)
    memory.told.note(sentence.text, summed_up="补选" in sentence.text and len(memory.elected) == before)
    memory.held = memory.told.held or memory.held


def _certain(memory: Memory) -> tuple[list[DeputyChange], list[PersonnelEvent]]:
    """What is said of a congress that the text makes certain; the rest is an issue."""
    for change in memory.changes:
        if change.congress == _NO_CONGRESS:
            line, text = change.evidence.lines[0], change.evidence.text
            message = f"{change.person}: of which congress was not read; check it by hand"
            memory.ctx.issues.append(Issue(change.evidence.gazette, line, "post_without_body", text, message))
    changes = [change for change in memory.changes if change.congress != _NO_CONGRESS]
    return changes, [event for event in memory.events if event.body != _NO_CONGRESS]


def without_repeated(events: Iterable[PersonnelEvent], stated: Sequence[PersonnelEvent]) -> list[PersonnelEvent]:
    """The events without those that are stated here, with the day that belongs to them."""
    keys = {(event.event, event.person, event.title) for event in stated}
    return [event for event in events if (event.event, event.person, event.title) not in keys]


def _said_of_nobody(memory: Memory, sentence: Passage) -> bool:
    """Whether a sentence states a rule, a plan or what did not come about."""
    if _NO_FACT.search(sentence.text):
        return True
    if memory.report:
        return False
    reason = no_act(memory.ctx, sentence)
    return reason in ("rule", "retold", "refused") or (reason == "proposed" and "递补" not in sentence.text)


def _read_anew(memory: Memory, sentence: Passage) -> None:
    """Read a sentence; if anything is read, what other readers noted of it is no issue, and what this one noted is."""
    ctx, before, known = memory.ctx, len(memory.events), len(memory.ctx.issues)
    _read(memory, sentence)
    noted = ctx.issues[known:]
    if len(memory.events) > before:
        explained(ctx, sentence)
        ctx.issues += [issue for issue in noted if issue not in ctx.issues]


def _read(memory: Memory, sentence: Passage) -> None:
    """One sentence: first who it speaks of, then what happens to their seats."""
    ctx = memory.ctx
    spoken_of = list(leaving(ctx, sentence, memory.known))
    for seat in spoken_of:
        memory.seats[seat.name] = seat
    memory.left += [seat.name for seat in spoken_of if seat.name not in memory.left]
    memory.told_in |= {seat.name: sentence for seat in spoken_of}
    memory.here = [seat.name for seat in spoken_of]
    memory.last.name(memory.here)
    filled = len(memory.changes)
    for winner in winners(ctx, sentence, memory.known, memory.told, report=memory.report):
        _filled(memory, winner)
    memory.last.name(change.person for change in memory.changes[filled:])
    for release in releases(ctx, sentence.text):
        _released(memory, sentence, release)
    _confirmed(memory, sentence)
    _terminated(memory, sentence)
    memory.events += offices_ended(ctx, sentence, leavers(memory), memory.congress, _organ(ctx))


def _filled(memory: Memory, winner: Winner) -> None:
    spoken = next((memory.seats[name].congress for name in reversed(memory.here)), None)
    ctx, congress = memory.ctx, winner.congress or spoken or memory.congress
    evidence = ctx.evidence(winner.passage, "deputies.filled")
    memory.changes.append(
        DeputyChange(
            winner.name, congress.body, congress.term, winner.unit, "elected", None, winner.described, evidence
        )
    )
    memory.elected.append(winner.name)
    date = winner.date or (ctx.date if winner.own else None)
    decided_by = winner.decided_by or winner.unit or (_organ(ctx) if winner.own else None)
    meeting = ctx.meeting if winner.own else None
    memory.events.append(_event("elect", winner.name, congress, date, meeting, decided_by, None, evidence))


def _confirmed(memory: Memory, sentence: Passage) -> None:
    """甲、乙的代表资格有效; 上述三名补选代表的代表资格有效."""
    ctx = memory.ctx
    for match in _VALID.finditer(sentence.text):
        names = who(memory, sentence, match, memory.elected, list(memory.last.names))
        evidence = ctx.evidence(sentence[match.start("names") : match.end()], "deputies.confirm")
        for name in dict.fromkeys(names):
            congress = next(
                (Congress(c.congress, c.term) for c in memory.changes if c.person == name and c.change == "elected"),
                None,
            )
            congress = congress or find_congress((match["of"] or "") + "代表", ctx) or memory.congress
            memory.events.append(
                _event("confirm", name, congress, _date(ctx), ctx.meeting, _organ(ctx), None, evidence)
            )
        memory.elected = [name for name in memory.elected if name not in names]


def _terminated(memory: Memory, sentence: Passage) -> None:
    """甲、乙的代表资格终止; 其代表资格自行终止."""
    found: list[str] = []
    for pattern in (_ENDED, _ENDS):
        for match in pattern.finditer(sentence.text):
            names = who(memory, sentence, match, memory.left, leavers(memory))
            for name in names:
                _ended(memory, name, match["of"] or "", sentence[match.start("names") : match.end()])
            found += names
    memory.left = [name for name in memory.left if name not in found]
    memory.last.name(found)


def _ended(
    memory: Memory,
    name: str,
    of: str,
    passage: Passage,
    event: PersonnelEvent | None = None,
) -> None:
    ctx = memory.ctx
    seat = memory.seats.get(name) or Seat(name)
    congress = find_congress(of + "代表", ctx) or seat.congress or memory.congress
    evidence = ctx.evidence(passage, "deputies.ended")
    why = seat.reason
    memory.changes.append(
        DeputyChange(name, congress.body, congress.term, seat.unit, "terminated", why, seat.described, evidence)
    )
    memory.events.append(
        event or _event("terminate", name, congress, _date(ctx), ctx.meeting, _organ(ctx), why, evidence)
    )


def _released(memory: Memory, sentence: Passage, release: Release) -> None:
    """接受某某辞去代表职务, 罢免某某的代表职务; a report on qualifications only tells of it as the reason."""
    ctx, match = memory.ctx, release.match
    names = who(memory, sentence, match, memory.left, nearest(leavers(memory), sentence.text[: match.start()]))
    passage = sentence[match.start() : match.end()]
    recalled = release.event == "dismiss"
    for name in names:
        seat = memory.seats.setdefault(name, Seat(name))
        seat.congress = find_congress((match["of"] or "") + "代表", ctx) or seat.congress
        seat.reason = seat.reason or release.reason or ("罢免" if recalled else "接受辞去代表职务的请求")
        if recalled or not memory.report:
            congress, organ = seat.congress or memory.congress, release.decided_by or _organ(ctx)
            meeting, reason = (ctx.meeting if release.own else None), (None if recalled else release.reason)
            evidence = ctx.evidence(passage, f"deputies.{release.event}")
            event = _event(release.event, name, congress, release.date, meeting, organ, reason, evidence)
            _ended(memory, name, "", passage, event)
        elif release.decided_by and release.date:
            evidence = ctx.evidence(passage, "deputies.told")
            congress = seat.congress or memory.congress
            memory.events.append(
                _event(release.event, name, congress, release.date, None, release.decided_by, None, evidence)
            )
    memory.last.name(names)


def _date(ctx: Context) -> str | None:
    """The day of a paper that itself ends or confirms seats; news of an election tells of them on no day of its own."""
    sitting = ctx.meeting is not None and ctx.meeting.body.endswith("常务委员会")
    formal = sitting or ctx.type != "other" or ctx.declared or ctx.note is not None or is_report(ctx)
    return ctx.date if formal else None


def _organ(ctx: Context) -> str | None:
    """Who decides: the body that meets, else the organ of the title."""
    match = _ORGAN.match(ctx.title)
    return ctx.meeting.body if ctx.meeting else match.group() if match else None


def _event(
    event: str,
    person: str,
    congress: Congress,
    date: str | None,
    meeting: MeetingRef | None,
    decided_by: str | None,
    reason: str | None,
    evidence: Evidence,
) -> PersonnelEvent:
    return PersonnelEvent(event, person, congress.body, "代表", None, date, meeting, decided_by, None, reason, evidence)
