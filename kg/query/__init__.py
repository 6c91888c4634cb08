"""Questions to a built graph, and their answers as rows."""

from kg.query.bodies import Body, BodyLink, BodyPost, body
from kg.query.changes import Change, Changes, changes
from kg.query.demands import Demand, demands
from kg.query.duties import Duty, duties
from kg.query.evidence import Passage
from kg.query.findings import Found, Side, findings, findings_of
from kg.query.identity import IdentityLink, identity
from kg.query.meetings import Attendee, Meeting, MeetingAct, MeetingDecision, MeetingVote, Point, meeting
from kg.query.naming import Thing, find, find_one
from kg.query.opening import MANIFEST, STORE, TEXTS, Graph, open_graph
from kg.query.path import Connection, Connections, Step, connections
from kg.query.people import Event, PersonHistory, history
from kg.query.periods import Period, period
from kg.query.projects import ProjectHistory, Statement, project_history
from kg.query.review import Candidate, Told, Undecided, review
from kg.query.sparql import Cell, Iri, Table, ask
from kg.query.tenures import Bound, Ground, Head, Heads, Holders, Roster, Stretch, Tenure, holders, roster

__all__ = [
    "MANIFEST",
    "STORE",
    "TEXTS",
    "Attendee",
    "Body",
    "BodyLink",
    "BodyPost",
    "Bound",
    "Candidate",
    "Cell",
    "Change",
    "Changes",
    "Connection",
    "Connections",
    "Demand",
    "Duty",
    "Event",
    "Found",
    "Graph",
    "Ground",
    "Head",
    "Heads",
    "Holders",
    "IdentityLink",
    "Iri",
    "Meeting",
    "MeetingAct",
    "MeetingDecision",
    "MeetingVote",
    "Passage",
    "Period",
    "PersonHistory",
    "Point",
    "ProjectHistory",
    "Roster",
    "Side",
    "Statement",
    "Step",
    "Stretch",
    "Table",
    "Tenure",
    "Thing",
    "Told",
    "Undecided",
    "ask",
    "body",
    "changes",
    "connections",
    "demands",
    "duties",
    "find",
    "find_one",
    "findings",
    "findings_of",
    "history",
    "holders",
    "identity",
    "meeting",
    "open_graph",
    "period",
    "project_history",
    "review",
    "roster",
]
