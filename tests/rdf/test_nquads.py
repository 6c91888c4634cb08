from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from kg.rdf.names import segment
from kg.rdf.nquads import split_line, write_lines, write_sorted

S, P, G = (URIRef(f"https://example.org/{name}") for name in "spg")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_any_text_comes_back_from_an_independent_parser(text: str) -> None:
    line = next(write_lines([(S, P, Literal(text))], G))
    (quad,) = pyoxigraph.parse(line.encode(), pyoxigraph.RdfFormat.N_QUADS)
    assert isinstance(quad, pyoxigraph.Quad)
    assert isinstance(quad.object, pyoxigraph.Literal)
    assert quad.object.value == text
    assert split_line(line) == (line.rpartition(" <")[0], str(G))


@given(TEXTS)
def test_any_name_makes_a_valid_iri(name: str) -> None:
    line = next(write_lines([(S, P, URIRef("https://example.org/id/" + segment(name)))], None))
    assert len(list(pyoxigraph.parse(line.encode(), pyoxigraph.RdfFormat.N_QUADS))) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Literal("a"), '"a"'),
        (Literal("a", lang="zh"), '"a"@zh'),
        (Literal("a", datatype=XSD.string), '"a"'),
        (Literal(7), '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (Literal(True), '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (Literal('1\n2\t\\"\x00'), '"1\\n2\\t\\\\\\"\\u0000"'),
    ],
)
def test_terms(term: Literal, text: str) -> None:
    assert list(write_lines([(S, P, term)], None)) == [f"<{S}> <{P}> {text} .\n"]


def test_equal_looking_terms_of_two_kinds_stay_two() -> None:
    found = list(write_lines([(S, P, Literal("1")), (S, P, Literal(1)), (S, P, Literal(True)), (S, P, S)], None))
    assert len(set(found)) == 4


def test_no_statement_is_an_error() -> None:
    with pytest.raises(ValueError, match="no N-Quads statement"):
        split_line("hello\n")


@pytest.mark.parametrize("chunk_lines", [1, 3, 1000])
@pytest.mark.parametrize("count", [0, 1, 700])
def test_sorted_and_each_once_whatever_the_chunks(tmp_path: Path, chunk_lines: int, count: int) -> None:
    lines = [f"{number * 7919 % 397} 行\n" for number in range(count)]
    assert write_sorted(lines, tmp_path / "out", chunk_lines=chunk_lines) == len(set(lines))
    assert (tmp_path / "out").read_text(encoding="utf-8") == "".join(sorted(set(lines)))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
