from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest
from rdflib import Graph

from kg.model.gazette import Gazette
from kg.rdf.names import DEFAULT_BASE
from kg.rdf.nquads import split_line
from kg.rdf.quads import gazette_quads
from tests.rdf.sample import COURT, FINANCE, event, sample


def lines(gazette: Gazette) -> list[str]:
    return list(gazette_quads(gazette))


def triples(gazette: Gazette) -> set[str]:
    return {split_line(line)[0] for line in lines(gazette)}


def r(path: str) -> str:
    return f"<{DEFAULT_BASE}id/{path}>"


def gz(name: str) -> str:
    return f"<{DEFAULT_BASE}ontology#{name}>"


def test_same_gazette_same_bytes() -> None:
    assert lines(sample()) == lines(sample())
    assert lines(sample()) == sorted(set(lines(sample())))


def test_both_engines_read_the_lines_as_the_same_number_of_statements() -> None:
    text = "".join(f"{triple} .\n" for triple in triples(sample()))
    store = pyoxigraph.Store()
    store.load(text.encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    assert len(store) == len(Graph().parse(data=text, format="nt")) == len(triples(sample()))


def test_no_blank_nodes() -> None:
    assert not any(line.startswith("_:") or " _:" in line.split('"')[0] for line in lines(sample()))


def test_all_stands_in_the_gazette_s_own_graph_but_its_entry_in_the_catalogue() -> None:
    gazette = sample()
    graphs = {split_line(line)[1] for line in lines(gazette)}
    assert graphs == {None, f"{DEFAULT_BASE}graph/text/{gazette.source.sha256}"}


def test_readable_names() -> None:
    text = "".join(lines(sample()))
    assert "<https://example.org/gz/id/mention/" in text and f"/柏远/{FINANCE}局长>" in text
    assert r(f"post/{COURT}/审判员") in text
    assert r("meeting/海州市临江区人民代表大会常务委员会/9-3") in text


@pytest.mark.parametrize(
    ("path", "predicate", "value"),
    [
        (f"body/{FINANCE}", "bodyType", '"department"'),
        ("meeting/海州市临江区人民代表大会常务委员会/9-3", "onDateText", '"2031-05-21"'),
        (
            "meeting/海州市临江区人民代表大会常务委员会/9-3",
            "leaveCount",
            '"3"^^<http://www.w3.org/2001/XMLSchema#integer>',
        ),
    ],
)
def test_statements(path: str, predicate: str, value: str) -> None:
    assert f"{r(path)} {gz(predicate)} {value}" in triples(sample())


def test_acts_have_their_class_the_common_class_and_evidence() -> None:
    found = triples(sample())
    acts = {line.split(" ")[0] for line in found if line.endswith(gz("PersonnelAct"))}
    assert len(acts) == 3
    assert all(any(line.startswith(f"{act} {gz('evidence')} ") for line in found) for act in acts)


@pytest.mark.parametrize("date", [None, "2031", "2031-05", "2031-02-30"])
def test_a_date_that_is_no_whole_day_is_text_alone(date: str | None) -> None:
    gazette = sample()
    gazette.personnel = [event(gazette.source, 3, "appoint", "柏远", FINANCE, "局长", date)]
    found = triples(gazette)
    assert not any(gz("actDate") in line for line in found)
    assert (date is None) != any(gz("actDateText") in line for line in found)


def test_a_gazette_states_mentions_and_no_people() -> None:
    found = triples(sample())
    assert any(f"{gz('mentionPlace')} " in line and '"海州市临江区"' in line for line in found)
    assert not any(f" {gz('Person')}" in line or f" {gz('person')} " in line for line in found)


def test_posts_without_a_body_are_kept_apart_by_their_holder() -> None:
    gazette = sample()
    gazette.personnel = [event(gazette.source, 3, "appoint", name, None, "局长") for name in ("柏远", "舒望")]
    found = {line.rsplit(" ", 1)[1] for line in triples(gazette) if f"{gz('post')} " in line and "loosepost" in line}
    assert len(found) == 2


def test_an_author_s_post_rests_on_the_statement_read_from_the_text() -> None:
    gazette = sample()
    gazette.positions = [replace(gazette.positions[0], person="柏远", former=False)]
    statements = {line.split(" ")[0] for line in triples(gazette) if line.endswith(gz("PositionStatement"))}
    assert len(statements) == 1


def test_numberless_meetings_are_told_apart_by_their_day() -> None:
    gazette = sample()
    ref = replace(gazette.meetings[0].meeting, session=None)
    gazette.meetings = [replace(gazette.meetings[0], meeting=ref, dates=(day,)) for day in ("2031-01-02", "2031-03-04")]
    found = {line.split(" ")[0] for line in triples(gazette) if line.endswith(gz("Meeting"))}
    assert {name.rpartition("/")[2] for name in found} >= {"2031-01-02>", "2031-03-04>"}
