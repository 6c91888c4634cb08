"""The stages in order, for one gazette: segment, extract, resolve, verify."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.gazette import extract
from kg.lexicon import Lexicon, load
from kg.model.gazette import Gazette
from kg.model.source import Source
from kg.recognise.entities import Page, entities
from kg.recognise.pipeline import EVERYTHING, pipeline
from kg.resolve.bodies import Bodies
from kg.resolve.facts import resolve
from kg.resolve.jurisdiction import jurisdiction
from kg.segment.items import Segmentation, segment
from kg.segment.lines import one_width
from kg.verify.gazette import verify

# Of a text without a heading, only the first lines tell whose it is; further down others are spoken of.
_OPENING_LINES = 6
_SIGNATURE = re.compile(
    r"^[一-龥]{4,40}(?:委员会|人民政府|代表大会|法院|检察院|主席团|(?:常委会|人大|政府|委员会)(?:办公室|办公厅|研究室))$"
)


def read_gazette(source: Source, lexicon: Lexicon | None = None) -> Gazette:
    """All that a source states."""
    lexicon = lexicon or load()
    segmentation = segment(source, lexicon)
    tight = _tight(source, lexicon)
    place = jurisdiction(_self_names(segmentation), tight, lexicon)
    gazette = extract(source, segmentation, place, lexicon)
    resolve(gazette, Bodies(place, tight.replace("\n", ""), lexicon))
    return verify(gazette, segmentation, lexicon)


def find_entities(source: Source, lexicon: Lexicon | None = None, model: str | None = None) -> list[Page]:
    """What the spaCy pipeline finds in a source, page by page: the masthead, then each item.

    `model` is a spaCy model, by name or folder, that adds entities where no rule has found any; raises `ModelError`.
    """
    lexicon = lexicon or load()
    segmentation = segment(source, lexicon)
    place = jurisdiction(_self_names(segmentation), _tight(source, lexicon), lexicon)
    nlp = pipeline(lexicon, EVERYTHING, place, model, _known(extract(source, segmentation, place, lexicon)))
    pages = [[line.tight for line in segmentation.masthead]]
    for number, draft in enumerate(segmentation.drafts, 1):
        heading = [draft.heading.title] if draft.heading else []
        note = [draft.heading.note.passage] if draft.heading and draft.heading.note else []
        pages.append([*heading, *note, *Context(source, lexicon, draft, number, place).paragraphs])
    return [entities(source, passages, nlp) for passages in pages if passages]


def _known(gazette: Gazette) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Whom and what the facts of a gazette name: in lists nothing around a name tells what it is."""
    named = {row.person for row in gazette.personnel} | {row.person for row in gazette.votes}
    named |= {row.person for row in gazette.positions} | {row.person for row in gazette.attendance}
    named |= {row.person for row in gazette.deputies}
    people = {name for name in named if name and "某" not in name}
    projects = {project.name for project in gazette.projects}
    return ("PERSON", tuple(sorted(people))), ("PROJECT", tuple(sorted(projects)))


def _tight(source: Source, lexicon: Lexicon) -> str:
    """The text in one width without blanks; its lines stay, and the cells of a row are lines too."""
    return re.sub(r"[^\S\n]+", "", one_width(source.text, lexicon).replace("\t", "\n"))


def _self_names(segmentation: Segmentation) -> Iterator[str]:
    """The lines in which a gazette names its own organs: masthead, headings, notes, signatures."""
    yield from (line.text for line in segmentation.masthead)
    for draft in segmentation.drafts:
        if draft.heading is None:
            yield from (line.text for line in draft.lines[:_OPENING_LINES])
        else:
            yield draft.heading.title.text
            if draft.heading.note:
                yield draft.heading.note.passage.text
        yield from (line.text for line in draft.body if len(line.text) < 45 and _SIGNATURE.match(line.text))
