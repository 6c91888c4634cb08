"""The grammar of acts: who is put into, or taken out of, which post, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import Name, name_list
from kg.recognise.posts import Post, post_list

_CUT = re.compile(r"[；;。，：]")
_NUMBER = re.compile(r"^(?:（?[一二三四五六七八九十]{1,3}）?[、.．]?(?=[^一-龥]|[一-龥])|（?\d{1,3}）?[、.．])(?=.)")
_HIS = re.compile(r"^(?:其|他|她)$")


@dataclass(frozen=True, slots=True)
class Act:
    """One person put into, or taken out of, one post; `clause` is where it says so."""

    event: str
    name: str
    post: Post
    clause: Passage
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Verbs:
    """The clause patterns, compiled from the lexicon's formulae."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    carried: dict[str, re.Pattern[str]]


@dataclass(slots=True)
class State:
    """What a clause takes over from those before it: the verb, the people, the body of the last post."""

    event: str | None = None
    names: tuple[str, ...] = ()
    body: str = ""
    posts: tuple[Post, ...] = ()


@cache
def verbs(lexicon: Lexicon) -> Verbs:
    """The patterns of the clauses, most telling first."""
    f = lexicon.formulae

    def any_of(words: list[str]) -> str:
        return "|".join(sorted(words, key=len, reverse=True))

    lead = rf"^(?:.{{0,60}}?(?:会议|次会议|会|委员会|主席团|国务院|政府|大会))?(?:{any_of(f.openings)}|[：:、]|了)*"
    end = r"(?:职务|一职|之职|的职务)?"
    patterns = (
        ("resign", rf"{lead}(?:{any_of(f.accept)})(?P<names>.+?)(?:同志)?(?P<reason>(?:因|由于)[^，；。]{{1,24}}?)?(?:提出的?)?(?:的)?(?:关于)?(?:请求)?辞去(?:其|所担任的|担任的)?(?P<posts>.+?)(?:职务|一职)?(?:的)?(?:请求|申请|辞职请求|要求|辞呈)?(?:的决定)?$"),
        ("appoint", rf"{lead}(?:{any_of(f.appoint)})(?P<names>[^为]+?)(?:同志)?(?:为|担任)(?P<posts>.+)$"),
        ("elect", rf"{lead}(?:{any_of(f.elect)})(?:产生)?(?P<names>[^为]+?)(?:同志)?(?:为|担任)(?P<posts>.+)$"),
        ("elect", r"^(?:.{0,40}?[，：])?(?P<names>.+?)(?:同志)?(?:全票)?当选为?(?P<posts>.+)$"),
        ("dismiss", rf"{lead}(?:{any_of(f.dismiss)})(?P<names>.+?)(?:同志)?的(?P<posts>.+?){end}$"),
        ("remove", rf"{lead}(?:{any_of(f.remove)})(?P<names>.+?)(?:同志)?的(?P<posts>.+?){end}$"),
        ("remove", rf"{lead}(?:{any_of(f.remove)})(?P<names>.+?)同志(?P<posts>.+?){end}$"),
        ("remove", rf"{lead}(?:{any_of(f.remove)})(?P<both>.+?){end}$"),
        ("terminate", r"^(?:.{0,40}?[，：])?(?P<names>.+?)(?:同志)?的(?P<posts>.+?)(?:职务|资格)?(?:相应|自然|自行|随之|同时|也|即|依法)*(?:终止|撤销)$"),
        ("lapse", r"^(?:.{0,40}?[，：])?(?P<names>.+?)(?:同志)?(?:的|所任|担任的)(?P<posts>.+?)(?:职务)?(?:相应|自然|自行|依法)*免除$"),
        ("remove", r"^(?P<names>.+?)(?:同志)?不再(?:担任|兼任)(?P<posts>.+?)(?:职务)?$"),
        ("acting", r"^(?:.{0,60}?(?:决定|会议|由))?(?P<names>[^，：]+?)(?:同志)?(?:代理|代行)(?P<posts>.+?)(?:职务|职权)?$"),
    )
    carried = {
        "appoint": re.compile(r"^(?:其中)?(?P<names>[^为]+?)(?:同志)?(?:为|任|担任)(?P<posts>.+)$"),
        "elect": re.compile(r"^(?P<names>[^为]+?)(?:同志)?为(?P<posts>.+)$"),
        "remove": re.compile(rf"^(?P<names>.+?)(?:同志)?的(?P<posts>.+?){end}$"),
        "dismiss": re.compile(rf"^(?P<names>.+?)(?:同志)?的(?P<posts>.+?){end}$"),
        "resign": re.compile(r"^(?P<names>.+?)(?:同志)?(?P<reason>因[^，；。]{1,24}?)?辞去(?P<posts>.+?)(?:职务)?(?:的)?(?:请求|申请)?$"),
    }
    return Verbs(tuple((event, re.compile(pattern)) for event, pattern in patterns), carried)


def clauses(passage: Passage) -> Iterator[Passage]:
    """The clauses of a passage: cut at ；，：。 outside brackets, numbering taken off."""
    depth, start = 0, 0
    for index, char in enumerate(passage.text):
        if char in "（《“":
            depth += 1
        elif char in "）》”":
            depth = max(0, depth - 1)
        elif not depth and _CUT.match(char):
            yield from _clause(passage, start, index)
            start = index + 1
    yield from _clause(passage, start, len(passage))


def _clause(passage: Passage, start: int, end: int) -> Iterator[Passage]:
    if start < end:
        yield passage[start:end]


def read_clause(clause: Passage, state: State, lexicon: Lexicon) -> list[Act] | None:
    """The acts of one clause, or None where it is not understood as one; the state goes on to the next clause."""
    text = clause.text
    for event, pattern in verbs(lexicon).patterns:
        match = pattern.match(text)
        if match:
            acts = _acts(event, match, clause, state, lexicon)
            if acts:
                return acts
    pattern = verbs(lexicon).carried.get(state.event or "")
    match = pattern.match(text) if pattern else None
    return _acts(state.event or "", match, clause, state, lexicon) if match else None


def _acts(event: str, match: re.Match[str], clause: Passage, state: State, lexicon: Lexicon) -> list[Act] | None:
    part = match.groupdict()
    if part.get("both") is not None:
        split = _split_both(clause, match.start("both"), match.end("both"), lexicon)
        if split is None:
            return None
        names, posts = split
    else:
        names = _names(clause, match.start("names"), match.end("names"), state, lexicon)
        posts = post_list(part["posts"], lexicon, state.body if _says_same(part["posts"]) else "")
        if event == "terminate" and part["posts"].endswith("代表"):
            posts = post_list(part["posts"], lexicon) or [Post("", "代表")]
    if not names or not posts:
        return None
    if event == "acting":
        event, posts = "appoint", [replace(post, qualifier="代理") for post in posts]
    state.event = event
    state.names = tuple(name.text for name in names)
    state.body = posts[-1].body
    return [Act(event, name.text, post, clause, part.get("reason"), name.note) for name in names for post in posts]


def _says_same(posts: str) -> bool:
    return posts.startswith(("其", "该", "代理", "副"))


def _names(clause: Passage, start: int, end: int, state: State, lexicon: Lexicon) -> list[Name] | None:
    slot = clause[start:end]
    if _HIS.match(slot.text.removesuffix("的")):
        return [Name(name, start, end) for name in state.names] or None
    return name_list(slot, lexicon)


def _split_both(clause: Passage, start: int, end: int, lexicon: Lexicon) -> tuple[list[Name], list[Post]] | None:
    """免去张三某县教育局局长: a name with nothing behind it; taken only where one cut alone makes sense."""
    found = []
    for cut in (start + 4, start + 3, start + 2):
        if cut >= end:
            continue
        names = name_list(clause[start:cut], lexicon)
        posts = post_list(clause.text[cut:end], lexicon)
        if names and posts and posts[0].body and _starts_body(clause.text[cut:end]):
            found.append((names, posts))
    return found[0] if len(found) == 1 else None


def _starts_body(text: str) -> bool:
    return bool(re.match(r"^(?:[省市区县州旗]|[一-龥]{1,8}?(?:省|市|区|县|州|旗|镇|乡|街道|人民|法院|检察院|自治))", text))
