"""Where the bars of a timeline lie."""

from __future__ import annotations

import pytest

from kg.publish.pages.thing.timeline import LEFT, RIGHT, timeline
from kg.query import Bound, Stretch, Tenure


def tenure(start: tuple[str | None, str | None], end: tuple[str | None, str | None]) -> Tenure:
    certain = (start[1], end[0]) if start[1] and end[0] and start[1] < end[0] else None
    return Tenure(
        "t", "p", "某人", None, "o", "某局局长", "局长", None, None, True, False, None, Bound(*start), Bound(*end),
        certain, (start[0], end[1]), "", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "kinds"),
    [
        (("2020-03-01", "2020-03-01"), ("2022-03-01", "2022-03-01"), ["maybe", "sure"]),
        (("2020-03-01", "2020-03-01"), (None, None), ["maybe", "open-end"]),
        ((None, "2020-03-01"), ("2020-03-02", None), ["maybe", "open-start", "open-end", "sure"]),
        ((None, None), (None, "2020-03-01"), ["maybe", "open-start"]),
        (("2020-01-01", "2020-12-01"), ("2021-01-01", "2021-06-01"), ["maybe", "sure"]),
    ],
)
def test_certain_possible_and_unknown_are_drawn_apart(
    start: tuple[str | None, str | None], end: tuple[str | None, str | None], kinds: list[str]
) -> None:
    drawn = timeline([("某人", None, tenure(start, end))])
    assert drawn is not None
    spans = drawn.bars[0].spans
    assert [span.kind for span in spans] == kinds
    assert all(span.width > 0 and span.x >= LEFT and span.x + span.width <= RIGHT for span in spans)


def test_a_later_day_lies_further_right() -> None:
    rows = [
        (str(year), None, tenure((f"{year}-01-01", f"{year}-01-01"), (f"{year}-06-01", f"{year}-06-01")))
        for year in (1998, 2005, 2024)
    ]
    drawn = timeline(rows, [Stretch("gap", "1998-06-01", "2005-01-01", ())])
    assert drawn is not None
    places = [bar.spans[0].x for bar in drawn.bars]
    assert places == sorted(set(places))
    assert len(drawn.years) <= 11
    assert (drawn.marks[0].kind, drawn.marks[0].x < places[1]) == ("gap", True)


def test_nothing_is_drawn_of_no_days() -> None:
    assert timeline([("某人", None, tenure((None, None), (None, None)))]) is None


def test_a_long_label_is_cut_and_kept_whole() -> None:
    drawn = timeline([("很" * 60, None, tenure(("2020-01-01", "2020-01-01"), (None, None)))])
    assert drawn is not None
    assert (len(drawn.bars[0].label), len(drawn.bars[0].title)) == (17, 60)
