"""What can go wrong, as one tree.

KgError
├── SourceError      a file that cannot be read as a gazette; the others are still read
├── OutputError      an output that cannot be written or opened
├── LexiconError     the knowledge kept as data is not well formed
├── ModelError       a spaCy model that is not installed, or finds no entities
└── QueryError       a question that cannot be asked: bad SPARQL, an unknown name

A message says what happened, where, and what to do.
"""


class KgError(Exception):
    """The root of all errors that a user can do something about."""


class SourceError(KgError):
    """A source cannot be read as text of a gazette."""


class OutputError(KgError):
    """An output folder cannot be written, or holds no build."""


class LexiconError(KgError):
    """A data file of the lexicon breaks its schema."""


class ModelError(KgError):
    """A spaCy model is not installed, or finds no entities."""


class QueryError(KgError):
    """A question is not valid or names something unknown."""
