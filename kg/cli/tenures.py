"""Tenures as rows for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kg.answers.tenures import evidence
from kg.cli.output import filled, print_table

if TYPE_CHECKING:
    from kg.query import Tenure


Row = dict[str, str | None]
WHEN = ("from", "until", "certain", "possible", "status", "why", "evidence")
UNKNOWN = "?"
_NONE = "–"


def row_of(tenure: Tenure, lead: Row) -> Row:
    """A row of a table: what leads it, then when and why; an end that is not known is `?`, and never the present."""
    return {
        **lead,
        "from": tenure.start.text,
        "until": UNKNOWN if tenure.end.latest is None else tenure.end.text,
        "certain": "..".join(tenure.certain) if tenure.certain else _NONE,
        "possible": "..".join(bound or UNKNOWN for bound in tenure.possible),
        "status": tenure.status,
        "why": tenure.why,
        "evidence": evidence(tenure),
    }


def person_of(tenure: Tenure) -> str:
    """A holder's name, with how the post was held: acting, seconded."""
    return f"{tenure.name}（{tenure.qualifier}）" if tenure.qualifier else tenure.name


def without(place: str | None, name: str) -> str:
    """A name without the place that stands above it already."""
    rest = name.removeprefix(place or "")
    return rest if len(rest) > 1 else name


def print_tenures(tenures: Iterable[Tenure], lead: Callable[[Tenure], Row]) -> None:
    """A table of tenures behind the columns that `lead` gives."""
    print_table_of([row_of(one, lead(one)) for one in tenures])


def print_rows_in_time(rows: Iterable[tuple[str, Row]]) -> None:
    """A table of rows in the order of the days they stand at."""
    print_table_of([row for _, row in sorted(rows, key=lambda pair: pair[0])])


def print_table_of(rows: list[Row]) -> None:
    """A table of rows; columns that say nothing are left out."""
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["post", *WHEN]
    print_table(*filled(names, [[row.get(name) for name in names] for row in rows]))
