"""What the graph holds of any one thing: its statements, those that point to it, and the words behind them."""

from kg.query.describing.asking import MOST, PRINTED, Description, Pointing, Stated, Value, describe, details
from kg.query.describing.labels import labels
from kg.query.describing.listing import Listed, counted, listed
from kg.query.describing.terms import NamedTerm, terms

__all__ = [
    "MOST",
    "PRINTED",
    "Description",
    "Listed",
    "NamedTerm",
    "Pointing",
    "Stated",
    "Value",
    "counted",
    "describe",
    "details",
    "labels",
    "listed",
    "terms",
]
