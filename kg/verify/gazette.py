"""All checks of a gazette, in the order of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.lexicon import Lexicon
from kg.model.gazette import Gazette
from kg.segment.items import Segmentation
from kg.verify.agenda import missing_documents
from kg.verify.annexes import missing_annexes
from kg.verify.counts import counts_against_lists
from kg.verify.deputies import deputies_left
from kg.verify.enumerations import announced_and_told, numbering_gaps
from kg.verify.meetings import meetings_and_dates
from kg.verify.money import accounts, adjustments, figures_twice, parts_of_debt
from kg.verify.posts import after_the_end, seats_and_posts
from kg.verify.record import Contradiction, Record, told
from kg.verify.sums import sums_of_counts
from kg.verify.titles import titles
from kg.verify.votes import vote_sums

CHECKS: tuple[Callable[[Record], Iterator[Contradiction]], ...] = (
    counts_against_lists,
    vote_sums,
    meetings_and_dates,
    titles,
    missing_documents,
    missing_annexes,
    after_the_end,
    seats_and_posts,
    deputies_left,
    adjustments,
    accounts,
    parts_of_debt,
    figures_twice,
    sums_of_counts,
    announced_and_told,
    numbering_gaps,
)


def verify(gazette: Gazette, segmentation: Segmentation, lexicon: Lexicon) -> Gazette:
    """The same gazette with its `findings` filled: each once, in the order in which their first side stands."""
    record = Record(gazette, segmentation, lexicon)
    found = {told(one, lexicon): None for check in CHECKS for one in check(record)}
    gazette.findings = sorted(found, key=lambda one: (min(side.start for side in one.sides), one.kind, one.en))
    return gazette
