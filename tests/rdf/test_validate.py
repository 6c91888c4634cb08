from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model.gazette import Gazette
from kg.rdf.derive import HOLDINGS, derive
from kg.rdf.names import prefixes
from kg.rdf.nquads import write_sorted
from kg.rdf.quads import gazette_quads
from kg.rdf.validate import Violation, check, check_quotes
from kg.store import Store, create
from tests.rdf.sample import sample


def stored(lines: list[str], folder: Path) -> Store:
    store = create()
    write_sorted(lines, folder / "a")
    store.load(folder / "a")
    write_sorted(derive(store.select(HOLDINGS, prefixes())), folder / "b")
    store.load(folder / "b")
    return store


def broken(lines: list[str], folder: Path) -> list[Violation]:
    return list(check(stored(lines, folder)))


def without(*words: str) -> Callable[[str], bool]:
    return lambda line: not all(word in line for word in words)


def test_a_sound_gazette_breaks_nothing(tmp_path: Path) -> None:
    assert broken(list(gazette_quads(sample())), tmp_path) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("/act/", "#evidence>"), "no evidence"),
        (("/act/", "#post>"), "no post"),
        (("#quote>",), "one quote"),
        (("#line>",), "at least one line"),
        (("/statement/", "#former>"), "former"),
        (("/post/", "org#role>"), "one role"),
    ],
)
def test_what_lacks_a_needed_statement_is_named_with_its_gazette(
    words: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    found = broken([line for line in gazette_quads(sample()) if without(*words)(line)], tmp_path)
    assert found
    assert all(message in violation.message for violation in found)
    assert {violation.gazette for violation in found} == {"linjiang-2031-1"}


def test_the_line_of_a_broken_fact_is_given(tmp_path: Path) -> None:
    kept = [line for line in gazette_quads(sample()) if without("/act/", "#post>")(line)]
    assert {violation.line for violation in broken(kept, tmp_path)} == {3, 4}


def test_unordered_bounds_are_found(tmp_path: Path) -> None:
    ids, day = "https://example.org/gz/id/", "http://www.w3.org/2001/XMLSchema#date"
    gz, graph = "https://example.org/gz/ontology#", "https://example.org/gz/graph/derived"
    said = {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": f"<{gz}Tenure>",
        "http://www.w3.org/ns/org#member": f"<{ids}person/p>",
        gz + "post": f"<{ids}post/b/t>",
        gz + "attestedBy": f"<{ids}act/1>",
        gz + "startLatest": f'"2031-05-20"^^<{day}>',
        gz + "endLatest": f'"2030-05-20"^^<{day}>',
    }
    lines = [f"<{ids}tenure/1> <{name}> {value} <{graph}> .\n" for name, value in said.items()]
    (found,) = broken(lines, tmp_path)
    assert "startLatest" in found.message
    assert found.focus == ids + "tenure/1"


def test_sound_quotes() -> None:
    assert list(check_quotes(sample())) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": "从未印出"}, "the words are not in the text"),
        ({"end": 10**6}, "offsets outside"),
        ({"lines": (99,)}, "lines outside"),
        ({"lines": (1,)}, "begins on a line"),
    ],
)
def test_quotes_that_are_not_in_the_text_are_found(change: dict[str, object], message: str) -> None:
    gazette: Gazette = sample()
    act = gazette.personnel[0]
    gazette.personnel = [replace(act, evidence=replace(act.evidence, **change))]  # type: ignore[arg-type]
    (found,) = check_quotes(gazette)
    assert message in found.message
