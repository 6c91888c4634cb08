"""The words of a line that lists people: columns, spaced names put together, lines that break inside a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from kg.extract.attendance.attendees import Reading, Roll, read_entry
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import certain_name, has_surname, is_name, surnames
from kg.recognise.posts import Post, titles
from kg.segment.lines import Line

_DOTS = "·•・‧∙"
_SEPARATORS = "、，；。;,|"
_MOST_WORDS_IN_NAME = 4
_MOST_WORDS_IN_TITLE = 5

Word = tuple[int, int]

# A line that begins with a number of its own goes on with none above it.
_NUMBERED = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])"
)
_HALF = re.compile(r"^[一-龥](?:（[^（）]*）)?$")


def rows(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[tuple[Line, Passage]]:
    """The lines of a list, those that break inside a name put together; with each the line on which it begins."""
    first: Line | None = None
    current: Passage | None = None
    for line in lines:
        if first is not None and current is not None and _wrapped(current, line.tight, lexicon):
            current = current + line.tight
            continue
        if first is not None and current is not None:
            yield first, current
        first, current = line, line.tight
    if first is not None and current is not None:
        yield first, current


def words(passage: Passage, source: str, lexicon: Lexicon) -> list[Word]:
    """Where each word of a list stands: cut at white space, separators and colons, spaced names put together."""
    found: list[Word] = []
    for start, end in _cells(passage.text):
        parts = _with_halves(passage, _with_title(passage, _by_gaps(passage, start, end), lexicon), lexicon)
        if _is_spaced_label(passage, parts):
            parts = [(start, end)]
        found += _by_width(passage, parts, source, lexicon) or _merged(passage, parts, lexicon)
    return found


def _cells(text: str) -> Iterator[Word]:
    """The parts between separators, which no name crosses; a label keeps its colon, and brackets are not cut."""
    start = depth = 0
    for index, char in enumerate(text):
        depth += (char == "（") - (char == "）")
        if depth <= 0 and (char in _SEPARATORS or char == "："):
            if index + (char == "：") > start:
                yield start, index + (char == "：")
            start = index + 1
    if start < len(text):
        yield start, len(text)


def _with_halves(passage: Passage, parts: list[Word], lexicon: Lexicon) -> list[Word]:
    """副主任史 策（出差）: a surname that stands tight behind the title, and the rest of the name behind a blank."""
    joined: list[Word] = []
    for start, end in parts:
        front = passage.text[slice(*joined[-1])] if joined else ""
        half = _HALF.match(passage.text[start:end]) and has_surname(front[-1:] + "某", lexicon)
        if half and titles(lexicon).suffix.search(front[:-1]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _with_title(passage: Passage, parts: list[Word], lexicon: Lexicon) -> list[Word]:
    """A title whose characters are spaced stands in front of names as one word: 委 员 长　章若川."""
    single = next((i for i, (a, b) in enumerate(parts) if b - a > 1), len(parts))
    for length in range(min(single, _MOST_WORDS_IN_TITLE), 2, -1):
        text = passage.text[parts[0][0] : parts[length - 1][1]]
        if len(parts) > length and titles(lexicon).anywhere.fullmatch(text):
            return [(parts[0][0], parts[length - 1][1]), *parts[length:]]
    return parts


def _is_spaced_label(passage: Passage, parts: list[Word]) -> bool:
    """记 录 人："""
    return passage.text[parts[-1][1] - 1] == "：" and all(b - a - (b == parts[-1][1]) == 1 for a, b in parts)


def _by_gaps(passage: Passage, start: int, end: int) -> list[Word]:
    """The parts between white space; a bracket goes with the word in front of it and is not cut."""
    text = passage.text
    depths = list(accumulate((char == "（") - (char == "）") for char in text[start:end]))
    cuts = [gap for gap in passage.gaps(start, end) if text[gap] not in "（）：" and depths[gap - start] == 0]
    return list(pairwise([start, *cuts, end]))


def _by_width(passage: Passage, parts: list[Word], source: str, lexicon: Lexicon) -> list[Word] | None:
    """Names spaced inside are told from their neighbours by the wider gap between them, if all of them become names."""
    gaps = [_columns(source[passage.offsets[a[1] - 1] + 1 : passage.offsets[b[0]]]) for a, b in pairwise(parts)]
    if len(set(gaps)) < 2:
        return None
    narrow = min(gaps)
    groups: list[list[Word]] = [[parts[0]]]
    for gap, part in zip(gaps, parts[1:], strict=True):
        if gap == narrow:
            groups[-1].append(part)
        else:
            groups.append([part])
    if not all(_spaced_name(passage, group, lexicon) for group in groups):
        return None
    return [(group[0][0], group[-1][1]) for group in groups]


def _columns(gap: str) -> int:
    """How wide white space is; a tab or a line break is wider than any blanks."""
    return sum(100 if char in "\t\n|" else 2 if ord(char) > 0x2000 else 1 for char in gap)


def _spaced_name(passage: Passage, group: list[Word], lexicon: Lexicon) -> bool:
    parts = [passage.text[a:b] for a, b in group]
    whole = "".join(parts)
    if len(parts) == 1:
        return is_name(whole, lexicon) or is_name(re.sub(r"（.*", "", whole), lexicon)
    compound = surnames(lexicon)[1]
    inside = all(len(part) == 1 or part in compound or part[-1] in _DOTS or part[0] in _DOTS for part in parts[:-1])
    return (
        inside and len(parts) <= _MOST_WORDS_IN_NAME and len(whole) <= _MOST_WORDS_IN_NAME and is_name(whole, lexicon)
    )


def _merged(passage: Passage, parts: list[Word], lexicon: Lexicon) -> list[Word]:
    """Single characters join in pairs; a word that ends inside a name takes the next."""
    merged: list[Word] = []
    half = False
    for start, end in parts:
        text = passage.text[start:end]
        before = passage.text[merged[-1][0] : merged[-1][1]] if merged else ""
        if before and (half or _goes_on(before, text, lexicon)):
            merged[-1] = (merged[-1][0], end)
            half = False
        else:
            merged.append((start, end))
            half = len(text) == 1 and text.isalpha() and not text.isascii()
    return merged


def _goes_on(before: str, text: str, lexicon: Lexicon) -> bool:
    if text[0] in _DOTS or before[-1] in _DOTS:
        return True
    if before in surnames(lexicon)[1]:
        return len(text) == 1 or (len(text) == 2 and not certain_name(text, lexicon))
    return len(text) <= 2 and _is_unfinished(before, lexicon)


def _is_unfinished(text: str, lexicon: Lexicon) -> bool:
    """Whether a word ends in the middle of a name: behind its title only a surname, or a dot."""
    if text[-1:] in "·•・":
        return True
    for match in titles(lexicon).anywhere.finditer(text):
        tail = text[match.end() :]
        if (len(tail) == 1 and tail in surnames(lexicon)[0]) or tail in surnames(lexicon)[1]:
            return True
    return False


def _wrapped(above: Passage, below: Passage, lexicon: Lexicon) -> bool:
    """Whether a line breaks inside an entry, which the next goes on with."""
    if above.text[-1] in _SEPARATORS + "：）" or not below.text or _NUMBERED.match(below.text):
        return False
    last, first = _last_word(above), below.text[: _first_cut(below)]
    if last[-1] in _DOTS or first[0] in _DOTS:
        return True
    if "、" not in above.text:
        return len(first) == 1 and not first.isascii() and _ends_in_half(above, lexicon)
    joined, one, other = (read_entry(text, lexicon).kind for text in (last + first, last, first))
    return joined == "person" and not (one == "person" and other in ("person", "post", "body", "unnamed"))


def _ends_in_half(passage: Passage, lexicon: Lexicon) -> bool:
    """Whether the last word of a line of columns is the first half of a spaced name."""
    *_, (start, end) = _merged(passage, _by_gaps(passage, 0, len(passage)), lexicon)
    return end - start == 1


def _last_word(passage: Passage) -> str:
    cut = max([0, *passage.gaps()[-1:]])
    return re.split(rf"[{_SEPARATORS}：]", passage.text[cut:])[-1] or passage.text[-1]


def _first_cut(passage: Passage) -> int:
    cut = re.search(rf"[{_SEPARATORS}：]", passage.text)
    ends = [len(passage), *passage.gaps()[:1], *([cut.start()] if cut else [])]
    return max(1, min(ends))


def entries(roll: Roll, readings: list[Reading]) -> Iterator[tuple[Reading, tuple[Post, ...]]]:
    """The people of one line with their posts, also where the name stands in the column before the post."""
    kinds = [reading.kind for reading in readings if reading.kind != "nothing"]
    name_first = len(kinds) > 1 and kinds[0] == "person" and kinds[1] in ("post", "body") and kinds[-1] != "person"
    if not name_first:
        for reading in readings:
            posts = roll.take(reading)
            if posts is not None:
                yield reading, posts
        return
    person: Reading | None = None
    for reading in [*readings, Reading("person")]:
        if reading.kind == "person":
            if person is not None:
                yield person, roll.posts or ((Post(roll.body, ""),) if roll.body else ())
            roll.clear()
            person = reading
        else:
            roll.take(reading)
