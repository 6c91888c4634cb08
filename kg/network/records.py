"""What a network is made of: people, bodies, and what gazettes state of them."""

from __future__ import annotations

from dataclasses import dataclass

BEGINS = frozenset({"appoint", "elect", "confirm", "seat_begins", "position", "observer"})


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that state a fact: in which gazette, on which lines, in which item.

    `paper` tells two items of one title apart.
    """

    gazette: str
    lines: tuple[int, ...]
    text: str
    item: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the graph; `place` tells two people of one name apart."""

    id: str
    name: str
    place: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the graph; `parent` is the id of the body it belongs to."""

    id: str
    name: str
    type: str = "other"
    parent: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about a person, a body, or both.

    `event` is a word such as `appoint`, `position`, `present`, `vote`; `date` is ISO, a day, a month or a year;
    `note` is what the statement adds (a reason, a result, a constituency); `meeting` names the meeting, `at` is its id.
    """

    id: str
    event: str
    person: str | None
    body: str | None
    title: str | None = None
    date: str | None = None
    qualifier: str | None = None
    note: str | None = None
    meeting: str | None = None
    quotes: tuple[Quote, ...] = ()
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """One holding of a post between four bounds, ISO days; a bound that is absent is not known.

    `opened`, `closed` and `attested` are the ids of the facts that tell it. `start_from` and `end_from` name the rules
    by which a bound was inferred, such as `Succession`, and `sources` what it was inferred from, facts among it. No end
    never means that the post is still held.
    """

    id: str
    person: str
    body: str | None
    title: str | None = None
    start_earliest: str | None = None
    start_latest: str | None = None
    end_earliest: str | None = None
    end_latest: str | None = None
    qualifiers: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    attested: tuple[str, ...] = ()
    start_from: tuple[str, ...] = ()
    end_from: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def bounds(self) -> tuple[str | None, str | None, str | None, str | None]:
        """The four of them, in order of time."""
        return self.start_earliest, self.start_latest, self.end_earliest, self.end_latest


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody answers for, or what came of a meeting.

    `sort` is `project`, `report` or `task`, or `decision`, `opinion` or `answer`; `sector` is the kind of a project.
    """

    id: str
    name: str
    sort: str = "task"
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a report: `kind` is `duty`, `project`, `opinion`, `answer`, `topic`, `point` or `finding`.

    `about` names people and bodies by their part in it: `agent` of a duty, project or topic, `gives` and `asked` of an
    opinion, `reports` of an answer, `met` of a finding. `sort` is the group of a role, the status of a project or the
    kind of a finding; `role` the role as printed or the forum of a topic; `task` the id of a duty's or project's Task.
    """

    id: str
    kind: str
    text: str
    about: tuple[tuple[str, str], ...] = ()
    sort: str | None = None
    role: str | None = None
    date: str | None = None
    note: str | None = None
    task: str | None = None
    points: tuple[str, ...] = ()
    # The reports that answer an opinion, each with the days it took, or the points of agendas that took up a topic.
    answers: tuple[tuple[str, str | None], ...] = ()
    meetings: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    # What a finding says in Chinese; its `text` is English, that of anything else is printed.
    chinese: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; `body` is the id of the body that met, `date` the first day as far as it is printed."""

    id: str
    name: str
    body: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """An item of a gazette: its first and last line, and the meeting that it is of."""

    id: str
    title: str
    gazette: str
    start: int
    end: int
    meeting: str | None = None


@dataclass(frozen=True, slots=True)
class GazetteInfo:
    """How a gazette is named to a reader; `id` is its named graph."""

    id: str
    stem: str
    title: str | None = None
    year: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """All that was asked of the store, in a fixed order."""

    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    facts: tuple[Fact, ...] = ()
    gazettes: tuple[GazetteInfo, ...] = ()
    said: tuple[Said, ...] = ()
    tasks: tuple[Task, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    papers: tuple[Paper, ...] = ()
    # How names are typed in Latin letters, by the id of the thing: in full, and the initials.
    spelled: tuple[tuple[str, tuple[str, ...]], ...] = ()
