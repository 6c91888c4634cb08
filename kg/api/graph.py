"""A graph that can be asked from Python: each ready-made question is a method."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kg import query as asking
from kg.answers.bodies import body_rows
from kg.answers.changes import changes_rows
from kg.answers.duties import duties_rows, project_rows
from kg.answers.flat import Flat
from kg.answers.meetings import meeting_rows
from kg.answers.paths import path_rows
from kg.answers.people import history_notes, history_rows
from kg.answers.records import demands_rows, findings_rows
from kg.answers.tenures import holders_rows, roster_rows
from kg.api import columns as shown
from kg.api.answer import Answer, NetworkAnswer, answer_of
from kg.api.library import asked, listed
from kg.api.sparql import construct, is_true, rows_of
from kg.model.address import Address
from kg.model.errors import OutputError

if TYPE_CHECKING:
    from kg.network.analyse import Known
    from kg.query.library import Question
    from kg.query.sparql import Record

Between = tuple[str, str]
_SEATS = {True: "several seats", False: "one seat", None: "how many seats is not known, so gaps are not named"}


class KnowledgeGraph:
    """A built graph, and the questions to it; make one with `kg.open`.

    Names may be typed as printed, shortened, in pinyin, in part, or as an IRI, and dates as days, months or years. A
    question raises `QueryError` for a name that nothing has, `AmbiguousName`, which lists the candidates, for one that
    several things have, and `DateError` for a date that is none: the same as the commands.

    It asks the folder of a build, or a SPARQL server that `kg load` has filled. A build is opened to be read, so
    several of these may be open at once, also in several processes, and threads may share one. A process that gets one
    opens it anew. Used after `close`, it raises `OutputError`.
    """

    def __init__(self, address: str | os.PathLike[str]) -> None:
        self.address = os.fspath(address)
        self._where = Address(self.address) if "://" in self.address else Path(self.address)
        self._graph: asking.Graph | None = asking.open_graph(self._where)
        self._known: Known | None = None

    def __repr__(self) -> str:
        return f"<kg graph {self._where}{'' if self._graph else ', closed'}>"

    def __enter__(self) -> KnowledgeGraph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[KnowledgeGraph], tuple[str]]:
        return KnowledgeGraph, (self.address,)

    def close(self) -> None:
        """Let go of the store; answers that were given stay."""
        self._graph = self._known = None

    @property
    def graph(self) -> asking.Graph:
        """What the functions of `kg.query` take: the store, the base of its IRIs, its prefixes."""
        if self._graph is None:
            raise OutputError(f"{self._where}: was closed; open it again with kg.open")
        return self._graph

    def find(self, name: str, *kinds: str) -> Answer[asking.Thing]:
        """What a name may mean, among people, bodies, posts, meetings and projects, or some of these `kinds`.

        >>> [thing.name for thing in g.find("qinyueming", "person")]
        ['秦月明', '秦月明']
        """
        found = tuple(asking.find(self.graph, name, kinds) if kinds else asking.find(self.graph, name))
        rows = ((one.kind, one.name, one.where, one.how, "|".join(one.held) or None, one.iri) for one in found)
        return answer_of(f"{name}", found, found, Flat(("kind", "name", "where", "how", "held", "iri"), rows))

    def ask(self, question: str, /, **given: str | int) -> Answer[Record]:
        """A question of the library about what is given; `questions` lists them.

        A parameter that is a word of Python gets an underscore: `from_`.

        >>> [row["name"] for row in g.ask("holders-of-post", post="青梧区财政局局长")]
        ['秦月明', '安正清', '明亮']
        """
        return asked(self.graph, question, given)

    def questions(self, theme: str | None = None) -> Answer[Question]:
        """The questions of the library, or those of a theme.

        >>> "holders-of-post" in [question.name for question in g.questions()]
        True
        """
        return listed(theme)

    def history(
        self, person: str, *, presences: bool = True, on: str | None = None, between: Between | None = None
    ) -> Answer[asking.PersonHistory]:
        """The posts of everybody of a name, from when until when and why, and all that is stated of them.

        Two people of one name are two rows. Without `presences`, who came to which meeting is left out.

        >>> (person,) = g.history("石坚")
        >>> [(tenure.title, tenure.start.text, tenure.end.text) for tenure in person.tenures][-1]
        ('局长', '2023-09-27', '≥ 2023-11-10')
        >>> g.history("石坚", presences=False).to_dicts()[-1]["words"]
        '区绿化市容局局长石坚'
        """
        found = tuple(asking.history(self.graph, person, presences=presences, on=on, between=between))
        title = "；".join(f"{one.name}（{one.place or '?'}）" for one in found)
        wanted = (*(("name", "place") if len(found) > 1 else ()), *shown.HISTORY)
        return answer_of(title, found, found, history_rows(found), notes=tuple(history_notes(found)), shown=wanted)

    def holders(
        self, post: str, *, on: str | None = None, between: Between | None = None, merged: bool = True
    ) -> Answer[asking.Tenure]:
        """Who held a post, one after the other; `found.stretches` are its gaps and overlaps.

        >>> [tenure.name for tenure in g.holders("青梧区财政局局长")]
        ['秦月明', '安正清', '明亮']
        """
        found = asking.holders(self.graph, post, on=on, between=between, merged=merged)
        title = f"{found.label}（{_SEATS[found.several]}）"
        return answer_of(title, found, found.tenures, holders_rows(found), shown=shown.TENURES)

    def roster(
        self, body: str, *, on: str | None = None, between: Between | None = None, parts: bool = False
    ) -> Answer[asking.Tenure]:
        """Who sat in a body, with `parts` also in the bodies that are part of it.

        >>> [(tenure.name, tenure.status) for tenure in g.roster("青梧区财政局", on="2024-09-26")]
        [('安正清', 'certain')]
        """
        found = asking.roster(self.graph, body, on=on, between=between, parts=parts)
        return answer_of(found.name, found, found.tenures, roster_rows(found), shown=shown.TENURES)

    def changes(
        self, since: str, until: str, *, body: str | None = None, place: str | None = None
    ) -> Answer[asking.Change]:
        """Who came into posts and who left them between two dates, both included.

        >>> [(one.date, one.event, one.name) for one in g.changes("2025-06", "2025", body="青梧区财政局")]
        [('2025-06-26', 'remove', '安正清'), ('2025-06-26', 'appoint', '明亮')]
        """
        found = asking.changes(self.graph, since, until, body=body, place=place)
        notes = (f"Left out, without a date: {found.undated}.",) if found.undated else ()
        title = f"{found.first}..{found.last}"
        return answer_of(title, found, found.changes, changes_rows(found), notes=notes, shown=shown.CHANGES)

    def path(self, one: str, other: str, *, length: int = 4) -> Answer[asking.Connection]:
        """How two people or bodies are connected, the connection that says most first.

        >>> [step.relation for step in g.path("石坚", "安正清")[0].steps]
        ['listed', 'listed']
        """
        found = asking.connections(self.graph, one, other, length=length)
        none = f"no connection found within {found.searched} steps"
        title = f"{found.one_name} — {found.other_name}"
        notes = () if found.connections else (none,)
        return answer_of(title, found, found.connections, path_rows(found), notes=notes, shown=shown.STEPS)

    def meeting(self, name: str) -> Answer[asking.Meeting]:
        """What happened at a meeting: agenda, who came, votes, decisions, and whom it put into posts.

        >>> meeting = g.meeting("青梧区人大常委会第13次会议")[0]
        >>> meeting.days, meeting.members
        (('2023-09-27',), 25)
        """
        found = asking.meeting(self.graph, name)
        return answer_of(found.name, found, (found,), meeting_rows(found), shown=shown.MEETING)

    def body(self, name: str, *, on: str | None = None) -> Answer[asking.Body]:
        """What is known of a body: kind, parents, parts, names, forerunners, posts and holders.

        >>> g.body("qucaizhengju")[0].name
        '云岭省松河市青梧区财政局'
        """
        found = asking.body(self.graph, name, on=on)
        return answer_of(found.name, found, (found,), body_rows(found), shown=shown.BODY)

    def duties(self, name: str, *, heads: bool = False, on: str | None = None) -> Answer[asking.Duty]:
        """What a body or a person answers for; with `heads`, who headed the body then, which is derived.

        >>> g.duties("青梧区财政局").to_dicts()[-1]["words"]
        '2025年，由区财政局牵头，区国资委、区规划资源局配合，完成资产清查。'
        """
        found = tuple(asking.duties(self.graph, name, heads=heads, on=on))
        rows = duties_rows(found, heads=heads or on is not None)
        return answer_of(found[0].agent if found else name, found, found, rows)

    def demands(self, *, unanswered: bool = False, to: str = "") -> Answer[asking.Demand]:
        """Opinions and advice, each with the report that answers it; `to` is a part of the name of whom they ask.

        >>> [demand.days for demand in g.demands(to="青梧区人民政府") if demand.answer]
        [168, 70]
        """
        found = tuple(asking.demands(self.graph, unanswered=unanswered, addressee=to))
        return answer_of("demands", found, found, demands_rows(found))

    def project(
        self, name: str, *, between: Between | None = None, heads: bool = False, on: str | None = None
    ) -> Answer[asking.ProjectHistory]:
        """All that is said of the projects with a name, or a part of it.

        >>> all("养老" in project.name for project in g.project("养老"))
        True
        """
        found = tuple(asking.project_history(self.graph, name, between=between, heads=heads, on=on))
        rows = project_rows(found, heads=heads or on is not None)
        return answer_of("；".join(one.name for one in found), found, found, rows, shown=shown.PROJECTS)

    def findings(self, *kinds: str) -> Answer[asking.Found]:
        """Where gazettes contradict themselves, each with the lines and words of both sides.

        >>> sorted({finding.kind for finding in g.findings()})
        ['count_mismatch', 'meeting_mismatch', 'sum_mismatch']
        """
        found = tuple(asking.findings(self.graph, kinds))
        return answer_of("findings", found, found, findings_rows(found))

    def network(
        self,
        kind: str,
        *,
        body: str | None = None,
        on: str | None = None,
        between: Between | None = None,
        possible: bool = False,
        yearly: bool = False,
        by: str = "degree",
        largest: int = 100,
    ) -> NetworkAnswer:
        """One of the analyses of `kg network`, such as `succession`; `graph` is that of networkx behind it.

        >>> membership = g.network("membership", body="青梧区财政局")
        >>> sorted(data["label"] for _, data in membership.graph.nodes(data=True) if data["kind"] == "person")
        ['安正清', '明亮', '秦月明（财政局局长）']
        """
        # networkx takes long to import, and most questions need none
        from kg.api.network import analysed
        from kg.network.analyse import known

        if self._known is None:
            self._known = known(self.graph.store, self.graph.prefixes)
        return analysed(
            self.graph, self._known, kind, body=body, on=on, between=between, possible=possible, yearly=yearly, by=by,
            largest=largest,
        )  # fmt: skip

    def query(self, sparql: str) -> Answer[Record]:
        """The rows of a SELECT, dictionaries; the prefixes of `kg query` are known.

        >>> g.query("SELECT (COUNT(*) AS ?people) { ?person a gz:Person }").to_dicts()
        [{'people': 114}]
        """
        return rows_of(self.graph, sparql)

    def is_true(self, sparql: str) -> bool:
        """The answer of an ASK.

        >>> g.is_true("ASK { ?person foaf:name '石坚' }")
        True
        """
        return is_true(self.graph, sparql)

    def turtle(self, sparql: str) -> str:
        """The answer of a CONSTRUCT or DESCRIBE, in Turtle.

        >>> "foaf:name" in g.turtle("CONSTRUCT { ?p foaf:name '石坚' } { ?p a gz:Person ; foaf:name '石坚' }")
        True
        """
        return construct(self.graph, sparql)
