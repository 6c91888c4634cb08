"""Headings: which lines are the title of an item, with its note and the authors below."""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce

from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.segment.contents import keys
from kg.segment.lines import Line
from kg.segment.notes import Note

_LONGEST_TITLE = 110
_MOST_LINES = 5
# A verb alone heads the entries of a list, and no item.
_VERB_ALONE = re.compile(r"^(?:决定)?(?:任命|免去|任免|任职|免职)$")
_SENTENCE = re.compile(r"[。；！？]|：.")
_MARKER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．]|第[一二三四五六七八九十]+[章条节]|——|附[件表：])"
)
_BODY_ALONE = re.compile(r"^[一-龥（）]{4,45}(?:委员会|常委会|代表大会|人民政府|政府|法院|检察院|办公室|公报|次会议)$")
_SERIAL = re.compile(
    r"^(?:（)?第?[〇零一二三四五六七八九十百\d]{1,5}(?:号|届第.{1,4}号)(?:）)?$"
    r"|^[〔\[（][一二三四五六七八九十\d]{1,4}届[〕\]）]第?.{1,5}号$"
    r"|^[〔\[（]\d{4}[〕\]）](?:第)?.{1,4}号$|^.{1,12}[〔\[]\d{4}[〕\]].{1,4}号$"
)
# Above a title the head of official paper: who sends it, its number, who signs.
_LETTERHEAD = re.compile(r"^[一-龥（）]{4,45}文件$")
_NUMBERED = re.compile(
    r"^[一-龥]{0,12}[〔\[（【]\d{4}[〕\]）】]第?\d{1,4}号(?:签发人[：:].{2,8})?$|^签发人[：:].{2,8}$"
)
_OPENS = re.compile(r"^(?:关于|对《)")
_ADDRESSED = re.compile(r"^(?:尊敬的|各位)?[一-龥（）、]{2,45}[：:]$")
_AUTHOR_END = re.compile(r"[。！？；，：]$")
_DAY = re.compile(r"^(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日")
_NO_AUTHORS = {"agenda", "personnel_list", "attendance", "observers", "announcement"}
# Names of a list, set apart by blanks; a title of spaced characters has no line behind it that opens another.
_WORDS_APART = re.compile(r"[一-龥·•]{1,12}(?:\s+[一-龥·•]{1,12})+$")
_DATE = re.compile(r"^(?:（)?(?:\d{4}|[〇零一二三四五六七八九]{4})年.{1,3}月.{1,3}日(?:）)?$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over the lines `first` to `last` (indices, inclusive).

    `title` is the title as printed but for its layout; `note` the note below it; `authors` the lines below the note
    that name who reports; `listed` tells that the contents list the title.
    """

    first: int
    last: int
    title: Passage
    type: str
    note: Note | None
    authors: tuple[Line, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Shapes:
    """The lexicon's patterns about headings, compiled once."""

    types: tuple[tuple[re.Pattern[str], str], ...]
    strong: re.Pattern[str]
    start: re.Pattern[str]
    opening: re.Pattern[str]
    closing: re.Pattern[str]
    annex: re.Pattern[str]

    def type_of(self, title: str) -> str | None:
        """The kind of item that a title announces, or None."""
        return next((kind for pattern, kind in self.types if pattern.search(title)), None)


@cache
def shapes(lexicon: Lexicon) -> Shapes:
    """The compiled patterns of a lexicon."""
    items = lexicon.items
    return Shapes(
        tuple((re.compile(kind.pattern), kind.type) for kind in items.types),
        re.compile(rf"(?:{items.strong_endings})(?:（草案）)?$"),
        re.compile(rf"^(?:{items.heading_starts})"),
        re.compile(rf"^(?:{items.openings})"),
        re.compile(items.closings),
        re.compile(items.annexes),
    )


def find_headings(lines: Sequence[Line], notes: Sequence[Note], listed: Sequence[str], shape: Shapes) -> list[Heading]:
    """All headings in order; those with a note first, then those that stand alone."""
    by_first = {note.first: note for note in notes}
    inside_note = {index for note in notes for index in range(note.first, note.last + 1)}
    contents = frozenset(key for title in listed for key in keys(title))
    headings: list[Heading] = []
    index = 0
    while index < len(lines):
        heading = None
        if index not in inside_note:
            title = _below_letterhead(lines, index, shape)
            heading = _heading_at(lines, title, by_first, contents, shape)
            heading = replace(heading, first=index) if heading and title > index else heading
        if heading is None:
            index += 1
            continue
        headings.append(heading)
        index = heading.last + 1
    return headings


def _below_letterhead(lines: Sequence[Line], index: int, shape: Shapes) -> int:
    """The line behind the letterhead that stands at this line; the line itself where none does."""
    if not _fresh(lines, index, shape) and not lines[index].after_blank:
        return index
    text = lines[index].text
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    below = index + bool(_LETTERHEAD.match(text) or (_BODY_ALONE.match(text) and _NUMBERED.match(following)))
    while below < len(lines) and _NUMBERED.match(lines[below].text):
        below += 1
    return below if below < len(lines) else index


def _heading_at(
    lines: Sequence[Line], index: int, notes: dict[int, Note], contents: frozenset[str], shape: Shapes
) -> Heading | None:
    """The heading whose title begins at this line, or None."""
    text = lines[index].text
    if any(pattern.match(text) for pattern in (_MARKER, _DAY, shape.annex)):
        return None
    if _SENTENCE.search(text) or text.endswith(("：", "，")):
        return None
    if not shape.start.match(text) and not _fresh(lines, index, shape):
        return None
    for last in range(index, min(index + _MOST_LINES, len(lines))):
        if last > index and not _may_continue(lines, last, notes):
            break
        title = _joined(lines[index : last + 1])
        if len(title) > _LONGEST_TITLE or _SENTENCE.search(title.text) or title.text.endswith("："):
            break
        heading = _complete(lines, index, last, title, notes, contents, shape)
        if heading is not None:
            return heading
    return None


def _may_continue(lines: Sequence[Line], last: int, notes: dict[int, Note]) -> bool:
    text = lines[last].text
    return last not in notes and not any(pattern.match(text) for pattern in (_MARKER, _DATE, _NUMBERED))


def _complete(
    lines: Sequence[Line],
    first: int,
    last: int,
    title: Passage,
    notes: dict[int, Note],
    contents: frozenset[str],
    shape: Shapes,
) -> Heading | None:
    """A heading if the title is whole at line `last`: a note follows, the contents list it, or its words are strong."""
    serial = last + 1 < len(lines) and bool(_SERIAL.match(lines[last + 1].text))
    end = last + 1 if serial else last
    kind = shape.type_of(title.text)
    note, between = _note_below(lines, end, notes, shape)
    known = kind is not None or bool(shape.strong.search(title.text))
    listed = (lines[first].marked and known) or not contents.isdisjoint(keys(title.text))
    if _starts_later(lines[first : last + 1], shape):
        return None
    if not known and not listed:
        return None
    if not _begins_well(lines, first, title.text, shape, sure=note is not None or listed):
        return None
    if note is None and not listed and not _stands_alone(lines, first, end, title.text, shape):
        return None
    if serial and kind == "announcement":
        title = title + lines[end].tight
    return _with_authors(lines, Heading(first, end, title, kind or "other", note, between, listed), notes, shape)


def _note_below(
    lines: Sequence[Line], end: int, notes: dict[int, Note], shape: Shapes
) -> tuple[Note | None, tuple[Line, ...]]:
    """The note below a title, and the lines of authors that may stand between."""
    for index in range(end + 1, min(end + 4, len(lines))):
        if index in notes:
            return notes[index], tuple(lines[end + 1 : index])
        if not _names_author(lines[index], shape):
            break
    return None, ()


def _with_authors(lines: Sequence[Line], heading: Heading, notes: dict[int, Note], shape: Shapes) -> Heading:
    """The heading with the lines below its note that name who reports; a second note, of the day, belongs to it too."""
    if heading.note is None:
        return heading
    below = heading.note.last
    found: list[Line] = []
    while heading.type not in _NO_AUTHORS and below + 1 < len(lines) and len(found) < 3:
        following = lines[below + 1]
        if below + 1 in notes or not _names_author(following, shape):
            break
        found.append(following)
        below += 1
    second = notes.get(below + 1)
    if second and not second.adopted and _DATE.match(second.passage.text):
        below = second.last
    return replace(heading, last=below, authors=(*heading.authors, *found))


def _names_author(line: Line, shape: Shapes) -> bool:
    """Whether a line by a note can name who reports: short, no sentence, no salutation, no title of its own."""
    text = line.text
    if (
        len(text) > 42
        or "\t" in line.raw.strip()
        or _AUTHOR_END.search(text)
        or _MARKER.match(text)
        or line.opens_page
        or shape.type_of(text)
    ):
        return False
    return not (shape.opening.match(text) or _DATE.match(text) or re.search(r"[。；]|^(?:一|（一）)", text))


def _fresh(lines: Sequence[Line], index: int, shape: Shapes) -> bool:
    """Whether nothing runs on into this line."""
    return _opens_paper(lines, index) or lines[index].opens_page or _closed(lines[index - 1], shape)


def _starts_later(lines: Sequence[Line], shape: Shapes) -> bool:
    """Whether running text, or the last entry of a list, stands before the line that really opens the title."""
    names = bool(_WORDS_APART.match(lines[0].raw.strip()))
    if _BODY_ALONE.match(lines[0].text) or _OPENS.match(lines[0].text) or (lines[0].opens_page and not names):
        return False
    for index, line in enumerate(lines[1:], 1):
        rest = "".join(after.text for after in lines[index:])
        whole = shape.strong.search(rest) or shape.type_of(rest)
        apart = (line.after_blank or names) and shape.start.match(line.text) and whole
        if apart or _OPENS.match(line.text):
            return True
    return False


def _begins_well(lines: Sequence[Line], first: int, title: str, shape: Shapes, *, sure: bool) -> bool:
    """Whether a title can begin here, and not in the middle of one or of a sentence that runs on."""
    if not shape.start.match(title):
        return sure and _fresh(lines, first, shape)
    return sure or lines[first].after_blank or _fresh(lines, first, shape)


def _closed(line: Line, shape: Shapes) -> bool:
    return bool(re.search(r"[。！？；：）]$|日$", line.text) or shape.closing.search(line.text))


def _stands_alone(lines: Sequence[Line], first: int, end: int, title: str, shape: Shapes) -> bool:
    """Whether a title without a note is one: strong words, nothing running on above, a text that begins below."""
    if len(title) > 70 or "，" in title or _VERB_ALONE.match(title):
        return False
    if not shape.strong.search(title) and shape.type_of(title) != "announcement":
        return (_opens_paper(lines, first) and len(title) <= 60) or (
            len(title) >= 8 and lines[first].after_blank and _introduced(lines, end)
        )
    above = lines[first].after_blank or _fresh(lines, first, shape)
    runs_on = end + 1 < len(lines) and re.match(r"^[，。、；：）》”的]", lines[end + 1].text)
    return above and not runs_on and (first == 0 or not _unfinished(lines[first - 1].text) or lines[first].opens_page)


def _opens_paper(lines: Sequence[Line], first: int) -> bool:
    """Nothing but a letterhead stands above."""
    return first == 0 or any(pattern.match(lines[first - 1].text) for pattern in (_NUMBERED, _LETTERHEAD))


def _unfinished(text: str) -> bool:
    return bool(re.search(r"[、，《“（的和及]$", text)) or text.count("《") > text.count("》")


def _introduced(lines: Sequence[Line], end: int) -> bool:
    """Whether what follows a title opens a paper: whom it is addressed to, its number, a remark (书面), its day."""
    for line in lines[end + 1 : end + 4]:
        if _ADDRESSED.match(line.text) or _SERIAL.match(line.text) or _DATE.match(line.text) or line.text == "（书面）":
            return True
        if len(line.text) > 42 or re.search(r"[。；，]", line.text):
            return False
    return False


def _joined(lines: Sequence[Line]) -> Passage:
    return reduce(operator.add, (line.tight for line in lines))
