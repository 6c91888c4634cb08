"""Sightings to people in flat memory: sorted by name on the disk, then resolved one name at a time."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from itertools import groupby
from pathlib import Path

from kg.lexicon import Lexicon
from kg.model.people import Sighting
from kg.rdf.nquads import write_sorted
from kg.rdf.people import PeopleQuads, Row, sighting
from kg.resolve.people.judgements import Judgements
from kg.resolve.people.resolve import resolve_name

Seen = tuple[Sighting, str]


def people_lines(
    rows: Iterable[Row], base: str, folder: Path, lexicon: Lexicon, judgements: Judgements
) -> Iterator[str]:
    """N-Quads lines of all people, from the rows of `SIGHTINGS` in any order; not sorted as a whole.

    Sorted chunks of the rows lie in `folder` while it works.
    """
    quads = PeopleQuads(base)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".people-") as scratch:
        spilled = Path(scratch) / "sightings"
        write_sorted((_line(judgements, *sighting(row)) for row in rows), spilled)
        with spilled.open(encoding="utf-8", newline="\n") as lines:
            for block, group in groupby(map(_read, lines), key=lambda found: found[0]):
                seen = [one for _, one in group]
                sightings = [one for one, _ in seen]
                resolution = resolve_name(sightings, lexicon, judgements.of(sightings, block))
                yield from quads.of(resolution, seen)


def _line(judgements: Judgements, one: Sighting, link: str) -> str:
    return json.dumps([judgements.block(one), link, astuple(one)], ensure_ascii=False) + "\n"


def _read(line: str) -> tuple[str, Seen]:
    block, link, values = json.loads(line)
    return block, (Sighting(*values), link)
