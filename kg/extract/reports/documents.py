"""Documents named in 《》, nested ones too."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.model.reports import Document
from kg.recognise.documents import DocumentMention, find_documents


def documents(ctx: Context) -> Iterator[Document]:
    """The documents that an item names, each form of a title once; `kg.resolve.documents` puts the forms together.

    A short form (以下简称《规划》) stands, from where it is declared, for the document that it is declared for.
    """
    heading = ctx.draft.heading
    short: dict[str, str] = {}
    seen: set[tuple[str, str | None]] = set()
    for passage in [*([heading.title] if heading else []), *ctx.sentences]:
        for mention in find_documents(passage.text, ctx.lexicon):
            if mention.short_for:
                short.setdefault(mention.title, short.get(mention.short_for, mention.short_for))
            title = short.get(mention.title, mention.title)
            if (mention.title, mention.number) not in seen:
                seen.add((mention.title, mention.number))
                evidence = ctx.evidence(passage[mention.start : mention.end], "document.titled")
                yield Document(title, mention.kind, mention.number, _forms(mention, title), evidence)


def _forms(mention: DocumentMention, title: str) -> tuple[str, ...]:
    return (mention.title,) if title == mention.title else (title, mention.title)
