"""Every question is a SPARQL file that runs by itself, and finds one thing among thousands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.query import (
    Graph,
    Iri,
    Table,
    ask,
    body,
    connections,
    duties,
    find,
    history,
    holders,
    meeting,
    open_graph,
    roster,
)
from kg.query.sparql import records
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.store import create
from tests.query.questions import GZ, IDS

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "kg" / "query").rglob("*.rq"))
# The examples have no such statements.
WITHOUT_ANSWER = {"continued.rq"}
COUNTS = {"counts.rq", "undated.rq"}
PLACES, PEOPLE = 40, 150


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_question_says_what_it_asks_and_in_which_order(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    header = re.match(r"(?:# .+\n)+", text)
    assert header, "a comment of one line or more comes first"
    given = set(re.findall(r'VALUES (\?\w+) \{ [<"0-9]', text))
    told = {name for line in re.findall(r"^# .*", text, re.MULTILINE) for name in re.findall(r"\?\w+", line)}
    assert not given or ("Given:" in header.group() and given <= told)
    assert "ORDER BY" in text or path.name in COUNTS
    assert all(len(line) <= 180 for line in text.splitlines())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_question_runs_as_it_stands(path: Path, examples_build: Path) -> None:
    answer = ask(open_graph(examples_build), path.read_text(encoding="utf-8"))
    assert isinstance(answer, Table)
    assert list(answer.rows) or path.name in WITHOUT_ANSWER


def lines() -> Iterator[str]:
    """Some thousand people in as many posts, with an appointment each."""
    a, label = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2000/01/rdf-schema#label"
    org, number_type = "http://www.w3.org/ns/org#", "<http://www.w3.org/2001/XMLSchema#integer>"

    def quad(subject: str, predicate: str, thing: str) -> str:
        return f"<{subject}> <{predicate}> {thing} <{DEFAULT_BASE}graph/g> .\n"

    for place in range(PLACES):
        body, sitting = f"{IDS}body/{place}", f"{IDS}meeting/{place}"
        yield quad(body, a, f"<{GZ}Body>") + quad(body, label, f'"第{place}市财政局"')
        yield quad(sitting, a, f"<{GZ}Meeting>") + quad(sitting, label, f'"第{place}市人民代表大会第1届第1次会议"')
        yield quad(sitting, f"{GZ}heldBy", f"<{body}>") + quad(sitting, f"{GZ}onDateText", '"2020-01-01"')
        for number in range(PEOPLE):
            key = f"{place}-{number}"
            person, held, act, span = (f"{IDS}{kind}/{key}" for kind in ("person", "post", "act", "span"))
            tenure = f"{IDS}tenure/{key}"
            change, name = f"{IDS}change/{key}", f'"赵{chr(0x4E00 + place * PEOPLE + number)}"'
            yield quad(person, a, f"<{GZ}Person>") + quad(person, label, name)
            yield quad(person, "http://xmlns.com/foaf/0.1/name", name) + quad(
                person, f"{GZ}pinyin", f'"zhao p{place}q{number}"'
            )
            yield quad(held, a, f"<{GZ}Post>") + quad(held, label, f'"第{place}市财政局{number}号局长"')
            yield quad(held, f"{org}postIn", f"<{body}>") + quad(tenure, f"{org}member", f"<{person}>")
            yield quad(tenure, a, f"<{GZ}Tenure>") + quad(tenure, f"{GZ}post", f"<{held}>")
            yield quad(tenure, f"{org}organization", f"<{body}>") + quad(tenure, f"{GZ}openedBy", f"<{change}>")
            yield quad(change, "http://www.w3.org/ns/prov#wasDerivedFrom", f"<{act}>")
            yield quad(act, a, f"<{GZ}PersonnelAct>") + quad(act, a, f"<{GZ}Appointment>")
            yield quad(act, f"{GZ}person", f"<{person}>") + quad(act, f"{GZ}post", f"<{held}>")
            yield quad(act, f"{GZ}decidedAt", f"<{sitting}>") + quad(act, f"{GZ}evidence", f"<{span}>")
            yield quad(act, f"{GZ}agent", f"<{body}>") + quad(act, f"{GZ}roleText", '"负责"')
            yield quad(act, f"{GZ}objectText", f'"{key}"') + quad(span, f"{GZ}inText", f"<{IDS}text/1>")
            yield quad(span, f"{GZ}quote", '"x"') + quad(span, f"{GZ}line", f'"1"^^{number_type}')
            yield quad(span, f"{GZ}start", f'"1"^^{number_type}')
    yield quad(f"{IDS}text/1", f"{GZ}stem", '"g"')


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("large") / "graph.nq"
    path.write_text("".join(lines()), encoding="utf-8")
    store = create()
    store.load(path)
    return Graph(store, DEFAULT_BASE, prefixes(DEFAULT_BASE))


ASKED: dict[str, Callable[[Graph], object]] = {
    "history": lambda graph: history(graph, "赵一")[0].events[0],
    "history of an IRI": lambda graph: history(graph, "r:person/3-3")[0].tenures[0].grounds[0],
    "pinyin": lambda graph: find(graph, "zhaop7q7", ("person",))[0],
    "holders": lambda graph: holders(graph, "第7市财政局7号局长").tenures[0],
    "roster": lambda graph: roster(graph, "第7市财政局").tenures[PEOPLE - 1],
    "body": lambda graph: body(graph, "r:body/7").posts[PEOPLE - 1],
    "duties": lambda graph: duties(graph, "r:body/7")[PEOPLE - 1],
    "meeting": lambda graph: meeting(graph, "r:meeting/7").acts[PEOPLE - 1],
    "path": lambda graph: connections(graph, "r:person/5-5", "r:person/5-6").connections[0],
}


@pytest.mark.parametrize("question", ASKED)
def test_a_question_about_one_thing_of_many(large: Graph, question: str) -> None:
    assert ASKED[question](large)


def test_the_words_of_many_facts_at_once(large: Graph) -> None:
    acts = [Iri(f"{IDS}act/{place}-{number}") for place in range(10) for number in range(PEOPLE)]
    assert len(records(large, ROOT / "kg" / "query" / "evidence.rq", fact=acts)) == len(acts)
