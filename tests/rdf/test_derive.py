from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.model.gazette import Gazette
from kg.rdf.derive import derive
from kg.rdf.names import prefixes
from kg.store import Store
from tests.derivation import derived
from tests.rdf.sample import FINANCE, event, sample

TENURES = """
SELECT ?start ?end (COUNT(DISTINCT ?opened) AS ?begins) (COUNT(DISTINCT ?closed) AS ?ends) WHERE {
  ?tenure a gz:Tenure ; org:member ?person ; gz:startText ?start ; gz:endText ?end .
  FILTER(STRENDS(STR(?person), "/覃岚"))
  OPTIONAL { ?tenure gz:openedBy/prov:wasDerivedFrom ?opened }
  OPTIONAL { ?tenure gz:closedBy/prov:wasDerivedFrom ?closed }
} GROUP BY ?tenure ?start ?end ORDER BY ?start
"""


def loaded(gazettes: Iterable[Gazette], folder: Path) -> Store:
    return derived(gazettes, folder).store


def test_two_prints_of_one_end_close_one_tenure_once(tmp_path: Path) -> None:
    first, second = sample("first"), sample("second")
    first.positions, second.positions = [], []
    first.personnel = [event(first.source, 3, "appoint", "覃岚", FINANCE, "局长", "2029-01-05")]
    first.personnel += [event(first.source, 4, "accept_resignation", "覃岚", FINANCE, "局长", "2031-05-20")]
    second.personnel = [event(second.source, 4, "terminate", "覃岚", FINANCE, "局长", "2031-06-30")]
    rows = list(loaded([first, second], tmp_path).select(TENURES, prefixes()))
    assert rows == [("2029-01-05", "2031-05-20", "1", "2")]


def test_the_same_gazette_in_any_order_gives_the_same_bytes(tmp_path: Path) -> None:
    gazettes = [sample("first"), sample("second")]
    found = []
    for folder, order in (("x", gazettes), ("y", gazettes[::-1])):
        (tmp_path / folder).mkdir()
        found.append([part.read_bytes() for part in derived(order, tmp_path / folder).parts])
    assert found[0] == found[1] and all(map(len, found[0][:2]))


@pytest.mark.parametrize("kind", ["propose"])
def test_a_proposal_changes_nothing(kind: str, tmp_path: Path) -> None:
    gazette = sample()
    gazette.positions = []
    gazette.personnel = [event(gazette.source, 4, kind, "覃岚", FINANCE, "局长")]
    assert list(loaded([gazette], tmp_path).select(TENURES, prefixes())) == []


def test_an_observer_s_printed_post_attests_it(tmp_path: Path) -> None:
    question = "SELECT ?start WHERE { ?t a gz:Tenure ; gz:attestedBy/a gz:Attendance ; gz:startLatest ?start }"
    assert list(loaded([sample()], tmp_path).select(question, prefixes())) == [("2031-05-20",)]


def test_derived_lines_stand_in_their_own_graph() -> None:
    ids, kind = "https://example.org/gz/id/", "https://example.org/gz/ontology#Appointment"
    row = (ids + "person/p", ids + "post/b/t", None, kind, "2031-05-20", ids + "act/1", None)
    lines = list(derive([row]))
    assert all(line.endswith(" <https://example.org/gz/graph/derived> .\n") for line in lines)
    assert any("id/tenure/p/b/t/from-2031-05-20>" in line for line in lines)
