"""Decisions: what was approved, accepted, convened, by whom and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.context import Context
from kg.extract.personnel.nonacts import no_act_item
from kg.model.facts import Decision, PersonnelEvent
from kg.model.source import Passage

_CONVENE = re.compile(r"(?:会议|大会)(?:定)?于.{4,60}(?:召开|举行)|关于召开|决定(?:于.{4,40})?召开")
_ACCEPT = re.compile(r"接受.{1,60}(?:辞去|辞职)")
_BY_ELECTION = re.compile(r"补选")
_RULES = re.compile(r"(?:办法|条例|规则|规定|细则|守则)(?:（.{1,10}）)?$")
_APPROVES = re.compile(r"批准|通过|报告|决算|预算|计划|规划|方案")
_SUBJECT = re.compile(r"(?:决定|批准|通过|接受|同意)(?P<subject>[^。；]{2,120})")
_LAW = re.compile(r"(?:根据|依照|按照|依据)(?P<law>《[^》]+》[^，。；]{0,40}|[一-龥]{2,10}法)")


def decisions(ctx: Context, events: Sequence[PersonnelEvent]) -> list[Decision]:
    """The decision that an item is, or none."""
    kind = _kind(ctx, events)
    if kind is None:
        return []
    text = "".join(paragraph.text for paragraph in ctx.paragraphs[:6])
    law = _LAW.search(text)
    passage = ctx.draft.heading.title if ctx.draft.heading else ctx.draft.lines[0].tight
    return [
        Decision(
            ctx.title or None,
            kind,
            ctx.meeting.body if ctx.meeting else None,
            ctx.date,
            ctx.meeting,
            _subject(ctx, kind, text),
            "通过"
            if ctx.note and ctx.draft.heading and ctx.draft.heading.note and ctx.draft.heading.note.adopted
            else None,
            law["law"] if law else None,
            ctx.evidence(_widened(ctx, passage), f"decision.{kind}"),
        )
    ]


def _widened(ctx: Context, title: Passage) -> Passage:
    """The title and the first words of the body, in the order in which they are printed."""
    if not ctx.paragraphs:
        return title
    opening = ctx.paragraphs[0][:120]
    return title + opening if title.offsets[0] < opening.offsets[0] else opening + title


def _kind(ctx: Context, events: Sequence[PersonnelEvent]) -> str | None:
    heading = ctx.draft.heading
    adopted = bool(heading and heading.note and heading.note.adopted)
    if ctx.type == "personnel_list":
        resigned = all(event.event == "accept_resignation" for event in events)
        kind = "accept_resignation" if resigned else "appoint_remove"
        return kind if events and no_act_item(ctx) is None else None
    if ctx.type == "resignation_decision":
        return "accept_resignation"
    if ctx.type in ("announcement", "decision"):
        kind = _by_words(ctx, events)
        # A paper that names no meeting and does nothing that is known only informs.
        return None if kind == "other" and ctx.meeting is None else kind
    if ctx.type == "resolution":
        return "approve" if _APPROVES.search(ctx.title) else "other"
    if ctx.type == "election_report":
        return _elected(ctx.title + ctx.text)
    if ctx.type == "deputy_qualification_report":
        return "confirm_deputies" if adopted else None
    if ctx.type == "deliberation_opinion":
        return "adopt_opinion" if adopted else None
    if ctx.type == "other":
        return "other" if adopted and _RULES.search(ctx.title) else None
    return "approve" if adopted and ctx.type not in ("agenda", "attendance", "observers", "explanation") else None


def _elected(text: str) -> str:
    """What an election is: that of a new term fills all seats, a by-election those that it says fell free."""
    return "by_election" if _BY_ELECTION.search(text) else "election"


def _by_words(ctx: Context, events: Sequence[PersonnelEvent]) -> str:
    text = ctx.title + "".join(paragraph.text for paragraph in ctx.paragraphs[:12])
    seats = [event.event for event in events if event.title == "代表"]
    if "confirm" in seats or "terminate" in seats:
        return "confirm_deputies"
    if any(event.event == "accept_resignation" for event in events) or _ACCEPT.search(ctx.title):
        return "accept_resignation"
    if _CONVENE.search(text) and not events:
        return "convene"
    if any(event.event == "elect" for event in events):
        return _elected(text)
    if any(event.event in ("appoint", "remove", "dismiss") for event in events):
        return "appoint_remove"
    return "approve" if re.search(r"(?:决定|予以|会议)批准|关于批准", text) else "other"


def _subject(ctx: Context, kind: str, text: str) -> str | None:
    match = _SUBJECT.search(text) if kind in ("convene", "accept_resignation", "approve", "appoint_remove") else None
    return match["subject"] if match else ctx.title or None
