"""Sightings to people in flat memory: sorted by name on the disk, then resolved one name at a time."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from kg.lexicon import Lexicon
from kg.model.people import Sighting
from kg.rdf.nquads import write_sorted
from kg.rdf.people import PeopleQuads, Row, sighting
from kg.rdf.pinyin import reading
from kg.resolve.people.judgements import Judgements
from kg.resolve.people.resolve import resolve_name
from kg.resolve.people.runs import Run
from kg.resolve.people.variants import as_row, bearers, from_row, variants

# ?old ?new: the names of bodies that gazettes say were renamed.
RENAMES = """
SELECT DISTINCT ?old ?new WHERE {
  ?change a gz:BodyChange ; gz:changeType gz:NameChange .
  ?change org:originalOrganization/rdfs:label ?old ; org:resultingOrganization/rdfs:label ?new .
}
"""

# `astuple` would copy every value.
_values = attrgetter(*(column.name for column in fields(Sighting)))


def people_lines(
    rows: Iterable[Row],
    base: str,
    folder: Path,
    lexicon: Lexicon,
    judgements: Judgements,
    renamed: Mapping[str, str],
) -> Iterator[str]:
    """N-Quads lines of all people, from the rows of `SIGHTINGS` in any order; not sorted as a whole.

    `renamed` is what `present_names` makes of the rows of `RENAMES`.
    What is sorted lies in `folder` while it works.
    """
    quads, sound = PeopleQuads(base), partial(reading, lexicon=lexicon)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".people-") as scratch:
        seen, alike = Path(scratch) / "sightings", Path(scratch) / "bearers"
        write_sorted((_line(judgements, *sighting(row)) for row in rows), seen)
        with (Path(scratch) / "unsorted").open("w+", encoding="utf-8", newline="\n") as unsorted:
            for block, group in _groups(seen):
                known = [(Sighting(*values), link) for link, values in group]
                sightings = [one for one, _ in known]
                resolution = resolve_name(sightings, lexicon, judgements.of(sightings, block), renamed)
                judgements.contradict(resolution.contradicted)
                yield from quads.of(resolution, known)
                unsorted.writelines(_bearers(resolution.runs, lexicon))
            unsorted.seek(0)
            write_sorted(unsorted, alike)
        for _, group in _groups(alike):
            for pair in variants(map(from_row, (row for (row,) in group)), lexicon, judgements, sound):
                yield from quads.pair(pair)


def present_names(rows: Iterable[Row]) -> dict[str, str]:
    """The last name of each body that was renamed, by each of its older ones; of two new names none is meant."""
    told: dict[str, set[str]] = {}
    for old, new in rows:
        if old is not None and new is not None and old != new:
            told.setdefault(old, set()).add(new)
    step = {old: names.pop() for old, names in told.items() if len(names) == 1}
    found: dict[str, str] = {}
    for old in step:
        seen, name = {old}, step[old]
        while name in step and name not in seen:
            seen.add(name)
            name = step[name]
        found[old] = name
    return found


def _line(judgements: Judgements, one: Sighting, link: str) -> str:
    return json.dumps([judgements.block(one), link, _values(one)], ensure_ascii=False) + "\n"


def _bearers(found: Iterable[Run], lexicon: Lexicon) -> Iterator[str]:
    for run in found:
        for key, bearer in bearers(run, lexicon):
            yield json.dumps([key, as_row(bearer)], ensure_ascii=False) + "\n"


def _groups(path: Path) -> Iterator[tuple[str, list[list[Any]]]]:
    """The lines of a sorted file by their first value, each as the rest of its values."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for key, group in groupby(map(json.loads, lines), key=lambda row: str(row[0])):
            yield key, [row[1:] for row in group]
