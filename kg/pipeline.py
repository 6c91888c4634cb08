"""The stages in order, for one gazette: segment, extract, resolve, verify."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.gazette import extract
from kg.lexicon import Lexicon, load
from kg.model.gazette import Gazette
from kg.model.source import Source
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
    tight = re.sub(r"[^\S\n]+", "", one_width(source.text, lexicon))
    place = jurisdiction(_self_names(segmentation), tight, lexicon)
    gazette = extract(source, segmentation, place, lexicon)
    resolve(gazette, Bodies(place, tight.replace("\n", ""), lexicon))
    return verify(gazette, segmentation, lexicon)


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
