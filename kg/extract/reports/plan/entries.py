"""One cell, or one paragraph, to its topics: numbered, between semicolons, or one behind the other's bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extract.reports.plan.bodies import Entry, is_label, last_bracket, read_names, stripped, without_brackets
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.numbers import number

MARKER = re.compile(
    r"(?:（(?P<a>\d{1,2}|[一二三四五六七八九十]{1,3})）|(?P<b>\d{1,2})(?:[、．]|[.](?!\d)|）)(?!\d月)|(?P<c>[①-⑳]))"
)
_LEVEL_MARKER = re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]|^(?:[-—·•●*]|第[一二三四五六七八九十]{1,2}[、，])")
_BEFORE = "。；;，、：:）〕】]］”》"
_STOP = re.compile(r"[；;。]")


def entries(passage: Passage, lexicon: Lexicon) -> Iterator[Entry]:
    """The topics of a passage in order, each without its number and with what its brackets say."""
    for start, end in pairwise([*_cuts(passage, lexicon), len(passage)]):
        entry = without_brackets(unmarked(passage[start:end]), lexicon)
        if entry.topic.text:
            yield entry


def unmarked(passage: Passage) -> Passage:
    """A passage without the number in front."""
    marker = MARKER.match(passage.text) or _LEVEL_MARKER.match(passage.text)
    return passage[marker.end() :] if marker else passage


def is_whole(passage: Passage, lexicon: Lexicon) -> bool:
    """Whether a topic has come to its end: a stop, a bracket of bodies, or a noun that topics end with."""
    text = passage.text
    if text.endswith(("。", "；", ";")):
        return True
    start = last_bracket(text)
    if start > 0 and read_names(text[start + 1 : -1], lexicon):
        return True
    return bool(_ends(lexicon).search(text))


def starts_topic(text: str, lexicon: Lexicon) -> bool:
    """Whether a text begins with a word that opens a topic."""
    return bool(_verbs(lexicon).match(text))


def _cuts(passage: Passage, lexicon: Lexicon) -> list[int]:
    """Where the topics begin; numbers decide alone where they are printed."""
    return _numbered(passage) or sorted({0, *_behind_stops(passage, lexicon), *_behind_brackets(passage, lexicon)})


def _numbered(passage: Passage) -> list[int]:
    """The places of numbers that count up by one, each behind a stop, a bracket or white space."""
    found: list[int] = []
    last, kind = 0, ""
    gaps = set(passage.gaps())
    for match in MARKER.finditer(passage.text):
        style = match.lastgroup or ""
        value = _value(match[style])
        at = match.start()
        opens = at == 0 or at in gaps or passage.text[at - 1] in _BEFORE
        if opens and (value == last + 1 if found else at == 0) and kind in ("", style):
            found.append(at)
            last, kind = value, style
    return found if len(found) > 1 else []


def _value(numeral: str) -> int:
    return ord(numeral) - ord("①") + 1 if "①" <= numeral <= "⑳" else number(numeral) or 0


def _behind_stops(passage: Passage, lexicon: Lexicon) -> Iterator[int]:
    text = passage.text
    for match in _STOP.finditer(text):
        part, rest = text[: match.start()], text[match.end() :]
        # The bodies often stand behind the full stop.
        apart = rest and rest[0] not in "（〔【[" and not is_label(rest, lexicon)
        if apart and part.count("（") == part.count("）") and part.count("《") == part.count("》"):
            yield match.end()


def _behind_brackets(passage: Passage, lexicon: Lexicon) -> Iterator[int]:
    """Behind a bracket of bodies, where another topic opens there or a wider blank or a new line stands."""
    text, gaps = passage.text, passage.gaps()
    for match in re.finditer(r"[）〕】\]］]", text[:-1]):
        start = last_bracket(text[: match.end()])
        opens = starts_topic(text[match.end() :], lexicon) or match.end() in gaps or _wraps(passage, match.end())
        if start > 0 and opens and read_names(text[start + 1 : match.start()], lexicon):
            yield match.end()
    for at in range(1, len(text)):
        ended = _wraps(passage, at) and is_whole(stripped(passage[:at]), lexicon)
        if ended and starts_topic(text[at:], lexicon):
            yield at


def _wraps(passage: Passage, at: int) -> bool:
    return passage.offsets[at] in passage.wraps


@cache
def _verbs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.plans.topic_verbs})(?!了)")


@cache
def _ends(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(lexicon.plans.topic_ends)
