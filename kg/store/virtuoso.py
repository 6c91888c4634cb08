"""What Virtuoso 7 answers otherwise than the standard says, put right where it can be told what is meant."""

from __future__ import annotations

import json
import re
from typing import IO, Any

NAME = "Virtuoso"
XSD = "http://www.w3.org/2001/XMLSchema#"
_ASKED = "__ASK_RETVAL"
_BOOLEANS = {"1": "true", "0": "false"}
_VALUES = re.compile(r"VALUES\s+\?\w+\s*\{([^{}]*)\}", re.IGNORECASE)
_BYTES = re.compile(r"[\x80-\xff]{2,}")
_IRI = re.compile(r"<([^<>\"{}|^`\\\s]*)>")


def repaired(answer: IO[bytes], sparql: str) -> bytes:
    """An answer in JSON as the standard has it.

    Yes and no are not a row of 1 or 0, booleans are true or false, an IRI that the question gives as a value is an IRI,
    though Virtuoso hands it back as a text, and a text that it joined from two is read as it was meant.
    Raises ValueError when it is no JSON.
    """
    told: dict[str, Any] = json.load(answer)
    rows = told["results"]["bindings"] if "results" in told else []
    if _ASKED in told.get("head", {}).get("vars", ()):
        said = any(row[_ASKED]["value"] == "1" for row in rows)
        return json.dumps({"head": {}, "boolean": said}).encode()
    given = {iri for values in _VALUES.findall(sparql) for iri in _IRI.findall(values)}
    for row in rows:
        for term in row.values():
            _repair(term, given)
    return json.dumps(told, ensure_ascii=False).encode()


def _repair(term: dict[str, str], given: set[str]) -> None:
    if term.get("datatype") == f"{XSD}boolean":
        term["value"] = _BOOLEANS.get(term["value"], term["value"])
    if term["type"] == "literal" and "xml:lang" not in term and term["value"] in given:
        term["type"] = "uri"
    if term["type"] != "uri":
        term["value"] = _BYTES.sub(_read_again, term["value"])
    if term["type"] == "typed-literal":
        term["type"] = "literal"


def _read_again(found: re.Match[str]) -> str:
    """Characters that are the bytes of others: CONCAT takes bytes of a stored text beside a text of the question."""
    try:
        return found.group().encode("latin-1").decode()
    except UnicodeDecodeError:
        return found.group()
