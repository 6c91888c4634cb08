"""Letters of resignation, and what acceptance and election mean for a deputy's seat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.context import Context
from kg.extract.deputies.congresses import find_congress
from kg.extract.deputies.departures import is_report
from kg.extract.deputies.offices import in_congress
from kg.extract.explained import explained
from kg.model.facts import DeputyChange, PersonnelEvent
from kg.model.source import Passage
from kg.recognise.dates import find_dates
from kg.recognise.names import certain_name, is_name
from kg.recognise.posts import post_list

_TITLE = re.compile(r"^辞(?:呈|职(?:报告|信|书|请求|申请书?))$")
_ASKS = re.compile(
    r"(?:辞去|辞掉)(?:我)?(?:本人)?(?:所)?(?:担任的)?(?P<posts>[^。；，]{2,80}?(?:、[^。；]{2,80}?)?)的?(?:职务|一职)(?:的请求)?"
)
_REASON = re.compile(r"(?:因|由于)[^，。；]{1,24}")
_DAY = r"(?P<day>(?:\d{4}|[〇零一二三四五六七八九]{4})年[^，。；]{1,9})?"
_SIGNER = re.compile(
    r"^(?P<role>(?:申请人|辞职人|请求人|报告人|签名|签字)[：:]?)?(?P<name>[一-龥·•]{2,12}?)(?:（(?:签名|签字|签章|盖章|章|印)）)?"
    rf"{_DAY}$"
)
_SEAT = {"accept_resignation": "terminated", "elect": "elected", "dismiss": "terminated", "terminate": "terminated"}


def letter(ctx: Context) -> Iterator[PersonnelEvent]:
    """The person's own letter: who asks to leave which post, on the day that it is signed."""
    if ctx.type != "resignation_letter" and not _TITLE.match(ctx.title):
        return
    for sentence in ctx.sentences:
        match = _ASKS.search(sentence.text)
        if match:
            yield from _asked(ctx, sentence, match)
            return


def _asked(ctx: Context, sentence: Passage, match: re.Match[str]) -> Iterator[PersonnelEvent]:
    name, day = _signature(ctx)
    posts = post_list(match["posts"], ctx.lexicon)
    if name is None or posts is None:
        ctx.issue("unread_trigger", sentence, "a letter of resignation whose signature or post was not read")
        return
    explained(ctx, sentence)
    found = _REASON.search(sentence.text[: match.start()])
    reason = found.group() if found else None
    evidence = ctx.evidence(sentence[match.start() : match.end()], "personnel.letter")
    for post in in_congress(posts, None, ctx):
        yield PersonnelEvent(
            "resign", name, post.body or None, post.title, post.qualifier, day, None, None, None, reason, evidence
        )


def _signature(ctx: Context) -> tuple[str | None, str | None]:
    """Who signs, and the day printed beside or below the name."""
    for line in reversed(ctx.draft.body):
        match = _SIGNER.match(line.text)
        if match is None:
            continue
        name = match["name"]
        if certain_name(name, ctx.lexicon) or (match["role"] and is_name(name, ctx.lexicon)):
            found = find_dates(match["day"] or "") or find_dates(ctx.draft.body[-1].text)
            return name, ctx.signed or (found[0].iso if found else None)
    return None, ctx.signed


def seats(ctx: Context, events: Sequence[PersonnelEvent]) -> Iterator[DeputyChange]:
    """The seats that begin or end with the events of an item; a report on qualifications states its own."""
    if is_report(ctx):
        return
    for event in events:
        change = _SEAT.get(event.event)
        if change is None or event.title != "代表" or event.person is None:
            continue
        reason = "接受辞去代表职务的请求" if event.event == "accept_resignation" else event.reason
        congress = find_congress(event.evidence.text, ctx)
        term = congress.term if congress else None
        yield DeputyChange(event.person, event.body or "人民代表大会", term, None, change, reason, None, event.evidence)
