"""Measure the question library on a large graph: our store, rdflib's own engine, and Virtuoso.

Gazettes are made up by copying the examples under other names (`corpus.py`) and built as a user builds them. Each question
of the library is asked with its example (a thing, a place, a time), names already found, after one answer that is not
counted (unless it takes ten seconds), by each engine; with `--whole` the lists are asked of the whole graph:

- kg: `kg.query.ask` over the embedded store, all rows read;
- rdflib: `Graph.query` over the same statements in rdflib's memory store, one minute at most;
- Virtuoso: the same SPARQL over HTTP on loopback, the answer read as JSON and not parsed.

Medians of the rounds stand in the table, and the number of rows, which has to be the same.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import httpx
import rdflib
from corpus import write_copies
from virtuoso import Virtuoso

from kg.build import build
from kg.query import Graph, ask, open_graph
from kg.query.library import fill_in, questions
from kg.query.sparql import Table
from kg.read.gather import gather

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
LIMIT = 60
# Milliseconds from which on one answer is measure enough.
LONG = 10_000
ROUNDS = 3
Ask = Callable[[str], int]


@dataclass(slots=True)
class Measured:
    """Milliseconds of one question by engine, and the numbers of rows; none where it did not end in time."""

    name: str
    sparql: str
    times: dict[str, float] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


class TooLong(Exception):
    """A question did not end within the limit."""


def made_up(copies: int, first: Path, folder: Path) -> Path:
    """A build of so many copies of the examples, whose own build is `first`."""
    sources, output = folder / "sources", folder / "output"
    sources.mkdir()
    write_copies(EXAMPLES, first / "tables", copies, sources)
    started = time.perf_counter()
    summary = build(gather([sources]), output)
    print(f"built {summary.statements:,} statements in {time.perf_counter() - started:,.0f} s", flush=True)
    return output


def library(examples: Graph, *, whole: bool) -> list[Measured]:
    """All questions, filled with their examples; the examples are the first copy of the large graph."""
    given = {one.name: one.needed if whole else one.example for one in questions()}
    return [
        Measured(f"{one.theme}/{one.name}", with_prefixes(examples, fill_in(examples, one, given[one.name])))
        for one in questions()
    ]


def with_prefixes(graph: Graph, sparql: str) -> str:
    """A question that declares the known prefixes itself."""
    return "".join(f"PREFIX {name}: <{space}>\n" for name, space in graph.prefixes.items()) + sparql


def ask_kg(graph: Graph) -> Ask:
    """Our own store."""

    def ask_it(sparql: str) -> int:
        found = ask(graph, sparql)
        return sum(1 for _ in found.rows) if isinstance(found, Table) else 1

    return ask_it


def ask_rdflib(statements: Path) -> Ask:
    """rdflib's engine over its own memory store."""
    memory = rdflib.Graph()
    started = time.perf_counter()
    memory.parse(statements, format="nt")
    print(f"rdflib: {len(memory):,} statements loaded in {time.perf_counter() - started:,.0f} s", flush=True)

    def ask_it(sparql: str) -> int:
        found = memory.query(sparql)
        return len(list(found)) if found.type == "SELECT" else 1

    return ask_it


def ask_virtuoso(server: Virtuoso) -> Ask:
    """Virtuoso by its SPARQL endpoint; rows are counted in the text of the answer."""
    client = httpx.Client(timeout=LIMIT)

    def ask_it(sparql: str) -> int:
        form = {"query": sparql, "default-graph-uri": server.graph}
        answered = client.post(server.endpoint, data=form, headers={"Accept": "text/tab-separated-values"})
        if answered.status_code != httpx.codes.OK:
            raise ValueError(answered.text.partition("\n")[0])
        return answered.text.count("\n") - 1

    return ask_it


def measure(name: str, ask_it: Ask, measured: list[Measured]) -> None:
    """Ask every question by one engine, and print each as it is answered."""
    for one in measured:
        try:
            one.rows[name], first = timed(ask_it, one.sparql)
            # what takes long is not made faster by what a first answer leaves in memory
            rounds = [first] if first > LONG else [timed(ask_it, one.sparql)[1] for _ in range(ROUNDS)]
            one.times[name] = statistics.median(rounds)
            print(f"{name}: {one.name} {one.rows[name]} rows, {one.times[name]:,.1f} ms", file=sys.stderr, flush=True)
        except (TooLong, httpx.TimeoutException):
            print(f"{name}: {one.name} was stopped after {LIMIT} s", flush=True)
        except Exception as error:
            print(f"{name}: {one.name} failed: {type(error).__name__}: {error}", flush=True)


def timed(ask_it: Ask, sparql: str) -> tuple[int, float]:
    """The rows of an answer and its milliseconds; raises `TooLong`."""
    started = time.perf_counter()
    with limit():
        rows = ask_it(sparql)
    return rows, 1000 * (time.perf_counter() - started)


@contextmanager
def limit() -> Iterator[None]:
    """Stop what takes longer than the limit; rdflib has none of its own."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)


def report(measured: list[Measured], engines: list[str]) -> None:
    """Print the table and the medians."""
    print(f"\n{'question':44}{'rows':>9}" + "".join(f"{engine + ' ms':>14}" for engine in engines))
    for one in measured:
        rows = set(one.rows.values())
        counted = str(rows.pop()) if len(rows) == 1 else "/".join(str(one.rows.get(name, "–")) for name in engines)
        cells = (f"{one.times[name]:14,.1f}" if name in one.times else f"{'–':>14}" for name in engines)
        print(f"{one.name:44}{counted:>9}" + "".join(cells))
    for other in engines[1:]:
        both = [one for one in measured if "kg" in one.times and other in one.times]
        if not both:
            continue
        ours, theirs = (statistics.median(one.times[name] for one in both) for name in ("kg", other))
        ratio = statistics.median(one.times[other] / one.times["kg"] for one in both)
        print(
            f"{len(both)} questions that {other} ends in {LIMIT} s: median kg {ours:,.1f} ms, {other} {theirs:,.1f} ms, "
            f"ratio of medians {theirs / ours:,.1f}, median of ratios {ratio:,.1f}"
        )


def main() -> None:
    """Parse the arguments, build or open the graph, ask, and print."""
    parser = argparse.ArgumentParser(description="Measure the question library against rdflib and Virtuoso.")
    parser.add_argument(
        "--copies", type=int, default=470, help="copies of the examples; 470 give 10 million statements"
    )
    parser.add_argument("--output", type=Path, help="a build of such copies that is there already")
    parser.add_argument("--whole", action="store_true", help="ask lists of the whole graph, not of a place or a time")
    parser.add_argument("--without", action="append", default=[], choices=("rdflib", "virtuoso"))
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        first = folder / "first"
        build(gather([EXAMPLES]), first)
        measured = library(open_graph(first), whole=arguments.whole)
        graph = open_graph(arguments.output or made_up(arguments.copies, first, folder))
        statements = folder / "all.nt"
        graph.store.write_default_graph(statements)
        engines = ["kg"]
        measure("kg", ask_kg(graph), measured)
        if "virtuoso" not in arguments.without:
            server = stack.enter_context(Virtuoso(folder / "virtuoso"))
            server.load(statements)
            measure("virtuoso", ask_virtuoso(server), measured)
            engines.append("virtuoso")
        if "rdflib" not in arguments.without:
            measure("rdflib", ask_rdflib(statements), measured)
            engines.append("rdflib")
        report(measured, engines)


if __name__ == "__main__":
    sys.exit(main())
