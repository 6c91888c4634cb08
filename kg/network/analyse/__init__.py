"""Analyses of who sat where and when, on typed graphs of people and bodies; all that they give is derived.

`known` asks a store once; each analysis takes what is known and a `Scope`, and gives an `Analysis`: rows that are
frozen dataclasses, a networkx graph, and what was left out. `by_year` repeats one for each year, and `write_graphml`
and `write_gexf` write its graph.
"""

from kg.network.analyse.ask import known
from kg.network.analyse.asked import asked
from kg.network.analyse.careers import Move, careers
from kg.network.analyse.centrality import MEASURES, Centrality, centrality
from kg.network.analyse.comembership import LARGEST, Pair, comembership
from kg.network.analyse.communities import Community, communities
from kg.network.analyse.files import write_gexf, write_graphml
from kg.network.analyse.kinds import KINDS, analyse, columns, row_class
from kg.network.analyse.membership import Membership, membership
from kg.network.analyse.overlap import Overlap, overlap
from kg.network.analyse.records import Known, Line, Presence, Tenure
from kg.network.analyse.scope import Analysis, Network, Scope
from kg.network.analyse.spans import Span, window
from kg.network.analyse.stays import StayLength, stay_lengths
from kg.network.analyse.succession import Succession, succession
from kg.network.analyse.turnover import Turnover, turnover
from kg.network.analyse.whole import whole
from kg.network.analyse.years import Year, by_year, turnover_by_year

__all__ = [
    "KINDS",
    "LARGEST",
    "MEASURES",
    "Analysis",
    "Centrality",
    "Community",
    "Known",
    "Line",
    "Membership",
    "Move",
    "Network",
    "Overlap",
    "Pair",
    "Presence",
    "Scope",
    "Span",
    "StayLength",
    "Succession",
    "Tenure",
    "Turnover",
    "Year",
    "analyse",
    "asked",
    "by_year",
    "careers",
    "centrality",
    "columns",
    "comembership",
    "communities",
    "known",
    "membership",
    "overlap",
    "row_class",
    "stay_lengths",
    "succession",
    "turnover",
    "turnover_by_year",
    "whole",
    "window",
    "write_gexf",
    "write_graphml",
]
