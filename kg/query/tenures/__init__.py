"""Who held which post, and when: certain, possible and unknown apart."""

from kg.query.tenures.asking import grounds_of, tenures_of
from kg.query.tenures.heads import POSTS, Head, Heads, HeadsAsked
from kg.query.tenures.holders import Holders, Stretch, holders
from kg.query.tenures.model import Bound, Ground, Tenure, in_time, status
from kg.query.tenures.parts import parts
from kg.query.tenures.roster import Roster, roster

__all__ = [
    "POSTS",
    "Bound",
    "Ground",
    "Head",
    "Heads",
    "HeadsAsked",
    "Holders",
    "Roster",
    "Stretch",
    "Tenure",
    "grounds_of",
    "holders",
    "in_time",
    "parts",
    "roster",
    "status",
    "tenures_of",
]
