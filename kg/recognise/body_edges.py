"""Where the name of a body begins: the place in front of it, or the words that lead to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.places import split_chain

LEVELS = "省市区县州旗盟镇乡"
# No name of a place in front of a body is longer than this.
_MOST_PLACE = 26
_COMPOUND = ("自治区", "自治州", "自治县", "自治旗")
_SHORTEST_BARE = 2
_MOST_NAME = 6
_MOST_CERTAIN = 4
_SENTENCE = re.compile(
    r"推[进动]|加强|指导|支持|组织|开展|落实|协[调助]|配合|联合|督促|建[设立]|[完健]善|深化|提[升高请]|相关|有关"
    r"|同志|任命|免去|[担升改兼]任|选出|补选|做过|挂着|当过"
)
_LEAST_NAMED = 2
_ENDS_OF_LEADS = "在由经请与和及同向对为受于至从到将被把给让或以均的了是即如并而则使促赴报交需须应就后前时"


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a name begins, and the place that stands there: empty where none is printed."""

    start: int
    place: str
    own: bool = False
    deep: bool = False


@cache
def own_forms(own: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """How a text names the own place, longest first, each with what it stands for in full."""
    forms: dict[str, str] = {}
    for last in range(len(own), 0, -1):
        full = "".join(own[:last])
        for first in range(last):
            forms.setdefault("".join(own[first:last]), full)
        bare = re.sub(r"(?:自治)?[省市区县州旗盟镇乡]$|街道$", "", own[last - 1])
        if len(bare) >= _SHORTEST_BARE:
            forms.setdefault(bare, full)
    return tuple(sorted(forms.items(), key=lambda item: -len(item[0])))


@cache
def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    """The words that may stand right before the name of a body, read from their end."""
    words = {*lexicon.organs.leads, *lexicon.titles.leading_words, *lexicon.titles.name_leaders}
    return re.compile("|".join(sorted((re.escape(word[::-1]) for word in words), key=lambda word: (-len(word), word))))


def clear(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a name may begin here: behind punctuation, a number, or a word that leads to one."""
    if at == 0 or not "一" <= text[at - 1] <= "龥":
        return True
    lead = _leads(lexicon).match(text[max(0, at - 8) : at][::-1])
    if lead is None:
        return False
    # 经 leads to a name, but not in 经济.
    return len(lead.group()) > 1 or not _words(lexicon).match(text, at - 1)


@cache
def _words(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that begin with one that leads to a name: a name does not begin inside them."""
    known = (word for word in lexicon.titles.names_with_leading_words if word[-1] not in LEVELS)
    leads = {*lexicon.organs.leads, *lexicon.titles.leading_words, *lexicon.titles.name_leaders}
    return re.compile("|".join(re.escape(word) for word in {*known, *leads} if len(word) > 1))


def edge(text: str, at: int, own: tuple[str, ...], lexicon: Lexicon) -> Edge | None:
    """Where the name whose organ stands at `at` begins; None where words of the sentence cannot be told from it."""
    for form, full in own_forms(own):
        if text.endswith(form, 0, at):
            return Edge(at - len(form), full, own=True)
    if at and text[at - 1] in LEVELS:
        return _of_level(text, at, own, lexicon)
    return Edge(at, "") if clear(text, at, lexicon) else None


def _of_level(text: str, at: int, own: tuple[str, ...], lexicon: Lexicon) -> Edge | None:
    """区 alone, 本区, or a place with a name of its own."""
    level, before = text[at - 1], text[at - 2 : at - 1]
    if before in ("本", "我"):
        return Edge(at - 2, text[at - 2 : at])
    if before and before in lexicon.organs.vague:
        return None
    compound = next((word for word in _COMPOUND if text.endswith(word, 0, at)), level)
    alone = at - len(compound)
    other_word = before != "" and before in lexicon.organs.not_levels.get(level, "")
    if not other_word and clear(text, alone, lexicon):
        return Edge(alone, compound)
    return named_place(text, at, own, lexicon)


def named_place(text: str, at: int, own: tuple[str, ...], lexicon: Lexicon) -> Edge | None:
    """The place of another chain that ends at `at`, behind the sign of its level."""
    start = _run_start(text, at)
    named = _named(text, start, at, lexicon) if start is not None else None
    # 紧盯区: where the own chain has a place of that level, a word of the sentence is likelier than a name.
    compound = next((word for word in _COMPOUND if text.endswith(word, 0, at)), text[at - 1])
    certain = named is None or named.deep or not any(part.endswith(compound) for part in own)
    return named if certain else None


def _run_start(text: str, at: int) -> int | None:
    """Where the run of characters that may be a place begins: behind punctuation or a particle."""
    for start in range(at - 1, max(0, at - _MOST_PLACE) - 1, -1):
        char = text[start]
        if not "一" <= char <= "龥" or (char in _ENDS_OF_LEADS and at - start > _LEAST_NAMED + 1):
            return start + 1
    return 0 if at <= _MOST_PLACE else None


def _named(text: str, start: int, at: int, lexicon: Lexicon) -> Edge | None:
    """A place of another chain, behind words that lead to it."""
    for begin in range(start, at - _LEAST_NAMED):
        if not clear(text, begin, lexicon):
            continue
        run = text[begin:at]
        if len(run) > _LEAST_NAMED + 1 and clear(text, begin + 1, lexicon):
            continue
        chain, rest = split_chain(run, lexicon)
        if chain and not rest and _is_place(run, lexicon) and all(_formed(part, lexicon) for part in chain):
            return Edge(begin, run, deep=len(chain) > 1)
    return None


def _formed(part: str, lexicon: Lexicon) -> bool:
    """Whether one place of a chain is no longer than names are, and has no name of a person in front.

    The names of peoples are long: 自治县.
    """
    if "族" in part or "自治" in part:
        return True
    person = len(part) > _MOST_CERTAIN and part[0] in lexicon.surnames.single
    return len(part) <= _MOST_NAME and not person


def _is_place(run: str, lexicon: Lexicon) -> bool:
    """Whether a run holds no word of the sentence."""
    return not (_SENTENCE.search(run) or _forward(lexicon).match(run))


@cache
def _forward(lexicon: Lexicon) -> re.Pattern[str]:
    """The words that lead to a name, where they are more than one character, and what follows a number."""
    words = {*lexicon.organs.leads, *lexicon.titles.leading_words, *lexicon.titles.name_leaders}
    return re.compile("|".join(["[日月年起]", *(re.escape(word) for word in words if len(word) > 1)]))
