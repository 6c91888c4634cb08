"""Post changes and tenures, derived from what is printed; layers 2 and 3 of the ontology.

Two passes in flat memory: `career_lines` goes through the record person by person and leaves lines, `derive` goes
through the sorted lines post by post. Only the holders of one post with one seat are in memory at a time, and one
holder of any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, groupby

from rdflib import URIRef

from kg.lexicon import Lexicon
from kg.lexicon.post_words import Capacity
from kg.model.dates import bounds
from kg.model.people import is_hidden
from kg.rdf.careers import Line, read_lines
from kg.rdf.ended import Ends
from kg.rdf.names import DEFAULT_BASE, Names
from kg.rdf.nquads import write_lines
from kg.rdf.succession import Held, succeed
from kg.rdf.tenure import Holding, Inference, Observation, holdings
from kg.rdf.tenure_triples import Tenure, tails, tenure_triples
from kg.rdf.term_bodies import FirstSession, term_body
from kg.rdf.terms import termed_holdings
from kg.resolve.kinds import compiled
from kg.resolve.posts import Term, capacity, term_of


@dataclass(frozen=True, slots=True)
class Known:
    """What counts besides the record of posts: first sessions by congress, bodies that ended, names that are alike."""

    lexicon: Lexicon
    sessions: Mapping[str, tuple[FirstSession, ...]] = field(default_factory=dict)
    ended: Ends = field(default_factory=dict)
    alike: Mapping[str, str] = field(default_factory=dict)


def derive(lines: Iterable[str], known: Known, base: str = DEFAULT_BASE) -> Iterator[str]:
    """N-Quads lines of the graph `graph/derived`, from the sorted lines of `career_lines`; not sorted as a whole."""
    names = Names(base)
    graph = names.graph("derived")
    for _, group in groupby(read_lines(lines), key=lambda line: line.post):
        for tenure in _of_post(names, group, known):
            yield from write_lines(tenure_triples(names, tenure), graph)


def _of_post(names: Names, lines: Iterator[Line], known: Known) -> Iterable[Tenure]:
    first = next(lines)
    body, title = first.body_name or "", first.title or ""
    term, seats = term_of(body, title, known.lexicon), capacity(body, title, known.lexicon)
    people = (list(group) for _, group in groupby(chain([first], lines), key=lambda line: line.person))
    tenures = (tenure for of_person in people for tenure in _of_person(names, of_person, term, known))
    return _bounded(names, list(tenures), seats, known) if seats and seats.seats == "one" else tenures


def _of_person(names: Names, lines: list[Line], term: Term | None, known: Known) -> Iterator[Tenure]:
    """The tenures of one person in one post, bounded by all but the other holders."""
    seen = list(dict.fromkeys(o for line in lines if (o := line.observation) is not None))
    if term is None:
        found = holdings(seen)
    else:
        turns = (session.turn(early=term.early) for session in known.sessions.get(term.congress, ()))
        found = termed_holdings(seen, turns, early=term.early)
    ends = [(bounds(line.date)[1], "Death", line.node) for line in lines if line.effect is None]
    ends += [(day, "BodyEnded", change) for day, change in known.ended.get(lines[0].body or "", ())]
    for holding in found:
        for day, rule, node in ends:
            if day is not None:
                holding.end_by(day, Inference(rule, (node,)))
    tail = tails(found)
    for holding, own, follower in zip(found, tail, [*tail[1:], None], strict=True):
        yield Tenure(lines[0], own, follower, holding, _term_body(names, holding, term))


def _term_body(names: Names, holding: Holding, term: Term | None) -> URIRef | None:
    """The term of a deputy's seat, where all that tells it agrees."""
    if term is None or not term.early:
        return None
    seen: list[Observation] = [*holding.opened, *holding.closed, *holding.attested]
    terms = {o.term for o in seen if o.term is not None}
    return term_body(names, term.congress, terms.pop()) if len(terms) == 1 else None


def _bounded(names: Names, tenures: list[Tenure], seats: Capacity, known: Known) -> list[Tenure]:
    """The same tenures, bounded by each other; guests, and who acts beside a holder, have no part in it.

    Only people of one place are holders of one post: where no place is known, bodies of many places share a name.
    """
    held: dict[str, list[Held]] = {}
    words = known.lexicon.posts
    apart = compiled(f"{words.secondment}|{words.acting}" if seats.stand_in else words.secondment)
    for tenure in tenures:
        guest = any(apart.search(o.qualifier or "") for o in tenure.holding.opened)
        name, place = tenure.line.name, tenure.line.place
        # A name that hides somebody may hide any of the others.
        if place is not None and name is not None and not is_hidden(name) and not guest:
            begins = tenure.change(names, "Begins")
            held.setdefault(place, []).append(
                Held(known.alike.get(name, name), tenure.node(names), begins, tenure.holding)
            )
    for of_place in held.values():
        succeed(of_place)
    return tenures
