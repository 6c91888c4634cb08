"""Questions to a built graph, and their answers as rows."""

from kg.query.demands import Demand, demands
from kg.query.duties import Duty, duties
from kg.query.findings import Found, Side, findings
from kg.query.opening import MANIFEST, STORE, Graph, open_graph
from kg.query.people import Event, PersonHistory, history
from kg.query.projects import ProjectHistory, Statement, project_history
from kg.query.review import Candidate, Told, Undecided, review
from kg.query.sparql import Cell, Iri, Table, ask

__all__ = [
    "MANIFEST",
    "STORE",
    "Candidate",
    "Cell",
    "Demand",
    "Duty",
    "Event",
    "Found",
    "Graph",
    "Iri",
    "PersonHistory",
    "ProjectHistory",
    "Side",
    "Statement",
    "Table",
    "Told",
    "Undecided",
    "ask",
    "demands",
    "duties",
    "findings",
    "history",
    "open_graph",
    "project_history",
    "review",
]
