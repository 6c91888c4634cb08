"""Money: totals, adjustments, bonds and debt, in sentences and in tables."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.reports.fiscal.frame import Frame, is_heading, opens_part
from kg.extract.reports.fiscal.money import amounts
from kg.extract.reports.fiscal.sentences import Reader
from kg.extract.reports.fiscal.tables import table_figures, tabular
from kg.extract.reports.fiscal.words import words
from kg.model.reports import FiscalFigure
from kg.segment.paragraphs import sentences

# Papers whose amounts are not those of an account, or that only name what is to be heard.
_WITHOUT = frozenset(("agenda", "attendance", "observers", "personnel_list", "work_plan", "election_report"))


def figures(ctx: Context) -> Iterator[FiscalFigure]:
    """The fiscal figures that an item states."""
    if ctx.type in _WITHOUT or not any("亿" in line.text or "元" in line.text for line in ctx.draft.lines):
        return
    reader = Reader(ctx, words(ctx.lexicon), Frame.of(ctx, words(ctx.lexicon)))
    rows = {line.tight.offsets[0] for line in ctx.draft.lines if tabular(line)}
    for paragraph in ctx.paragraphs:
        if paragraph.offsets[0] in rows:
            continue
        if is_heading(paragraph.text) and not any(amounts(paragraph.text)):
            reader.frame.enter(paragraph.text, reader.words)
            continue
        reader.begin_paragraph()
        for sentence in sentences(paragraph):
            if opens_part(sentence.text) and not any(amounts(sentence.text)):
                reader.frame.enter(sentence.text, reader.words)
            else:
                yield from reader.read(sentence)
    yield from table_figures(ctx, reader.frame, reader.words)
