"""Finds what a person typed: a name as printed, shortened, in pinyin, a part of it, or an IRI."""

from kg.query.naming.finder import find, find_one
from kg.query.naming.things import KINDS, Thing, refuse_several

__all__ = ["KINDS", "Thing", "find", "find_one", "refuse_several"]
