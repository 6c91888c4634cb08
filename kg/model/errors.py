"""What can go wrong, as one tree.

KgError
├── SourceError      a file that cannot be read as a gazette; the others are still read
├── OutputError      an output that cannot be written or opened
│   └── ServerError      a SPARQL server that cannot be reached, refuses, or answers what is no answer
├── LexiconError     the knowledge kept as data is not well formed
├── ModelError       a spaCy model, or the package of an extra, that is not installed; or a model that finds nothing
├── DateError        what is given as a date is none
├── RequestError     what a client asks of the server is refused, with the status of HTTP that says why
└── QueryError       a question that cannot be asked: bad SPARQL, an unknown name
    ├── AmbiguousName    a name that several things have
    └── ParameterError   a question of the library lacks a parameter, or has none of that name

A message says what happened, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence


class KgError(Exception):
    """The root of all errors that a user can do something about."""


class SourceError(KgError):
    """A source cannot be read as text of a gazette."""


class OutputError(KgError):
    """An output folder cannot be written, or holds no build."""


class ServerError(OutputError):
    """A SPARQL server cannot be reached, refuses, or gives no whole answer."""


class LexiconError(KgError):
    """A data file of the lexicon breaks its schema."""


class ModelError(KgError):
    """A spaCy model or the package of an extra is not installed, or a model finds no entities."""


class RequestError(KgError):
    """The server refuses a request; `status` is that of HTTP, `again` that the same may do in a moment."""

    def __init__(self, status: int, message: str, again: bool = False) -> None:
        super().__init__(status, message, again)
        self.again = again
        self.status = status
        self.message = message

    def __str__(self) -> str:
        return self.message


class QueryError(KgError):
    """A question is not valid or names something unknown."""


class ParameterError(QueryError):
    """A question of the library lacks what it has to be given, or is given what it does not know."""


class DateError(KgError):
    """What is given as a date is none, or two dates are in the wrong order."""


class AmbiguousName(QueryError):
    """A name that several things have; `candidates` are rows of name, kind, what it belongs to, and IRI."""

    def __init__(self, message: str, candidates: Sequence[tuple[str, str, str, str]]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)
        # A command prints them as a table; a traceback in Python or a notebook shows these.
        for candidate in self.candidates:
            self.add_note("  ".join(filter(None, candidate)))
