"""The verbs of changes in a text, each with its sort, and the text blanked where nothing is told of bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.running_names import any_of

_MARKER = re.compile(r"^(?:[一二三四五六七八九十]+、|\d{1,2}[.．、](?!\d))")
_TITLES = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_BRACKETS = re.compile(r"（(?!筹）)[^（）]*）(?![委局厅])")
_ROW = r"〇○零一二三四五六七八九十\d"
DATE = (
    rf"(?:(?:\d{{4}}|[一二][{_ROW}]{{3}}|同|当|今|去|本|是|次|翌)年(?:[{_ROW}]{{1,3}}月份?)?(?:[{_ROW}]{{1,3}}[日号])?"
    rf"|[{_ROW}]{{1,3}}月份?(?:[{_ROW}]{{1,3}}[日号])?|同月|当月|月底|年底|年初)(?:[上中下]旬|[上下]半年|底|初|末)?"
)
# 原A承担的某项职责由B承担: no verb of change, but functions that go over.
PASSIVE = re.compile(
    r"(?P<duty>职责|职能|职权|权限)(?P<cue>，?(?:现|均|全部|统一|一并|，)*(?:调整|改|划转|移交|转)?)由(?=[^，。]{2,30}(?:承担|行使|负责|履行))"
)
# What may stand between a name and its verb, and is no part of either.
_FRAME = (
    rf"(?:[于在自从])?{DATE}(?:起)?|(?:经|报)[^，。；、]{{2,24}}?(?:批准|同意|批复|研究|决定)后?"
    r"|[于在][^，。；、]{2,16}?(?:中|时|期间|之后|后)|(?:改造|改制|改革|破产|重组|扩建|迁建|调整)后?|＊+|(?:的)?(?:机构|单位)?名称由?|，|、"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb from `at` to `end`; `start` is where its adverbs begin, `plain` where the words around these begin."""

    plain: int
    start: int
    at: int
    end: int
    sort: str
    word: str


@dataclass(frozen=True, slots=True)
class _Words:
    any: re.Pattern[str]
    telling: re.Pattern[str]
    sorts: dict[str, str]
    results: re.Pattern[str]
    adverbs: re.Pattern[str]
    frame: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    words = lexicon.changes
    rows = {
        "rename": words.renames.strong, "weak": words.renames.weak, "merge": words.merges, "into": words.into.bodies,
        "functions": words.into.functions, "split": words.splits, "apart": words.apart, "found": words.founds,
        "reshape": words.reshapes, "form": words.forms, "again": words.again, "abolish": words.abolishes,
        "ended": words.ended,
    }  # fmt: skip
    sorts = {word: sort for sort, row in rows.items() for word in row}
    adverbs = any_of(words.adverbs)
    return _Words(
        any=_quick(list(sorts)),
        telling=_quick([word for word, sort in sorts.items() if sort != "form"]),
        sorts=sorts,
        results=re.compile(rf"后?(?:的基础上)?(?:{adverbs})*(?:{any_of(words.results)})"),
        adverbs=re.compile(rf"(?:{adverbs})+\Z"),
        frame=re.compile(rf"(?:{_FRAME}|{adverbs})\Z"),
    )


def _quick(words: list[str]) -> re.Pattern[str]:
    """The words behind a look at their first character: most places in a text are left at once."""
    return re.compile(f"(?=[{''.join(sorted({word[0] for word in words}))}])(?:{any_of(words)})")


def holds_a_verb(text: str, lexicon: Lexicon) -> bool:
    """Whether any verb of a change stands in a text: most texts are left after this look."""
    return bool(_words(lexicon).telling.search(text) or PASSIVE.search(text))


def blanked(text: str) -> str:
    """The text with its number, titles and brackets blanked; its length stays."""
    for pattern in (_MARKER, _TITLES, _BRACKETS):
        text = pattern.sub(lambda match: "＊" * len(match.group()), text)
    return text


def verbs(text: str, lexicon: Lexicon) -> list[Verb]:
    """The verbs of a text, in order; the verb of a merger ends behind the word that leads to what comes out of it."""
    words = _words(lexicon)
    found: list[Verb] = []
    floor = 0
    for match in words.any.finditer(text):
        if match.start() < floor:
            continue
        end, sort = match.end(), words.sorts[match.group()]
        result = words.results.match(text, end) if sort == "merge" else None
        end = result.end() if result else end
        adverbs = words.adverbs.search(text, floor, match.start())
        start = adverbs.start() if adverbs else match.start()
        found.append(
            Verb(_plain(text, floor, start, words), start, match.start(), end, sort, text[match.start() : end])
        )
        floor = end
    return found


def _plain(text: str, floor: int, at: int, words: _Words) -> int:
    """Where dates, approvals and adverbs in front of a verb begin."""
    while (found := words.frame.search(text, floor, at)) and found.start() < at:
        at = found.start()
    return at
