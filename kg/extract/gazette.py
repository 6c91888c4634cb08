"""All facts of one gazette, item by item; bodies stand as printed."""

from __future__ import annotations

from kg.extract.agenda import agenda
from kg.extract.attendance import attendance
from kg.extract.context import Context
from kg.extract.decisions import decisions
from kg.extract.deputies import deputies, without_repeated
from kg.extract.filings import filings
from kg.extract.heading import item
from kg.extract.masthead import masthead, year_of
from kg.extract.meetings import named_meetings, own_meeting
from kg.extract.motions import motions
from kg.extract.news import news
from kg.extract.personnel import personnel
from kg.extract.positions import positions
from kg.extract.resignations import letter, seats
from kg.extract.votes import votes
from kg.lexicon import Lexicon
from kg.model.gazette import Gazette
from kg.model.source import Source
from kg.segment.items import Segmentation


def extract(source: Source, segmentation: Segmentation, place: tuple[str, ...], lexicon: Lexicon) -> Gazette:
    """The facts of a segmented source, and how its sentences with a trigger ended."""
    gazette = Gazette(source, masthead(source, segmentation.masthead, place))
    for number, draft in enumerate(segmentation.drafts, 1):
        year = gazette.masthead.year or year_of(source)
        _item(gazette, Context(source, lexicon, draft, number, place, year, triggers=gazette.triggers))
    return gazette


def _item(gazette: Gazette, ctx: Context) -> None:
    fact, stated = item(ctx)
    events = list(personnel(ctx, gazette.triggers))
    changes, seat_events = deputies(ctx)
    events = [*without_repeated(events, seat_events), *seat_events]
    events += [*letter(ctx), *filings(ctx)]
    counted = list(votes(ctx))
    events += motions(ctx, counted, events)
    rows, counts = attendance(ctx)
    gazette.items.append(fact)
    gazette.positions += stated
    gazette.positions += positions(ctx)
    gazette.personnel += events
    gazette.deputies += [*changes, *seats(ctx, events)]
    gazette.votes += counted
    gazette.attendance += [*rows, *news(ctx)]
    gazette.agenda += agenda(ctx)
    gazette.decisions += decisions(ctx, events)
    gazette.meetings += [*own_meeting(ctx, counts, counted), *named_meetings(ctx)]
    gazette.issues += ctx.issues
