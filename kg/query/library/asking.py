"""Asks a question of the library about what is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.model.errors import DateError, ParameterError, QueryError
from kg.query.library.model import Parameter, Question
from kg.query.library.reading import near
from kg.query.naming import KINDS, find_one
from kg.query.opening import Graph
from kg.query.periods import period
from kg.query.sparql import Table, ask, fill
from kg.rdf.names import DEFAULT_BASE

_GAZETTES = "SELECT DISTINCT ?stem WHERE { ?text a gz:TextVersion ; gz:stem ?stem } ORDER BY ?stem"
_WHOLE_NUMBER = re.compile(r"-?\d{1,18}", re.ASCII)


def fill_in(graph: Graph, question: Question, given: Mapping[str, str]) -> str:
    """The SPARQL of a question about what is given, under the base of the graph.

    Things are found by their names, dates read as people write them; the lines of what is not given are left out.
    Raises `ParameterError` for a parameter that is unknown, missing or no number, `QueryError` for a name that nothing
    or several things have, `DateError` for a date that is none.
    """
    _check_names(question, given)
    sparql = _without([one.name for one in question.parameters if one.name not in given], question.text)
    sparql = sparql.replace(DEFAULT_BASE, graph.base)
    asked = [one for one in question.parameters if one.name in given]
    return fill(sparql, {one.name: [_value(graph, one, given[one.name])] for one in asked})


def _without(names: Iterable[str], sparql: str) -> str:
    """A question without the lines that begin with the VALUES of some names."""
    begins = tuple(f"VALUES ?{name} {{" for name in names)
    return "".join(line for line in sparql.splitlines(keepends=True) if not line.lstrip().startswith(begins))


def answer(graph: Graph, question: Question, given: Mapping[str, str]) -> Table:
    """The rows of a question about what is given. Raises as `fill_in` and `ask` do."""
    table = ask(graph, fill_in(graph, question, given))
    if not isinstance(table, Table):
        raise QueryError(f"the question {question.name} is no SELECT; make it one")
    return table


def _check_names(question: Question, given: Mapping[str, str]) -> None:
    known = [one.name for one in question.parameters]
    for name in sorted(given):
        if name not in known:
            has = f"its parameters are {', '.join(known)}" if known else "it has none"
            raise ParameterError(f"{question.name} has no parameter {name!r}; {near(name, known)}{has}")
    missing = [one for one in question.parameters if one.required and one.name not in given]
    if missing:
        wanted = "; ".join(f"{one.name} ({one.kind}): {one.description}" for one in missing)
        raise ParameterError(f"{question.name} needs {wanted}")


def _value(graph: Graph, parameter: Parameter, text: str) -> str | int:
    """A value as the SPARQL takes it."""
    if parameter.kind in KINDS:
        return find_one(graph, text, (parameter.kind,)).iri
    if parameter.kind == "gazette":
        return _gazette(graph, text)
    if parameter.kind == "date":
        return _day(parameter.name, text)
    if parameter.kind == "integer":
        if not _WHOLE_NUMBER.fullmatch(text.strip()):
            raise ParameterError(f"{parameter.name}={text}: no whole number; write one such as 3")
        return int(text)
    return _text(parameter, text)


def _text(parameter: Parameter, text: str) -> str:
    """Words to look for; none would be in every text for one engine, and in none for another."""
    if not text:
        raise ParameterError(
            f"{parameter.name}: no words are given; write some{'' if parameter.required else ', or leave it out'}"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ParameterError(f"{parameter.name}={text!r}: no text in UTF-8; write it anew") from error
    return text


def _gazette(graph: Graph, text: str) -> str:
    stems = [str(stem) for (stem,) in graph.store.select(_GAZETTES, graph.prefixes)]
    stem = text.removesuffix(".txt")
    if stem not in stems:
        raise QueryError(f"no gazette is called {text!r}; {near(stem, stems)}give its file name without the ending")
    return stem


def _day(name: str, text: str) -> str:
    """`from` means the first day of a month or year, `until` the last; any other date has to be a day."""
    days = period(text)
    if name not in {"from", "until"} and days.first != days.last:
        raise DateError(f"{name}={text}: one day is wanted; write it as 2024-09-26")
    return days.last if name == "until" else days.first
