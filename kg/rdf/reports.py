"""What reports state, as statements: projects, duties, demands, plans, money, documents and findings."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import zip_longest

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, ORG, RDF, RDFS, SDO

from kg.model.reports import (
    BodyChange,
    Document,
    Finding,
    FiscalFigure,
    FollowUp,
    OfficeSeat,
    Opinion,
    PlanTopic,
    Project,
    Responsibility,
)
from kg.rdf.entities import Scope
from kg.rdf.facts import bare_mention, dated, evidenced, fact_node, stated, worded
from kg.rdf.names import digest
from kg.rdf.nquads import Triple

CHANGE_TYPES = {
    "renamed": "NameChange",
    "merged": "Merger",
    "split": "Split",
    "founded": "Creation",
    "abolished": "Abolition",
    "transferred": "TransferOfFunctions",
}


def report_triples(scope: Scope) -> Iterator[Triple]:
    """The statements of all that the reports of a gazette state."""
    gazette = scope.gazette
    for project in gazette.projects:
        yield from _project(scope, project)
    for duty in gazette.responsibilities:
        yield from _responsibility(scope, duty)
    for opinion in gazette.opinions:
        yield from _opinion(scope, opinion)
    for follow_up in gazette.follow_ups:
        yield from _follow_up(scope, follow_up)
    for topic in gazette.plan:
        yield from _topic(scope, topic)
    for figure in gazette.fiscal:
        yield from _figure(scope, figure)
    for document in gazette.documents:
        yield from _document(scope, document)
    for change in gazette.body_changes:
        yield from _body_change(scope, change)
    for seat in gazette.offices:
        yield from _office(scope, seat)
    for finding in gazette.findings:
        yield from _finding(scope, finding)


def _project(scope: Scope, project: Project) -> Iterator[Triple]:
    """The project, one node in its place, and what this gazette says of its state."""
    term, node = scope.names.term, scope.names.thing("project", scope.place, project.name)
    yield node, RDF.type, term("Project")
    yield node, RDFS.label, Literal(project.name)
    yield node, term("projectKind"), Literal(project.kind)
    if scope.gazette.masthead.place:
        yield node, term("place"), Literal(scope.place)
    status = fact_node(scope, "projectstatus", project)
    yield from stated(scope, status, "ProjectStatus", project.evidence)
    yield status, term("ofProject"), node
    if project.body is not None:
        yield status, term("responsibleBody"), scope.body(project.body)
    yield from worded(
        scope, status, status=project.status, placeText=project.place, periodText=project.period, unit=project.unit
    )
    yield from _amount(scope, status, "amount", project.amount)


def _responsibility(scope: Scope, duty: Responsibility) -> Iterator[Triple]:
    node, term = fact_node(scope, "responsibility", duty), scope.names.term
    yield from stated(scope, node, "Responsibility", duty.evidence)
    if duty.agent_kind == "person":
        yield node, term("agentMention"), bare_mention(scope, duty.agent, duty.evidence)
    else:
        yield node, term("agent"), scope.body(duty.agent)
    yield from worded(scope, node, roleText=duty.role, roleKind=duty.role_kind, objectText=duty.object)


def _opinion(scope: Scope, opinion: Opinion) -> Iterator[Triple]:
    node, term = fact_node(scope, "opinion", opinion), scope.names.term
    yield from stated(scope, node, "DeliberationOpinion", opinion.evidence)
    yield node, DCTERMS.title, Literal(opinion.title)
    if opinion.issued_by is not None:
        yield node, term("issuedBy"), scope.body(opinion.issued_by)
    if opinion.addressee is not None:
        yield node, term("addressedTo"), scope.body(opinion.addressee)
    yield from dated(scope, node, "onDate", opinion.date)
    yield from worded(scope, node, followUpTitle=opinion.follow_up)
    said = scope.gazette.points.get(opinion.evidence, ())
    for number, (text, evidence) in enumerate(zip_longest(opinion.points, said[: len(opinion.points)]), 1):
        demand = URIRef(f"{node}/demand/{number}")
        yield node, term("hasDemand"), demand
        yield from stated(scope, demand, "Demand", evidence or opinion.evidence)
        yield demand, SDO.position, Literal(number)
        yield from worded(scope, demand, demandText=text)


def _follow_up(scope: Scope, report: FollowUp) -> Iterator[Triple]:
    node, term = fact_node(scope, "followup", report), scope.names.term
    yield from stated(scope, node, "FollowUpReport", report.evidence)
    yield node, DCTERMS.title, Literal(report.title)
    if report.reported_by is not None:
        yield node, term("reportedBy"), scope.body(report.reported_by)
    yield from dated(scope, node, "onDate", report.date)
    yield from dated(scope, node, "answeredDate", report.answered_on)
    yield from worded(scope, node, answersTitle=report.answers)


def _topic(scope: Scope, topic: PlanTopic) -> Iterator[Triple]:
    node, term = fact_node(scope, "plantopic", topic), scope.names.term
    yield from stated(scope, node, "PlanTopic", topic.evidence)
    yield node, DCTERMS.title, Literal(topic.topic)
    yield from worded(scope, node, planYear=topic.year, forum=topic.forum, monthText=topic.month)
    for body in topic.body:
        yield node, term("responsibleBody"), scope.body(body)


def _figure(scope: Scope, figure: FiscalFigure) -> Iterator[Triple]:
    node = fact_node(scope, "figure", figure)
    yield from stated(scope, node, "FiscalFigure", figure.evidence)
    yield from worded(scope, node, figureItem=figure.item, fiscalYear=figure.year, unit=figure.unit)
    yield from worded(scope, node, figureKind=figure.kind)
    yield from _amount(scope, node, "amount", figure.amount)
    yield from _amount(scope, node, "fromAmount", figure.from_amount)


def _amount(scope: Scope, node: URIRef, name: str, printed: str | None) -> Iterator[Triple]:
    """A printed amount as a number; one that is none stays out, the evidence holds its words."""
    try:
        number = Decimal(printed.replace(",", "")) if printed is not None else None
    except InvalidOperation:
        return
    if number is not None:
        yield node, scope.names.term(name), Literal(number)


def _document(scope: Scope, document: Document) -> Iterator[Triple]:
    """One node for a document however its title varies, and the mention with its words."""
    term, node = scope.names.term, scope.document(document)
    yield node, RDF.type, term("Document")
    yield node, RDFS.label, Literal(document.title)
    mention = fact_node(scope, "documentmention", document)
    yield from stated(scope, mention, "DocumentMention", document.evidence)
    yield mention, term("ofDocument"), node
    yield from worded(scope, mention, documentKind=document.kind, documentNumber=document.number)
    for title in document.titles:
        yield mention, term("titleAsPrinted"), Literal(title)


def _body_change(scope: Scope, change: BodyChange) -> Iterator[Triple]:
    """Each body has a node of its own: a new name is a new body, which no other statement joins to the old one."""
    node, term = fact_node(scope, "bodychange", change), scope.names.term
    yield from stated(scope, node, "BodyChange", change.evidence)
    yield node, term("changeType"), term(CHANGE_TYPES[change.kind])
    for name in change.before:
        yield node, ORG.originalOrganization, scope.body(name)
    for name in change.after:
        yield node, ORG.resultingOrganization, scope.body(name)
    yield from dated(scope, node, "onDate", change.date)


def _office(scope: Scope, seat: OfficeSeat) -> Iterator[Triple]:
    """The statement with its evidence, and beside it the plain link that questions follow."""
    node, term = fact_node(scope, "officeseat", seat), scope.names.term
    office, host = scope.body(seat.office), scope.body(seat.host)
    yield from stated(scope, node, "OfficeSeat", seat.evidence)
    yield node, term("ofOffice"), office
    yield node, term("hostedBy"), host
    yield office, term("officeIn"), host


def _finding(scope: Scope, finding: Finding) -> Iterator[Triple]:
    term = scope.names.term
    node = scope.names.thing("finding", scope.key, digest(finding.kind, finding.en))
    yield node, RDF.type, term("Finding")
    yield from worded(scope, node, findingKind=finding.kind)
    yield node, term("findingText"), Literal(finding.zh, lang="zh")
    yield node, term("findingText"), Literal(finding.en, lang="en")
    for side in finding.sides:
        yield from evidenced(scope, node, side)
