"""The knowledge kept as data: surnames, titles, kinds of body, places, kinds of item, formulae, characters."""

from kg.lexicon.load import load
from kg.lexicon.schema import Lexicon

__all__ = ["Lexicon", "load"]
