"""Where a text says that somebody works: the words behind a deputy's name, and the reasons of an end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model.people import Sighting
from kg.recognise.posts import titles
from kg.resolve.people.runs import Run

Found = Iterator[tuple[int, int, Sighting, Sighting]]

# A shorter name of a body may stand inside another word.
_SHORTEST = 2
# Organs that every place has: without the place they tell nobody's.
_GENERAL = re.compile(r"^人民|^委员会|^监察委员会|^常务委员会")
# What may stand in front of a body's name that is whole, and where what is said of it ends.
_BEFORE = re.compile(r"(?:^|[省市区县州旗盟镇乡原任为到往至调和及兼\s，、；。（(])$")
_UNTIL = re.compile(r"(?P<said>[^，；。（(\s]+)")
_AND = re.compile(r"(?:职务)?(?:[、兼和及]|$)")


def described(found: list[Run], lexicon: Lexicon) -> Found:
    """The text says where the other works, or goes: the words behind a deputy's name, or the reason of an end."""
    by_place, by_name = _works(found)
    known: dict[tuple[str, str], list[int]] = {}
    for at, run in enumerate(found):
        for one in run.sightings:
            words = "，".join(filter(None, (one.described_as, one.reason)))
            if words and (words, run.place) not in known:
                near = {at for last, group in by_name.items() if last in words for at in group} | by_place[run.place]
                known[words, run.place] = [at for at in sorted(near) if _names(words, run, found[at], lexicon)]
            fitting = known[words, run.place] if words else []
            yield from ((at, other, one, found[other].sightings[0]) for other in fitting if other != at)


def _works(found: list[Run]) -> tuple[defaultdict[str, set[int]], defaultdict[str, set[int]]]:
    """The runs of posts by their place, and by the last place in the name of their body, which words may print."""
    by_place: defaultdict[str, set[int]] = defaultdict(set)
    by_name: defaultdict[str, set[int]] = defaultdict(set)
    for at, run in enumerate(found):
        if run.body is not None and not run.sense.mass:
            by_place[run.place].add(at)
            by_name[run.sense.places[-1] if run.sense.places else ""].add(at)
    return by_place, by_name


def same_employer(found: list[Run], lexicon: Lexicon) -> Found:
    """Two lists of deputies of one place print one employer behind the name: a village, a firm, a school."""
    employers: dict[tuple[str, str | None], tuple[int, Sighting]] = {}
    for at, run in enumerate(found):
        for one in run.sightings:
            # Every county has its 县人民医院.
            name = run.place, _employer(one.described_as or "", lexicon)
            if name[1] and name in employers and employers[name][0] != at:
                yield employers[name][0], at, employers[name][1], one
            elif name[1]:
                employers[name] = at, one


def _names(words: str, told: Run, run: Run, lexicon: Lexicon) -> bool:
    """Whether words name a title in the body of a post: in full, from its last place on, or in its own place."""
    if run.body is None or run.sense.institution is None:
        return False
    places, body, whole = run.sense.places, run.body, run.sense.institution
    if not places or body in words:
        return _titled(words, body, run, lexicon) or (len(whole) > _SHORTEST and _titled(words, whole, run, lexicon))
    tail = body[body.find(places[-1]) + len(places[-1]) :]
    if tail and any(_titled(words, "".join(places[start:]) + tail, run, lexicon) for start in range(len(places))):
        return True
    inside = whole.rpartition(places[-1])[2]
    if len(inside) <= _SHORTEST or _GENERAL.match(inside) or told.place != run.place:
        return False
    return _titled(words, inside, run, lexicon, first=True)


def _titled(words: str, body: str, run: Run, lexicon: Lexicon, *, first: bool = False) -> bool:
    """Whether a title stands behind a body's name: 区教育局干部 is not its head, nor 区教育局局长秘书.

    With `first` nothing of a longer name may stand in front: 区第二实验小学 is not 区实验小学.
    """
    known = run.title or "—"
    for found in re.finditer(re.escape(body), words):
        whole = not first or _BEFORE.search(words[: found.start()])
        said = _UNTIL.match(words, found.end())
        parts = _AND.split(said["said"]) if whole and said else []
        if any(part.endswith(known) or titles(lexicon).suffix.search(part) for part in parts):
            return True
    return False


def _employer(words: str, lexicon: Lexicon) -> str | None:
    """The employer printed behind a deputy's name, as far as it is told by its ending."""
    found = re.match(rf"(?P<name>[^，、；\s]{{3,}}?(?:{lexicon.identity.employers}))", words)
    return found["name"] if found and len(found["name"]) > _SHORTEST + 2 else None
