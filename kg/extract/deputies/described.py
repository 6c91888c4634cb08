"""People behind a description: 某局原局长某某, 某小学教师某某. Names are certain where the item repeats them in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.context import Context
from kg.model.source import Passage
from kg.recognise.names import Name, certain_name, has_surname, is_name, name_list
from kg.recognise.posts import titles
from kg.recognise.running_names import likely

_REPEATED = re.compile(
    r"(?:^|[，。；：]|确认|终止|认为)(?P<names>[^，。；：]{2,200}?)(?:同志)?的"
    r"(?:[^，。；的]{0,30}?(?:大会|人大))?(?:代表)?资格"
    r"(?:合法|均|全部|已|报请|相应|自然|自行|依法|随之|即|也)*(?:有效|终止)"
)
_NOTE = re.compile(r"（[^（）]{1,30}）$")
_LEAD = re.compile(r"^(?:[，、：]|代表|其中|同志)+|[，、。]+$")
_PIECE = re.compile(r"((?:（[^）]*）|[^、和])+)(、|和|$)")
# What people do who hold no title; the words end a description in front of a name.
_OCCUPATION = re.compile(
    r"工人|职工|员工|农民|村民|居民|牧民|渔民|教师|教授|讲师|研究员|研究生|博士|医师|医生|护士|护师|律师|记者|编辑|演员|"
    r"运动员|教练|工程师|农艺师|会计师|技师|技术员|班长|战士|军人|负责人|创始人|合伙人|个体户|工商户|职员|干部|民警|警察|"
    r"司机|驾驶员|营业员|专家|院士|法师|住持|牧师|阿訇|活佛|劳动模范|能手|带头人"
)


def repeated_names(ctx: Context) -> frozenset[str]:
    """The names that lists of an item give: 甲、乙的代表资格有效. They tell where a name begins behind a description."""
    found: set[str] = set()
    for sentence in ctx.sentences:
        for match in _REPEATED.finditer(sentence.text):
            names = name_list(sentence[match.start("names") : match.end("names")], ctx.lexicon)
            texts = [name.text for name in names or ()]
            named = {text for text in texts if _named_before(text, ctx)}
            likely = plausible(texts, ctx) or 2 * len(named) >= len(texts)
            if texts and likely and all(text in named or like_name(text, ctx) for text in texts):
                found.update(texts)
    return frozenset(found)


def _named_before(text: str, ctx: Context) -> bool:
    """Whether an item elsewhere names the same person where nothing but a name can stand: 代表某某（女）、某某，因…."""
    if not 2 <= len(text) <= 9:
        return False
    pattern = re.compile(rf"(?:代表|补选|、){re.escape(text)}(?=（|、|，(?:因|本人|已|由于)|因|同志|为)")
    return any(pattern.search(sentence.text) for sentence in ctx.sentences)


def plausible(names: Sequence[str], ctx: Context) -> bool:
    """Whether a list is one of names: at least half have the form of one and are no common words."""
    formed = sum(
        not is_word(name, ctx) and (has_surname(name, ctx.lexicon) or certain_name(name, ctx.lexicon)) for name in names
    )
    return 2 * formed >= len(names)


def like_name(text: str, ctx: Context) -> bool:
    """Whether a text can be a name in a list of them: of names without a known surname only short and dotted ones."""
    return len(text) <= 3 or has_surname(text, ctx.lexicon) or certain_name(text, ctx.lexicon)


def people(text: str, ctx: Context, known: frozenset[str], *, sure: bool = False) -> list[tuple[str, str | None]]:
    """The people that a text ends with or lists, with the description in front; nothing where a piece names nobody.

    `sure` says that nothing but names and descriptions can stand here, so that a name of any form is taken.
    """
    text = _LEAD.sub("", text)
    bare = name_list(Passage(text, range(len(text))), ctx.lexicon) if text else None
    if bare and _listed(bare, ctx, known):
        return [(name.text, None) for name in bare]
    described = _described(text, ctx, known)
    if described or not sure:
        return described
    return [(name.text, None) for name in bare or () if not is_word(name.text, ctx)]


def is_word(text: str, ctx: Context) -> bool:
    """Whether a text that has the form of a name is a common word: 区域, 终止."""
    return text in ctx.lexicon.surnames.common_words


def _listed(names: Sequence[Name], ctx: Context, known: frozenset[str]) -> bool:
    """Whether a list of names without descriptions is one beyond doubt."""
    texts = [name.text for name in names]
    if all(is_word(text, ctx) and text not in known for text in texts):
        return False
    if all(text in known or certain_name(text, ctx.lexicon) for text in texts):
        return True
    return len(texts) > 1 and all(len(text) <= 3 or "·" in text for text in texts) and plausible(texts, ctx)


def _described(text: str, ctx: Context, known: frozenset[str]) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    pending = ""
    pieces = _PIECE.findall(text)
    for number, (piece, separator) in enumerate(pieces, 1):
        pending += piece
        person = _person(pending, ctx, known, last=number == len(pieces) and pending == piece)
        if person:
            found.append(person)
            pending = ""
        else:
            pending += separator
    return [] if pending else found


def _person(text: str, ctx: Context, known: frozenset[str], *, last: bool) -> tuple[str, str | None] | None:
    """The name at the end of a description, and the description; only the last one of a list may lack a title."""
    text = _NOTE.sub("", text.strip("，、以及")).removesuffix("同志").removesuffix("代表")
    start = _name_start(text, ctx, known, last)
    return (text[start:], text[:start].rstrip("、，：") or None) if start is not None else None


def _name_start(text: str, ctx: Context, known: frozenset[str], last: bool) -> int | None:
    """Where the name at the end of a text begins.

    It is known, it stands behind a title or an occupation, or one cut alone fits.
    """
    for length in range(min(len(text), 20), 1, -1):
        if text[-length:] in known:
            return len(text) - length
    ends = [match.end() for match in titles(ctx.lexicon).anywhere.finditer(text)]
    ends += [match.end() for match in _OCCUPATION.finditer(text)]
    for end in sorted(ends, reverse=True):
        name = text[end:]
        if certain_name(name, ctx.lexicon) or (len(name) in (2, 3) and is_name(name, ctx.lexicon)):
            return end
    if not last:
        return None
    cuts = [len(text) - n for n in (2, 3, 4) if len(text) > n + 2 and likely(text[-n:], ctx.lexicon)]
    return cuts[0] if len(cuts) == 1 else None
