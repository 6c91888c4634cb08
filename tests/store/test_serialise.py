"""Texts come through every form unchanged, or the form says that it cannot hold them."""

from __future__ import annotations

from io import BytesIO

import pytest
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import Literal as Text

from kg.model.errors import OutputError
from kg.rdf.nquads import write_term
from kg.store.serialise import OF_GRAPHS, OF_TRIPLES, serialise

FORMS = {**OF_GRAPHS, **OF_TRIPLES}
PREFIXES = {"ex": "https://example.org/"}
KEPT = ["钱一", 'a "quoted" \\ text', "two\nlines\tand a tab", "<tag> & ]]>", " blanks ", "", "𠀀"]


def line(text: str) -> str:
    return f"<https://example.org/一> <https://example.org/says> {write_term(Text(text))} .\n"


def written(form: str, *lines: str) -> bytes:
    target = BytesIO()
    serialise(lines, form, PREFIXES, target)
    return target.getvalue()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", KEPT)
def test_text_is_kept(form: str, text: str) -> None:
    (quad,) = parse(written(form, line(text)), format=FORMS[form])
    assert isinstance(quad.object, Literal)
    assert quad.object.value == text


@pytest.mark.parametrize("form", [form for form in FORMS if form != "rdfxml"])
def test_control_character_is_kept(form: str) -> None:
    (quad,) = parse(written(form, line("a\x0cb\x01\r\n")), format=FORMS[form])
    assert isinstance(quad.object, Literal)
    assert quad.object.value == "a\x0cb\x01\r\n"


@pytest.mark.parametrize(("character", "code"), [("\x0c", "000C"), ("\r", "000D"), ("\uffff", "FFFF")])
def test_xml_refuses_what_it_does_not_keep(character: str, code: str) -> None:
    with pytest.raises(OutputError, match=rf"U\+{code}"):
        written("rdfxml", line(f"a{character}b"))


@pytest.mark.parametrize("form", FORMS)
def test_no_statement_is_an_error(form: str) -> None:
    with pytest.raises(OutputError, match="build again"):
        written(form, line("fine"), "no statement\n")


def test_triples_in_many_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.serialise.CHUNK_LINES", 2)
    data = written("turtle", *(line(str(number)) for number in range(7)))
    assert len(list(parse(data, format=RdfFormat.TURTLE))) == 7
