"""Letters of resignation, and what acceptance and election mean for a deputy's seat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.congresses import find_congress
from kg.extract.context import Context
from kg.extract.departures import is_report
from kg.model.facts import DeputyChange, PersonnelEvent
from kg.recognise.names import certain_name
from kg.recognise.posts import post_list

_ASKS = re.compile(r"(?:辞去|辞掉)(?:我)?(?:本人)?(?:所)?(?:担任的)?(?P<posts>[^。；]+?)(?:职务|一职)(?:的请求)?")
_REASON = re.compile(r"(?:因|由于)[^，。；]{1,24}")
_SIGNER = re.compile(r"^(?:申请人|辞职人|请求人|报告人)?[：:]?(?P<name>[一-龥·•]{2,12})$")
_SEAT = {"accept_resignation": "terminated", "elect": "elected", "dismiss": "terminated", "terminate": "terminated"}


def letter(ctx: Context) -> Iterator[PersonnelEvent]:
    """The person's own letter: who asks to leave which post, on the day that it is signed."""
    if ctx.type != "resignation_letter":
        return
    name = _signer(ctx)
    for paragraph in ctx.paragraphs:
        for match in _ASKS.finditer(paragraph.text):
            posts = post_list(match["posts"], ctx.lexicon)
            if name is None or posts is None:
                ctx.issue("unread_trigger", paragraph, "a letter of resignation whose signature or post was not read")
                return
            reason = _REASON.search(paragraph.text[: match.start()])
            evidence = ctx.evidence(paragraph[match.start() : match.end()], "personnel.letter")
            for post in posts:
                yield PersonnelEvent(
                    "resign", name, post.body or None, post.title, post.qualifier, ctx.signed, None, None, None,
                    reason.group() if reason else None, evidence,
                )  # fmt: skip
            return


def _signer(ctx: Context) -> str | None:
    for line in reversed(ctx.draft.body):
        match = _SIGNER.match(line.text)
        if match and certain_name(match["name"], ctx.lexicon):
            return match["name"]
    return None


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
