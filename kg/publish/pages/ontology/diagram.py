"""A picture of the terms in the middle: which classes there are, and how they hang together.

Where a box stands is decided by hand, because no layout knows that the rows mean something; its label comes from the
ontology, and a test holds the arrows to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.rdf.names import DEFAULT_BASE
from kg.rdf.vocabulary import Vocabulary, read_vocabulary

WIDE, HIGH = 152, 58
COLUMNS = (112, 362, 612, 862, 1112, 1362)
ROWS = (100, 270, 440, 610)
SIZE = (1460, 670)
BANDS = ("来源 Sources", "所载 Stated", "所指 Spoken of", "推得 Derived")
# Where each class stands: column and row.
PLACES = {
    "TextVersion": (0, 0), "TextSpan": (1, 0), "GazetteItem": (2, 0), "GazetteIssue": (3, 0),
    "PersonMention": (0, 1), "PersonnelAct": (1, 1), "Decision": (2, 1), "AgendaItem": (3, 1),
    "DeliberationOpinion": (4, 1), "FollowUpReport": (5, 1),
    "Role": (0, 2), "Post": (1, 2), "Body": (2, 2), "Meeting": (3, 2),
    "Person": (0, 3), "Tenure": (1, 3), "PostChange": (2, 3), "TermBody": (3, 3), "Response": (4, 3),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow; `around` is the x by which it passes what stands between, `at` where on the line its word is."""

    name: str
    start: str
    end: str
    around: int | None = None
    at: float = 0.5


EDGES = (
    Edge("inText", "TextSpan", "TextVersion"),
    Edge("inItem", "TextSpan", "GazetteItem"),
    Edge("eli:is_part_of", "GazetteItem", "GazetteIssue"),
    Edge("inText", "PersonMention", "TextVersion"),
    Edge("evidence", "PersonnelAct", "TextSpan"),
    Edge("personMention", "PersonnelAct", "PersonMention"),
    Edge("statedIn", "Decision", "GazetteItem"),
    Edge("post", "PersonnelAct", "Post"),
    Edge("decidedBy", "Decision", "Body"),
    Edge("decidedAt", "Decision", "Meeting"),
    Edge("inMeeting", "AgendaItem", "Meeting"),
    Edge("addressedTo", "DeliberationOpinion", "Body", at=0.25),
    Edge("respondsTo", "FollowUpReport", "DeliberationOpinion"),
    Edge("org:role", "Post", "Role"),
    Edge("org:postIn", "Post", "Body"),
    Edge("heldBy", "Meeting", "Body"),
    Edge("resolvedTo", "PersonMention", "Person", around=18),
    Edge("org:member", "Tenure", "Person"),
    Edge("post", "Tenure", "Post"),
    Edge("openedBy", "Tenure", "PostChange"),
    Edge("prov:wasDerivedFrom", "PostChange", "PersonnelAct", at=0.24),
    Edge("inTerm", "Meeting", "TermBody"),
    Edge("termOf", "TermBody", "Body"),
    Edge("answeredOpinion", "Response", "DeliberationOpinion"),
    Edge("answeringReport", "Response", "FollowUpReport", at=0.35),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A class and the corner that it stands at."""

    name: str
    zh: str
    x: int
    y: int
    row: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line through points, and the word at it."""

    points: str
    word: str
    x: float
    y: float


def diagram(base: str = DEFAULT_BASE) -> str:
    """The picture as SVG, the same each time. Raises OutputError when the ontology is not found."""
    return draw(read_vocabulary(base))


def draw(vocabulary: Vocabulary) -> str:
    """The picture of terms that have been read."""
    labels = {term.name: term.labels["zh"] for term in vocabulary.terms}
    boxes = [
        Box(name, labels[name], COLUMNS[column] - WIDE // 2, ROWS[row] - HIGH // 2, row)
        for name, (column, row) in PLACES.items()
    ]
    loader = PackageLoader("kg.publish.pages", "ontology")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    return environment.get_template("diagram.svg.j2").render(
        size=SIZE, wide=WIDE, high=HIGH, boxes=boxes, arrows=[_arrow(edge) for edge in EDGES],
        bands=[(word, ROWS[row] - 55) for row, word in enumerate(BANDS)],
    )  # fmt: skip


def _arrow(edge: Edge) -> Arrow:
    start, end = _middle(edge.start), _middle(edge.end)
    if edge.around is not None:
        left = start[0] - WIDE / 2
        points = [(left, start[1]), (edge.around, start[1]), (edge.around, end[1]), (left, end[1])]
        return Arrow(_written(points), edge.name, edge.around + 42, (start[1] + end[1]) / 2 - 85)
    first, last = _border(start, end), _border(end, start)
    x, y = (a + (b - a) * edge.at for a, b in zip(first, last, strict=True))
    # Between boxes of one row there is no room but above the line.
    return Arrow(_written([first, last]), edge.name, x, y - (12 if start[1] == end[1] else 0))


def _middle(name: str) -> tuple[float, float]:
    column, row = PLACES[name]
    return COLUMNS[column], ROWS[row]


def _border(of: tuple[float, float], towards: tuple[float, float]) -> tuple[float, float]:
    """Where the line between two middles leaves the first box."""
    across, down = towards[0] - of[0], towards[1] - of[1]
    share = min(WIDE / 2 / abs(across) if across else 9.0, HIGH / 2 / abs(down) if down else 9.0)
    return of[0] + across * share, of[1] + down * share


def _written(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
