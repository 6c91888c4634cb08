"""Reports on the qualifications of deputies: seats that begin, end and are confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.context import Context
from kg.model.facts import DeputyChange, PersonnelEvent
from kg.model.source import Passage
from kg.recognise.names import Name, certain_name, name_list
from kg.recognise.numbers import NUMERAL, number
from kg.recognise.posts import titles

_CONGRESS = rf"(?P<congress>[一-龥]{{0,20}}?(?:第(?P<term>{NUMERAL})届)?(?:人民代表大会|人大))代表"
_CHOSEN = re.compile(rf"(?:由|，|；|。|^)(?P<unit>[^，。；由]{{2,30}}?)选(?:举|出)?(?:产生)?的{_CONGRESS}[，、]?(?P<rest>[^。；]*?)(?=；由|以及由|；|。|$)")
_FILLED = re.compile(rf"(?:^|；|。|，)(?:由)?(?P<unit>[^，。；]{{2,40}}?)(?:依法)?补选(?:了)?(?P<who>[^。；]+?)(?=；|为[^；。]*代表|$)")
_AS = re.compile(rf"为{_CONGRESS}")
_VALID = re.compile(r"(?P<names>[^，。；]+?)(?:等.{1,4}(?:名|位)?(?:同志|代表)?)?的代表资格(?:均)?有效")
_ENDED = re.compile(r"(?:^|，|；|。)(?P<names>[^，。；]+?)(?:同志)?的(?P<of>[^，。；的]{0,20}?)代表资格(?:相应|自然|自行|依法|随之|均|即)*终止")
_POST_ENDED = re.compile(r"(?:^|，|；|。)(?P<names>[^，。；]+?)(?:同志)?的(?P<posts>[^，。；]+?)职务(?:也)?(?:相应|自然|自行|随之)*(?:终止|撤销)")
_REASON = re.compile(r"[，、](?P<reason>(?:已|因|由于|本人|于|病|调|依法|提出|不幸)[^。；]*?)$")


@dataclass(slots=True)
class Seat:
    """What a report says of one deputy before it says that the seat ends or begins."""

    unit: str | None
    congress: str | None
    term: int | None
    described: str | None
    reason: str | None
    passage: Passage


def deputies(ctx: Context) -> tuple[list[DeputyChange], list[PersonnelEvent]]:
    """Changes of seats, with the personnel events that they are."""
    changes: list[DeputyChange] = []
    events: list[PersonnelEvent] = []
    if ctx.type != "deputy_qualification_report":
        return changes, events
    seats: dict[str, Seat] = {}
    for paragraph in ctx.paragraphs:
        _remember(ctx, paragraph, seats)
        filled = list(_filled(ctx, paragraph))
        changes += filled
        events += [_event(ctx, "elect", change.person, change.congress, None, change) for change in filled]
        events += [_event(ctx, "confirm", name, _congress(ctx), paragraph) for name in _valid(ctx, paragraph)]
        ended = list(_ended(ctx, paragraph, seats))
        changes += ended
        events += [_event(ctx, "terminate", change.person, change.congress, None, change) for change in ended]
    return changes, events


def _congress(ctx: Context) -> str:
    """The congress of the item: named in its title or text with a term, else the own one."""
    for text in (ctx.title, *(paragraph.text for paragraph in ctx.paragraphs)):
        match = re.search(rf"{_CONGRESS}", text)
        if match and match["term"] and match["congress"]:
            return match["congress"]
    return (ctx.meeting.body.removesuffix("常务委员会") if ctx.meeting else "") or "人民代表大会"


def _remember(ctx: Context, paragraph: Passage, seats: dict[str, Seat]) -> None:
    """由某选区选出的某届人民代表大会代表、某局局长某某，已调离: what is said of each deputy."""
    pending: list[tuple[str, Seat]] = []
    for match in _CHOSEN.finditer(paragraph.text):
        rest = match["rest"]
        reason = _REASON.search(rest)
        who = rest[: reason.start()] if reason else rest
        name, described = _name_behind(who.rstrip("，、以及"), ctx)
        if name is None:
            continue
        term = number(match["term"]) if match["term"] else None
        seat = Seat(match["unit"].removeprefix("由"), match["congress"], term, described, reason["reason"] if reason else None, paragraph)
        seats[name] = seat
        pending.append((name, seat))
        if seat.reason:
            for _, earlier in pending[:-1]:
                earlier.reason = earlier.reason or seat.reason
            pending.clear()


def _name_behind(text: str, ctx: Context) -> tuple[str | None, str | None]:
    """The name at the end of a description, and the description before it."""
    if certain_name(text, ctx.lexicon):
        return text, None
    for match in reversed(list(titles(ctx.lexicon).anywhere.finditer(text))):
        name = text[match.end() :].removesuffix("同志")
        if certain_name(name, ctx.lexicon):
            return name, text[: match.end()]
    for length in (3, 2, 4):
        if certain_name(text[-length:], ctx.lexicon) and text[-length - 1 : -length] in "、，的":
            return text[-length:], text[:-length].rstrip("、，") or None
    return None, None


def _filled(ctx: Context, paragraph: Passage) -> Iterator[DeputyChange]:
    """第某选区补选某局局长某某为某届人民代表大会代表."""
    named = _AS.search(paragraph.text)
    for match in _FILLED.finditer(paragraph.text):
        name, described = _name_behind(match["who"], ctx)
        if name is None:
            ctx.issue("unread_trigger", paragraph, f"{match['who']}: no name was recognised behind 补选")
            continue
        congress = named["congress"] if named and named["congress"] else _congress(ctx)
        term = number(named["term"]) if named and named["term"] else _term(congress)
        passage = paragraph[match.start() : match.end()]
        yield DeputyChange(name, congress, term, match["unit"], "elected", None, described, ctx.evidence(passage, "deputies.filled"))


def _term(congress: str) -> int | None:
    match = re.search(rf"第({NUMERAL})届", congress)
    return number(match.group(1)) if match else None


def _valid(ctx: Context, paragraph: Passage) -> Iterator[str]:
    for match in _VALID.finditer(paragraph.text):
        yield from _listed(ctx, paragraph, match)


def _listed(ctx: Context, paragraph: Passage, match: re.Match[str]) -> list[str]:
    start = match.start("names") + len(re.match(r"^(?:确认|认为|同意|经审查|其中)?", match["names"]).group())  # type: ignore[union-attr]
    names: list[Name] | None = name_list(paragraph[start : match.end("names")], ctx.lexicon)
    if names is None:
        ctx.issue("unread_trigger", paragraph, f"{match['names']}: not read as a list of names")
    return [name.text for name in names or ()]


def _ended(ctx: Context, paragraph: Passage, seats: dict[str, Seat]) -> Iterator[DeputyChange]:
    for match in _ENDED.finditer(paragraph.text):
        for name in _listed(ctx, paragraph, match):
            seat = seats.get(name)
            congress = (seat.congress if seat else None) or match["of"] or _congress(ctx)
            passage = paragraph[match.start("names") : match.end()]
            yield DeputyChange(
                name,
                congress if "大" in congress else _congress(ctx),
                seat.term if seat else None,
                seat.unit if seat else None,
                "terminated",
                seat.reason if seat else None,
                seat.described if seat else None,
                ctx.evidence(passage, "deputies.ended"),
            )


def _event(
    ctx: Context, event: str, person: str, congress: str, paragraph: Passage | None, change: DeputyChange | None = None
) -> PersonnelEvent:
    evidence = change.evidence if change else ctx.evidence(paragraph or ctx.draft.lines[0].tight, f"deputies.{event}")
    elect = event == "elect"
    return PersonnelEvent(
        event,
        person,
        congress,
        "代表",
        None,
        None if elect else ctx.date,
        None if elect else ctx.meeting,
        (change.constituency if change and elect else None) or (ctx.meeting.body if ctx.meeting else None),
        None,
        change.reason if change else None,
        evidence,
    )
