"""All that is derived from what gazettes state, stage after stage; dropping it and deriving again gives the same.

A stage asks the store, and what it gives is loaded before the next one asks. Derived statements stand in graphs of
their own, whose IRIs begin with `graph/derived`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.lexicon import Lexicon
from kg.model.issues import Issue
from kg.rdf.alike import ALIKE, alike
from kg.rdf.careers import career_lines
from kg.rdf.continuations import CONTINUATIONS, continuations
from kg.rdf.derive import Known, derive
from kg.rdf.ended import ENDED, ended_bodies
from kg.rdf.names import prefixes
from kg.rdf.nquads import write_sorted
from kg.rdf.people import SIGHTINGS
from kg.rdf.pinyin import NAMES, pinyin_lines
from kg.rdf.records import RECORDS
from kg.rdf.responses import OPINIONS, respond
from kg.rdf.schedules import SCHEDULES, schedule
from kg.rdf.short_names import BODIES, short_name_lines
from kg.rdf.sorted_people import RENAMES, people_lines, present_names
from kg.rdf.term_bodies import TERMS, first_sessions, term_bodies
from kg.resolve.people.judgements import Judgements
from kg.store import Store


@dataclass(slots=True)
class Derivation:
    """What stages work with: the store, the base of IRIs, a folder for what does not fit into memory, and decisions.

    `parts` are the files of sorted N-Quads written so far, `issues` what a person should look at.
    """

    store: Store
    base: str
    folder: Path
    lexicon: Lexicon
    judgements: Judgements = field(default_factory=Judgements)
    parts: list[Path] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def ask_each(self, question: str) -> Iterator[tuple[str | None, ...]]:
        """The rows of a question that is about one gazette, gazette by gazette: the store keeps no more in memory."""
        for graph in self.store.graphs():
            if graph.startswith(f"{self.base}graph/text/"):
                yield from self.store.select(question, prefixes(self.base), graph)

    def ask(self, question: str) -> Iterator[tuple[str | None, ...]]:
        """The rows of a question, with the known prefixes."""
        return self.store.select(question, prefixes(self.base))


PEOPLE = "SELECT (COUNT(*) AS ?people) { ?person a gz:Person }"
UNDECIDED = 'SELECT (COUNT(*) AS ?pairs) { ?pair gz:judgement ?said FILTER(?said IN ("unsure", "name_only")) }'
# The kinds of issue that stages give.
DERIVED_ISSUES = frozenset(("stale_judgement", "contradictory_judgement"))
Stage = Callable[[Derivation], Iterator[str]]


def _people(work: Derivation) -> Iterator[str]:
    renamed = present_names(work.ask(RENAMES))
    yield from people_lines(work.ask_each(SIGHTINGS), work.base, work.folder, work.lexicon, work.judgements, renamed)
    work.issues += [
        Issue("", one.line, "stale_judgement", str(key), "no mention fits this key any more; correct or drop the line")
        for one, key in work.judgements.stale()
    ]
    work.issues += [
        Issue("", one.line, "contradictory_judgement", f"{one.left} {one.right}", _against(against.line))
        for one, against in work.judgements.contradicted()
    ]


def _against(line: int) -> str:
    return f"by line {line} and others these are two people, so this line is not followed; correct one of the lines"


def _terms(work: Derivation) -> Iterator[str]:
    return term_bodies(work.ask(TERMS), work.lexicon, work.base)


def _tenures(work: Derivation) -> Iterator[str]:
    sessions = first_sessions(work.ask(TERMS), work.lexicon)
    known = Known(work.lexicon, sessions, ended_bodies(work.ask(ENDED)), alike(work.ask(ALIKE)))
    careers = work.folder / "careers"
    write_sorted(career_lines(work.ask(RECORDS), work.lexicon), careers)
    with careers.open(encoding="utf-8", newline="\n") as lines:
        yield from derive(lines, known, work.base)
    careers.unlink()


def _continuations(work: Derivation) -> Iterator[str]:
    return continuations(work.ask(CONTINUATIONS), work.base)


def _answers(work: Derivation) -> Iterator[str]:
    return respond(work.ask(OPINIONS), work.base)


def _schedules(work: Derivation) -> Iterator[str]:
    return schedule(work.ask(SCHEDULES), work.base)


def _pinyin(work: Derivation) -> Iterator[str]:
    return pinyin_lines(work.ask(NAMES), work.lexicon, work.base)


def _short_names(work: Derivation) -> Iterator[str]:
    return short_name_lines(work.ask(BODIES), work.lexicon, work.base)


# In this order: tenures are those of people, who must be told apart first.
STAGES: tuple[Stage, ...] = (_people, _terms, _tenures, _answers, _schedules, _continuations, _pinyin, _short_names)


def people_counts(work: Derivation) -> tuple[int, int]:
    """How many people were told apart, and how many pairs of them may be one and are not decided."""
    people, pairs = (int(next(work.ask(question))[0] or 0) for question in (PEOPLE, UNDECIDED))
    return people, pairs


def is_derived(line: str, base: str) -> bool:
    """Whether a line of N-Quads stands in a graph of what is derived."""
    graph = line.rpartition(" <")[2]
    return line.endswith("> .\n") and graph.startswith((f"{base}graph/derived>", f"{base}graph/derived/"))


def write_derived(work: Derivation) -> None:
    """Derive everything into the store; `work.parts` then name the files that hold it.

    Raises OutputError when one cannot be loaded.
    """
    for number, stage in enumerate(STAGES, 1):
        part = work.folder / f"derived-{number}.nq"
        write_sorted(stage(work), part)
        work.store.load(part)
        work.parts.append(part)
