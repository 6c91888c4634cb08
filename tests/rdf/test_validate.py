from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.model.gazette import Gazette
from kg.rdf.quads import gazette_quads
from kg.rdf.validate import Violation, check, check_quotes
from tests.derivation import derived
from tests.rdf.sample import FINANCE, sample


def broken(lines: list[str], folder: Path) -> list[Violation]:
    return list(check(derived([], folder, more=lines).store))


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
        (("#confidence>",), "one confidence"),
        (("#rule>",), "names the rule"),
        (("#sha256>",), "one sha256"),
        (("#attendanceStatus>",), "present, on leave or an observer"),
        (("#seatChange>",), "a seat begins or ends"),
        (("#objectText>",), "is for something"),
        (("#ofProject>",), "of one project"),
        (("#amount>",), "one amount"),
        (("#ofDocument>",), "of one document"),
    ],
)
def test_what_lacks_a_needed_statement_is_named_with_its_gazette(
    words: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    found = broken([line for line in gazette_quads(sample()) if without(*words)(line)], tmp_path)
    assert found
    assert all(message in violation.message for violation in found)
    assert {violation.gazette for violation in found} == {"linjiang-2031-1"}


@pytest.mark.parametrize(
    ("term", "value", "message"),
    [
        ("votesFor", "-1", "from 0"),
        ("votesAgainst", "-1", "from 0"),
        ("abstentions", "-1", "from 0"),
        ("confidence", "1.5", "up to 1"),
        ("confidence", "0.0", "above 0"),
        ("sha256", "abc", "one sha256"),
    ],
)
def test_a_value_out_of_bounds_is_named(term: str, value: str, message: str, tmp_path: Path) -> None:
    def spoilt(line: str) -> str:
        return re.sub(rf'(#{term}> )"[^"]*"', rf'\g<1>"{value}"', line)

    found = broken(sorted({spoilt(line) for line in gazette_quads(sample())}), tmp_path)
    assert found
    assert all(message in violation.message for violation in found)


def test_the_line_of_a_broken_fact_is_given(tmp_path: Path) -> None:
    kept = [line for line in gazette_quads(sample()) if without("/act/", "#post>")(line)]
    assert {violation.line for violation in broken(kept, tmp_path)} == {3, 4}


IDS, GZ = "https://example.org/gz/id/", "https://example.org/gz/ontology#"
RDF, ORG, PROV = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/ns/org#",
    "http://www.w3.org/ns/prov#",
)
XSD = "http://www.w3.org/2001/XMLSchema#"


def day(text: str) -> str:
    return f'"{text}"^^<{XSD}date>'


def said(node: str, statements: dict[str, str]) -> list[str]:
    graph = "https://example.org/gz/graph/derived"
    return [f"<{IDS}{node}> <{name}> {value} <{graph}> .\n" for name, value in statements.items()]


TENURE = {
    RDF + "type": f"<{GZ}Tenure>",
    ORG + "member": f"<{IDS}person/p>",
    GZ + "post": f"<{IDS}post/b/t>",
    GZ + "attestedBy": f"<{IDS}act/1>",
    GZ + "startLatest": day("2031-05-20"),
}
TERM = {
    RDF + "type": f"<{GZ}TermBody>",
    GZ + "termOf": f"<{IDS}body/b>",
    GZ + "term": f'"9"^^<{XSD}integer>',
    PROV + "wasDerivedFrom": f"<{IDS}meeting/1>",
}
INFERRED = {
    GZ + "endInferredBy": f"<{GZ}Death>",
    GZ + "endLatest": day("2032-05-20"),
    PROV + "wasDerivedFrom": f"<{IDS}act/2>",
}


def without_one(statements: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in statements.items() if key != name}


@pytest.mark.parametrize("statements", [TENURE, TERM, {**TENURE, **INFERRED}])
def test_what_is_derived_breaks_nothing(statements: dict[str, str], tmp_path: Path) -> None:
    assert broken(said("tenure/1", statements), tmp_path) == []


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        ({**TENURE, GZ + "endLatest": day("2030-05-20")}, "startLatest"),
        ({**TENURE, **without_one(INFERRED, GZ + "endLatest")}, "inferred end"),
        ({**TENURE, **without_one(INFERRED, PROV + "wasDerivedFrom")}, "rests on something"),
        (
            {**TENURE, GZ + "startInferredBy": f"<{GZ}Succession>", PROV + "wasDerivedFrom": f"<{IDS}t>"},
            "inferred start",
        ),
        ({**TERM, GZ + "startEarliest": day("2031-01-09"), GZ + "startLatest": day("2031-01-08")}, "startEarliest"),
        (without_one(TERM, GZ + "termOf"), "of one congress"),
        (without_one(TERM, GZ + "term"), "one number"),
        (without_one(TERM, PROV + "wasDerivedFrom"), "meeting or a seat"),
    ],
)
def test_broken_tenures_and_terms_are_found(statements: dict[str, str], message: str, tmp_path: Path) -> None:
    (found,) = broken(said("tenure/1", statements), tmp_path)
    assert message in found.message
    assert found.focus == IDS + "tenure/1"


@pytest.mark.parametrize(
    ("words", "instead", "message"),
    [
        (("#multiSeat>", '"false"'), '"true"', "has not several"),
        (("#seatCount>",), None, "has one"),
        (("#seatCount>",), '"0"', "from 1"),
        (("#isHeadPost>", '"true"'), '"yes"', "truth value"),
    ],
)
def test_seats_that_contradict_each_other_are_found(
    words: tuple[str, ...], instead: str | None, message: str, tmp_path: Path
) -> None:
    post = f"/post/{FINANCE}/局长>"
    lines = list(gazette_quads(sample()))
    changed = [line for line in lines if post in line.split(" ")[0] and all(word in line for word in words)]
    assert len(changed) == 1
    old = changed[0].split(" ")[2].split("^^")[0]
    lines.remove(changed[0])
    if instead is not None:
        lines.append(changed[0].replace(f" {old}", f" {instead}"))
    assert any(message in found.message for found in broken(lines, tmp_path))


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
