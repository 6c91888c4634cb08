"""Documents named in 《》, nested ones too, with their kind and number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon

_OPEN, _CLOSE = "《〈<", "》〉>"
_NUMBER = re.compile(
    r"^(?:的?(?:通知|决定|意见|批复|请示|函|报告|通报|公告|要求|精神))?[（(]?"
    r"(?P<number>[一-龥]{1,10}[〔\[（(【](?:19|20)\d\d[〕\]）)】](?:第)?\d{1,4}号)"
)
_MARK = re.compile(r"^（[^（）]{1,8}）")
_NOTE = re.compile(r"（[^（）]{1,20}）$")
_MOST_TITLE = 120


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A title and where it stands, brackets included; `short_for` is the title that it is declared a short form of."""

    start: int
    end: int
    title: str
    kind: str
    number: str | None
    short_for: str | None = None


def find_documents(text: str, lexicon: Lexicon) -> list[DocumentMention]:
    """The documents of a text in the order in which their titles end; what is titled and no document is left out."""
    found: list[DocumentMention] = []
    for start, end in _titled(text):
        title, end = _with_mark(text, start, end, lexicon)
        kind = document_kind(title, lexicon)
        if kind is None or len(title) > _MOST_TITLE or "。" in title or "——" in title:
            continue
        number = _NUMBER.match(text[end : end + 40])
        called = found[-1].title if found and _called(lexicon).search(text[:start]) else None
        printed = number["number"] if number else None
        found.append(DocumentMention(start, end, title, kind, printed, called))
    return found


def document_kind(title: str, lexicon: Lexicon) -> str | None:
    """The kind of a document by its title; None for what is none."""
    bare = title
    while note := _NOTE.search(bare):
        bare = bare[: note.start()]
    bare = re.sub(r"(?:等|的)?(?:\d{4}年?版)?$", "", bare)
    kinds = (kind for kind, pattern in _kinds(lexicon) if pattern.search(bare))
    return next(kinds, None)


def _titled(text: str) -> list[tuple[int, int]]:
    """Where titles begin and end, brackets included; a bracket that is never closed titles nothing."""
    if "《" not in text:
        return []
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for match in re.finditer(f"[{_OPEN}{_CLOSE}]", text):
        if match.group() in _OPEN:
            opened.append(match.start())
        elif opened:
            found.append((opened.pop(), match.end()))
    return found


def _with_mark(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[str, int]:
    """The title with a draft mark that stands right behind it."""
    title = text[start + 1 : end - 1]
    mark = _MARK.match(text[end:])
    if mark and re.fullmatch(lexicon.documents.drafts, mark.group()):
        return title + mark.group(), end + mark.end()
    return title, end


@cache
def _called(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.documents.called)


@cache
def _kinds(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row.kind, re.compile(row.pattern)) for row in lexicon.documents.kinds)
