"""All facts of one gazette, item by item; bodies stand as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.attendance.lists import attendance
from kg.extract.attendance.news import news
from kg.extract.context import Context
from kg.extract.deputies.seats import deputies, without_repeated
from kg.extract.explained import bodies_ended, told_by
from kg.extract.items.agenda import agenda
from kg.extract.items.decisions import decisions
from kg.extract.items.heading import item
from kg.extract.items.masthead import masthead, year_of
from kg.extract.items.meetings import named_meetings, own_meeting
from kg.extract.ledger import has_trigger
from kg.extract.personnel.events import personnel
from kg.extract.personnel.filings import filings
from kg.extract.personnel.letters import letter, seats
from kg.extract.personnel.silence import report_silent
from kg.extract.positions.cards import cards
from kg.extract.positions.changed import without_acts
from kg.extract.positions.own import of_own_institution
from kg.extract.positions.statements import positions
from kg.extract.positions.surnames import surnames_alone
from kg.extract.reports.bodies import named_bodies
from kg.extract.reports.changes import body_changes
from kg.extract.reports.documents import documents
from kg.extract.reports.fiscal.figures import figures
from kg.extract.reports.follow_ups import follow_ups
from kg.extract.reports.offices import offices
from kg.extract.reports.opinions.answered import answered_opinion
from kg.extract.reports.opinions.demands import opinions
from kg.extract.reports.plan.schedule import topics
from kg.extract.reports.projects import projects
from kg.extract.reports.responsibilities.gather import responsibilities
from kg.extract.unread_tables import report_tables
from kg.extract.votes.counts import votes
from kg.extract.votes.motions import motions
from kg.lexicon import Lexicon
from kg.model.facts import Evidence
from kg.model.gazette import Gazette
from kg.model.source import Source
from kg.segment.items import Segmentation


def extract(source: Source, segmentation: Segmentation, place: tuple[str, ...], lexicon: Lexicon) -> Gazette:
    """The facts of a segmented source, and how its sentences with a trigger ended."""
    gazette = Gazette(source, masthead(source, segmentation.masthead, place))
    before, named = None, set[tuple[str, str]]()
    for number, draft in enumerate(segmentation.drafts, 1):
        year = gazette.masthead.year or year_of(source)
        ctx = Context(source, lexicon, draft, number, place, year, before=before)
        _item(gazette, ctx)
        gazette.named += named_bodies(ctx, named)
        before = ctx.mention or before
    return gazette


def _item(gazette: Gazette, ctx: Context) -> None:
    fact, stated = item(ctx)
    events = list(personnel(ctx))
    changes, seat_events = deputies(ctx)
    events = [*without_repeated(events, seat_events), *seat_events]
    events += [*letter(ctx), *filings(ctx, events)]
    counted = list(votes(ctx))
    events += motions(ctx, counted, events)
    told_by(ctx, [vote.evidence for vote in counted if vote.person])
    rows, counts = attendance(ctx)
    gazette.items.append(fact)
    held = [*stated, *positions(ctx), *cards(ctx), *surnames_alone(ctx)]
    gazette.positions += of_own_institution(ctx, without_acts(held, events))
    gazette.personnel += events
    gazette.deputies += [*changes, *seats(ctx, events)]
    gazette.votes += counted
    gazette.attendance += [*rows, *news(ctx)]
    gazette.agenda += agenda(ctx)
    gazette.decisions += decisions(ctx, events)
    gazette.meetings += [*own_meeting(ctx, counts, counted), *named_meetings(ctx)]
    _reports(gazette, ctx)
    told = [fact.evidence for facts in (events, changes, counted) for fact in facts]
    report_silent(ctx, events, told)
    report_tables(ctx, _of_people(gazette))
    _account(gazette, ctx, told)
    gazette.issues += ctx.issues


def _of_people(gazette: Gazette) -> Iterator[Evidence]:
    """Where the facts that name somebody stand."""
    lists = (gazette.personnel, gazette.deputies, gazette.votes, gazette.attendance, gazette.positions, gazette.offices)
    yield from (fact.evidence for facts in lists for fact in facts)
    yield from (duty.evidence for duty in gazette.responsibilities)


def _account(gazette: Gazette, ctx: Context, stated: Sequence[Evidence]) -> None:
    """Count how the sentences that speak of an act ended."""
    told = (sentence for sentence in ctx.sentences if has_trigger(sentence, ctx.lexicon))
    ctx.ledger.settle(told, stated, gazette.triggers)


def _reports(gazette: Gazette, ctx: Context) -> None:
    gazette.projects += projects(ctx)
    gazette.responsibilities += responsibilities(ctx)
    gazette.opinions += opinions(ctx, gazette.items[-1])
    for report in follow_ups(ctx, gazette.items[-1]):
        gazette.follow_ups.append(report)
        gazette.opinions += answered_opinion(ctx, gazette.items[-1], report)
    gazette.points |= ctx.points
    gazette.plan += topics(ctx)
    gazette.fiscal += figures(ctx)
    gazette.documents += documents(ctx)
    changed = list(body_changes(ctx))
    bodies_ended(ctx, [change.evidence for change in changed])
    gazette.body_changes += changed
    gazette.offices += offices(ctx)
