"""What is written with short names is read back, by two other programs, as the same statements."""

from __future__ import annotations

import json
import warnings
from io import BytesIO
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse

from kg.model.errors import OutputError
from kg.rdf.context import LINKS, TEXTS, context
from kg.store.serialise import serialise_jsonld

BASE = "https://gazettes.example/"
GZ, R = f"{BASE}ontology#", f"{BASE}id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
VALUES = [
    f"<{GZ}post> <{R}post/云州市财政局/局长>",
    f"<{GZ}post> <https://elsewhere.example/a:b>",
    f"<{GZ}post> <urn:x:y>",
    f"<{GZ}post> <{R}//odd>",
    f'<{GZ}post> "a text where a thing is wanted"',
    f'<{GZ}startLatest> "2031-05-20"^^<{XSD}date>',
    f'<{GZ}startLatest> "2031"^^<{XSD}gYear>',
    f'<{GZ}startLatest> "2031-05-20"',
    f'<{GZ}line> "12"^^<{XSD}integer>',
    f'<{GZ}line> "012"^^<{XSD}integer>',
    f'<{GZ}line> "12345678901234567890"^^<{XSD}integer>',
    f'<{GZ}line> "-0"^^<{XSD}integer>',
    f'<{GZ}startLatest> "7"^^<{XSD}integer>',
    f'<{GZ}multiSeat> "true"^^<{XSD}boolean>',
    f'<{GZ}multiSeat> "1"^^<{XSD}boolean>',
    f'<{GZ}confidence> "0.90"^^<{XSD}decimal>',
    f'<{GZ}quote> "r:not an address"',
    f'<{GZ}quote> "a \\"quoted\\" \\\\ text\\r\\nwith <marks>\\u000c"',
    f'<{GZ}quote> "12"',
    f'<{GZ}quote> "true"^^<{XSD}boolean>',
    f'<{GZ}notInTheOntology> "kept"',
    f'<{GZ}label> "no label of rdfs"',
    '<http://www.w3.org/2000/01/rdf-schema#label> "局长"@zh',
    '<http://www.w3.org/2000/01/rdf-schema#seeAlso> <https://elsewhere.example/>',
    f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{GZ}Tenure>",
    f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{GZ}post>",
    '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#Membership>',
    '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "no type"',
]  # fmt: skip
LINES = [f"<{R}tenure/{number:02}> {value} <{BASE}graph/derived> .\n" for number, value in enumerate(VALUES)]


def written(*lines: str) -> bytes:
    target = BytesIO()
    serialise_jsonld(lines, context(BASE), target)
    return target.getvalue()


@pytest.mark.parametrize("line", LINES)
def test_oxigraph_reads_the_same(line: str) -> None:
    assert list(parse(written(line), format=RdfFormat.JSON_LD)) == list(parse(line.encode(), format=RdfFormat.N_QUADS))


def test_rdflib_reads_the_same() -> None:
    # rdflib reads texts of numbers and truth values as their values, so only their terms are compared.
    assert read(written(*LINES).decode(), "json-ld") == read("".join(LINES), "nquads")


def read(text: str, form: str) -> set[tuple[str, ...]]:
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data=text, format=form)
    return {(*(term.n3() for term in quad[:3]), str(quad[3])) for quad in dataset.quads()}


def test_things_and_graphs_apart() -> None:
    one, other = f"<{R}a> <{GZ}quote> ", f"<{R}b> <{GZ}quote> "
    lines = [f'{one}"1" .\n', f'{other}"2" .\n', f'{one}"3" <{BASE}graph/1> .\n', f'{one}"4" <{BASE}graph/1> .\n',
             f'{other}"5" <{BASE}graph/1> .\n', f'{one}"6" <{BASE}graph/2> .\n']  # fmt: skip
    data = written(*lines)
    assert set(parse(data, format=RdfFormat.JSON_LD)) == set(parse("".join(lines).encode(), format=RdfFormat.N_QUADS))
    assert len(json.loads(data)["@graph"]) == 4


def test_it_reads_well() -> None:
    lines = [
        f"<{R}tenure/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{GZ}Tenure> .\n",
        f"<{R}tenure/1> <{GZ}post> <{R}post/局长> .\n",
        f'<{R}tenure/1> <{GZ}startLatest> "2031-05-20"^^<{XSD}date> .\n',
    ]
    (node,) = json.loads(written(*lines))["@graph"]
    assert node == {"id": "r:tenure/1", "type": "Tenure", "post": "r:post/局长", "startLatest": "2031-05-20"}


def test_nothing_is_a_document_too() -> None:
    assert json.loads(written())["@graph"] == []


def test_no_statement_is_an_error() -> None:
    with pytest.raises(OutputError, match="build again"):
        written("no statement\n")


def test_every_name_means_one_term() -> None:
    terms: dict[str, Any] = {name: term for name, term in context().items() if isinstance(term, dict)}
    assert len({term["@id"] for term in terms.values()}) == len(terms)
    assert not {name for name in (*LINKS, *TEXTS) if terms[name]["@id"].startswith("gz:")}
    assert terms["post"] == {"@id": "gz:post", "@type": "@id"}
    assert terms["startLatest"] == {"@id": "gz:startLatest", "@type": "xsd:date"}
    assert terms["quote"] == {"@id": "gz:quote"}
