"""Institutions, associations and firms where they are founded, reorganised, or answer for something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.body_edges import own_forms
from kg.recognise.body_patterns import NOT_NAME
from kg.recognise.places import split_chain

_MOST_NAME, _LEAST_NAME, _LEAST_QUOTED = 24, 2, 8
_WIDE = re.compile(r"^(?:中国|国家|全国|国际|世界|亚洲|长三角|粤港澳|京津冀|东盟|中华)")
_FIRM = re.compile(r"(?:集团|公司|银行)$")
_CHARS = re.compile(r"[一-龥A-Za-z0-9（）·“”]*$")
# A name printed behind these begins behind them.
_PARTICLE = re.compile(r"[的了是为由与和及向对在被将把从让给以]|[我本][省市区县州旗]|(?<=[省市区县州旗])[属管]")


@dataclass(frozen=True, slots=True)
class Institution:
    """A name and where it stands."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    ending: re.Pattern[str]
    classes: re.Pattern[str]
    founded: re.Pattern[str]
    engaged: re.Pattern[str]
    answers: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    organs = lexicon.organs
    founded = "|".join(sorted(organs.founded, key=len, reverse=True))
    engaged = "|".join(sorted(organs.engaged, key=len, reverse=True))
    return _Words(
        ending=re.compile(organs.institutions),
        classes=re.compile(organs.classes),
        founded=re.compile(rf"(?:{founded})了?(?:[^，。；：]{{0,30}}、|[一-龥]{{0,8}}(?=“))?$"),
        engaged=re.compile(rf"(?:{engaged}|[我本][省市区县州旗])$"),
        answers=re.compile(organs.answers),
    )


def find_institutions(text: str, own: tuple[str, ...], lexicon: Lexicon) -> list[Institution]:
    """Those of a sentence, in order; what stands beside one in a list shares what is said of it."""
    words = _words(lexicon)
    found: list[Institution] = []
    before = -1
    for match in words.ending.finditer(text):
        start = _start(text, max(before, match.start() - _MOST_NAME, 0), match.start(), lexicon)
        if start is None:
            continue
        listed = bool(found) and found[-1].end == before and text[before:start] in ("、", "和", "与")
        name = text[start : match.end()].strip("“”")
        quoted = text[start - 1 : start] == "“" and text[match.end() : match.end() + 1] == "”"
        if ((quoted and len(name) >= _LEAST_QUOTED) or _proper(name, own, lexicon)) and (
            listed or _acts(text, start, match.end(), lexicon)
        ):
            found.append(Institution(start, match.end()))
        before = match.end()
    return found


def _start(text: str, floor: int, at: int, lexicon: Lexicon) -> int | None:
    """Where the name begins: behind punctuation, a particle, or a word that founds it or engages it."""
    run = _CHARS.search(text[floor:at].replace("“", "，"))
    start = at - len(run.group()) if run else at
    for pattern in (_PARTICLE, _cuts(lexicon)):
        start = max([start, *(start + match.end() for match in pattern.finditer(text[start:at]))])
    return start if at - start >= _LEAST_NAME and not NOT_NAME.search(text[start:at]) else None


@cache
def _cuts(lexicon: Lexicon) -> re.Pattern[str]:
    words = [word for word in (*lexicon.organs.founded, *lexicon.organs.engaged) if len(word) > 1]
    return re.compile("|".join(f"{word}(?!会|促进|产权|体|国|总)" for word in sorted(words, key=len, reverse=True)))


def _proper(name: str, own: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether it is the name of one: it holds a place, or a firm's own name."""
    placed = any(name.startswith(form) for form, _ in own_forms(own))
    if (_words(lexicon).classes.match(name) and not placed) or re.match(
        r"\d+[家个所]|[一二三四五六七八九十两几多]+[家个所]", name
    ):
        return False
    placed = placed or any(form in name for form, _ in own_forms(own)) or bool(split_chain(name, lexicon)[0])
    placed = placed or bool(re.match(r"[省市区县州旗](?![域级属里划间位块情直场民内外])", name))
    return placed or bool(_WIDE.match(name)) or bool(_FIRM.search(name))


def _acts(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether it is founded here, or answers for something."""
    words, before = _words(lexicon), text[:start].rstrip("“")
    if words.founded.search(before):
        return True
    note = re.match(r"”?(?:（[^（）]{1,20}）)?", text[end:])
    behind = end + (note.end() if note else 0)
    if words.answers.match(text, behind):
        return True
    engaged = words.engaged.search(before)
    return engaged is not None and (len(engaged.group()) > 1 or bool(words.answers.search(text, behind, behind + 12)))
