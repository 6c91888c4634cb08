"""What people have decided of who is who: lines of a text file, which go before every score and outlive every build.

A line is `JUDGEMENT <TAB> LEFT <TAB> RIGHT <TAB> BY <TAB> ON <TAB> WHY`; the last three may be left out, and a line
that begins with `#` is a note. LEFT and RIGHT are keys, `NAME/POST` or `NAME/POST@GAZETTE`; `—` is no post.

- `same`: both are one person, also where the names differ
- `different`: they are two, whatever speaks against it
- `unsure`: looked at, and it cannot be told; they stay two, and are asked no more
- `name`: LEFT is misprinted, RIGHT is the name meant
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.model.errors import OutputError, QueryError
from kg.model.people import Reason, Sighting

KINDS = ("same", "different", "unsure", "name")
HEADER = "judgement\tleft\tright\tby\ton\twhy\n"
NO_POST = "—"
_DOTS = re.compile(r"[\s·•・‧．.]")


@dataclass(frozen=True, slots=True)
class Key:
    """Which sightings are meant: those of a name in a post, everywhere or in one gazette."""

    name: str
    post: str
    gazette: str | None = None

    @classmethod
    def read(cls, text: str) -> Key:
        """A key from its text. Raises ValueError when it is none."""
        name, slash, rest = _line(text).partition("/")
        post, _, gazette = rest.partition("@")
        if not name or not slash or not post:
            raise ValueError(f"{text!r} is no key; write NAME/POST or NAME/POST@GAZETTE, as `kg review` prints it")
        return cls(name.strip(), post.strip(), gazette.strip() or None)

    def __str__(self) -> str:
        return _line(f"{self.name}/{self.post}" + (f"@{self.gazette}" if self.gazette else ""))

    def fits(self, one: Sighting) -> bool:
        """Whether a sighting is meant."""
        return self.name == one.name and self.post == _line(post_of(one)) and self.gazette in (None, _line(one.stem))


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; `right` is a key, or for `name` the name meant. `line` is its place in the file."""

    kind: str
    left: Key
    right: Key | str
    by: str | None = None
    on: str | None = None
    why: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions on one name, as pairs of mentions; `alone` are mentions that stand for themselves."""

    alone: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str, Judgement], ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    def of_kind(self, *kinds: str) -> Iterator[tuple[str, str, Judgement]]:
        """The pairs of mentions so judged."""
        return (pair for pair in self.pairs if pair[2].kind in kinds)

    def corrected(self, one: Sighting) -> str:
        """The name that is meant by a sighting."""
        return self.names.get(one.mention, one.name)


NOBODY = Decided()


class Judgements:
    """All decisions of a file. It remembers which keys have met a sighting: the others are of nobody any more."""

    def __init__(self, lines: Iterable[Judgement] = ()) -> None:
        self.lines = tuple(lines)
        self._by_name: defaultdict[str, list[Key]] = defaultdict(list)
        self._met: set[Key] = set()
        self._contradicted: dict[Judgement, Judgement] = {}
        self._blocks = _blocks(self.lines)
        self._corrections = {one.left: one.right for one in self.lines if isinstance(one.right, str)}
        self._names = {
            frozenset((one.left.name, one.right.name if isinstance(one.right, Key) else one.right))
            for one in self.lines
        }
        self._by_block: defaultdict[str, list[Judgement]] = defaultdict(list)
        for one in self.lines:
            self._by_block[self._block(one.left.name)].append(one)
            for key in _keys(one):
                self._by_name[key.name].append(key)

    def block(self, one: Sighting) -> str:
        """Under which name a sighting is compared: its own, the one meant, or one judged to be the same person's."""
        for key in self._by_name.get(one.name, ()):
            if key.fits(one):
                self._met.add(key)
                if key in self._corrections:
                    return self._block(self._corrections[key])
        return self._block(one.name)

    def of(self, sightings: Sequence[Sighting], block: str) -> Decided:
        """The decisions that concern the sightings of one block."""
        lines = self._by_block.get(block, [])
        found = [pair for one in lines if isinstance(one.right, Key) for pair in _pairs(one, one.right, sightings)]
        names = {
            one.mention: self._corrections[key]
            for one in sightings
            for key in self._by_name.get(one.name, ())
            if key in self._corrections and key.fits(one)
        }
        # Holders of one post are one run; what tells two of them apart must not be joined to a run at all.
        alone = {
            mention
            for left, right, one in found
            if one.kind != "same" and isinstance(one.right, Key) and one.left.post == one.right.post
            for mention in (left, right)
        }
        return Decided(frozenset(alone), tuple(found), names)

    def judged_names(self, one: str, other: str) -> bool:
        """Whether a decision speaks of two names that are not the same."""
        return frozenset((one, other)) in self._names

    def stale(self) -> Iterator[tuple[Judgement, Key]]:
        """The decisions with a key that has met no sighting, after all sightings were asked for their block."""
        for one in self.lines:
            yield from ((one, key) for key in _keys(one) if key not in self._met)

    def contradict(self, found: Iterable[tuple[Judgement, Judgement]]) -> None:
        """Remember decisions that could not be followed, each with the one that speaks against it."""
        for one, against in found:
            self._contradicted.setdefault(one, against)

    def contradicted(self) -> Iterator[tuple[Judgement, Judgement]]:
        """The decisions that were not followed, in the order of their lines."""
        yield from sorted(self._contradicted.items(), key=lambda pair: pair[0].line)

    def _block(self, name: str) -> str:
        return self._blocks.get(plain(name), plain(name))


def read_judgements(path: Path) -> Judgements:
    """The decisions of a file; none where there is no file. Raises QueryError naming the line that is wrong."""
    if not path.exists():
        return Judgements()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as UTF-8 text ({error}); save it as UTF-8") from error
    return Judgements(_read(path, text))


def append(path: Path, cells: Sequence[str]) -> None:
    """Add one decision, given as the cells of its line, to a file that is made if it is not there.

    Raises QueryError when the decision is not well formed, OutputError when the file cannot be written.
    """
    try:
        _judgement([cell.strip() for cell in cells], 0)
    except ValueError as error:
        raise QueryError(str(error)) from error
    line = "\t".join(map(_line, cells)).rstrip() + "\n"
    try:
        new = not path.exists() or path.stat().st_size == 0
        ended = new or path.read_bytes().endswith(b"\n")
        with path.open("a", encoding="utf-8", newline="\n") as target:
            target.write((HEADER if new else "" if ended else "\n") + line)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name another with --judgements") from error


def plain(name: str) -> str:
    """A name without dots and blanks, by which names are compared."""
    return _DOTS.sub("", name)


def post_of(one: Sighting) -> str:
    """The post of a sighting as a key names it."""
    return f"{one.body or ''}{one.title or ''}" or NO_POST


def key_of(one: Sighting) -> Key:
    """The key of a sighting alone."""
    return Key(one.name, post_of(one), one.stem)


def judged(one: Judgement) -> Reason:
    """A decision as a reason."""
    said = f"{one.by or 'somebody'}{f', {one.on}' if one.on else ''}{f': {one.why}' if one.why else ''}"
    return Reason("judged", 1.0 if one.kind == "same" else 0.0, f"人工判断 / judged by {said}")


def _line(text: str) -> str:
    """A text as a key has it: the file of decisions has one space for any blanks of a file's name."""
    return " ".join(text.split())


def _read(path: Path, text: str) -> Iterator[Judgement]:
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells[0] == "judgement":
            continue
        try:
            yield _judgement(cells, number)
        except ValueError as error:
            raise QueryError(f"{path}, line {number}: {error}") from error


def _judgement(cells: list[str], number: int) -> Judgement:
    if cells[0] not in KINDS:
        raise ValueError(f"{cells[0]!r} is no judgement; write one of {', '.join(KINDS)}")
    if len(cells) < 3 or not cells[2]:
        raise ValueError("a judgement has a left and a right side, with a tab between")
    if cells[0] == "name" and "/" in cells[2]:
        raise ValueError(
            f"{cells[2]!r} is no name; on the right of `name` stands the name that is meant, without a post"
        )
    by, on, why = (*(cell or None for cell in cells[3:6]), None, None, None)[:3]
    right = cells[2] if cells[0] == "name" else Key.read(cells[2])
    return Judgement(cells[0], Key.read(cells[1]), right, by, on, why, number)


def _keys(one: Judgement) -> tuple[Key, ...]:
    return (one.left, one.right) if isinstance(one.right, Key) else (one.left,)


def _pairs(one: Judgement, right: Key, sightings: Sequence[Sighting]) -> Iterator[tuple[str, str, Judgement]]:
    """The mentions of both sides; for `same` each with the first, so that a chain joins them all."""
    ours = list(dict.fromkeys(seen.mention for seen in sightings if one.left.fits(seen)))
    theirs = list(dict.fromkeys(seen.mention for seen in sightings if right.fits(seen)))
    if one.kind == "same":
        whole = ours + theirs
        yield from ((whole[0], other, one) for other in whole[1:] if ours and theirs)
        return
    yield from ((mine, other, one) for mine in ours for other in theirs if mine != other)


def _blocks(lines: Iterable[Judgement]) -> dict[str, str]:
    """The first of the names that decisions join, for each of them."""
    joined: dict[str, set[str]] = {}
    for one in lines:
        if one.kind == "same" and isinstance(one.right, Key):
            names = {plain(one.left.name), plain(one.right.name)}
            if len(names) > 1:
                group = set().union(names, *(joined.get(name, set()) for name in names))
                joined |= dict.fromkeys(group, group)
    return {name: min(group) for name, group in joined.items()}
