"""The grammar of acts: who is put into, or taken out of, which post, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from kg.extract.listing import Listing
from kg.lexicon import Lexicon
from kg.model.source import Passage
from kg.recognise.names import Name, name_list
from kg.recognise.posts import Post, post_list

_CUT = re.compile(r"[；;。，：]")
_HIS = re.compile(r"^(?:其|他|她|该同志|上述人员)$")
_EACH = re.compile(r"(?:分别|均|都|同)$")
_END = r"(?:的?(?:职务|一职|之职|职))?(?:，另行安排工作)?$"
# 甲为某局局长、乙为某局局长: where the next name begins.
_CHAIN = re.compile(r"、(?=[^、为]{2,15}(?:为|当选))")
# …职务（退休）: a remark in brackets behind the whole.
_REMARK = re.compile(r"职务(（[^（）]{1,16}）)$")
_HELD = re.compile(r"^(?:挂职|挂任|兼|试用|援|代理)")
_LAST_WORD = re.compile(r"(?:职务|一职)(?:的)?(?:请求|申请|要求|辞呈)?(?:的决定)?$|的?(?:请求|申请|要求)$")


@dataclass(frozen=True, slots=True)
class Act:
    """One person put into, or taken out of, one post; `clause` is where it says so."""

    event: str
    name: str
    post: Post
    clause: Passage
    reason: str | None = None


@dataclass(slots=True)
class State:
    """What a clause takes over from those before it.

    `event` is the verb said last, `listing` tells that a heading said it for the entries below, `posts` are the posts
    of that heading, `names` and `body` the people and the body named last, `day` the day told last. `formal` tells that the item is one whose sentences do
    what they say; `proposed` that a heading only proposes the entries below.
    """

    event: str | None = None
    listing: bool = False
    names: tuple[str, ...] = ()
    body: str = ""
    posts: tuple[Post, ...] = ()
    day: str | None = None
    formal: bool = False
    proposed: bool = False
    listed: Listing = field(default_factory=Listing)


@dataclass(frozen=True, slots=True)
class Slots:
    """Where the names and the posts of a clause stand; no names means the people named last."""

    names: tuple[int, int] | None
    posts: tuple[int, int]
    reason: str | None = None


Split = Callable[[str, int], Iterator[Slots]]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say an event: how the clause begins, and how what follows falls into names and posts."""

    event: str
    opening: re.Pattern[str]
    split: Split
    qualifier: str | None = None


def _by_link(link: str) -> Split:
    """Names, a link such as 为, posts; every link of the clause is tried, for names hold the word too: 何为."""
    pattern = re.compile(link)

    def split(text: str, start: int) -> Iterator[Slots]:
        for match in pattern.finditer(text, start + 1):
            yield Slots((start, match.start()), (match.end(), len(text)))

    return split


def _by_possessive(text: str, start: int) -> Iterator[Slots]:
    """Names, 的 or 同志 or nothing, posts."""
    for match in re.finditer(r"的|同志(?!的)", text[start:]):
        yield Slots((start, start + match.start()), (start + match.end(), len(text)))
    for match in re.finditer(r"现任", text[start + 2 :]):
        yield Slots((start, start + 2 + match.start()), (start + 2 + match.end(), len(text)))
    # 其 needs no link, and a name with nothing behind it must leave a body that begins like one.
    if text.startswith("其", start):
        yield Slots((start, start + 1), (start + 1, len(text)))
    cuts = (start + 4, start + 3, start + 2)
    found = [cut for cut in cuts if cut < len(text) and text[cut - 1] not in "为任的" and _starts_body(text[cut:])]
    if len(found) == 1:
        yield Slots((start, found[0]), (found[0], len(text)))


def _starts_body(text: str) -> bool:
    return bool(
        re.match(r"^(?:[省市区县州旗](?=[一-龥]{2})|[一-龥]{2,9}?(?:省|市|区|县|州|旗|镇|乡|街道)|人民|自治)", text)
    )


def _by_resigning(text: str, start: int) -> Iterator[Slots]:
    """Names, perhaps a reason, 辞去, posts."""
    match = re.compile(r"辞去(?:其|所|担任的|兼任的|了)*").search(text, start)
    if match is None:
        return
    before = text[start : match.start()]
    reason = re.search(r"(?:因|由于)[^，；。]{1,24}?$", re.sub(r"(?:提出的?|申请|请求|关于|而|要求)+$", "", before))
    end = start + (
        reason.start() if reason else len(re.sub(r"(?:同志)?(?:提出的?|的|申请|请求|关于|要求)+$", "", before))
    )
    yield Slots((start, end), (match.end(), len(text)), reason.group() if reason else None)


def _ended_by(words: str) -> Split:
    """Names, 的, posts, and at the end a word that says that they end."""
    tail = re.compile(
        rf"(?:的?(?:职务|资格))?(?:也)?(?:相应|自然|自行|随之|同时|一并|即|依法|予以|均)*(?:{words})(?:，.*)?$"
    )

    def split(text: str, start: int) -> Iterator[Slots]:
        end = tail.search(text)
        if end is None:
            return
        for match in re.finditer(r"的|所任|担任的|同志(?!的)", text[start : end.start()]):
            yield Slots((start, start + match.start()), (start + match.end(), end.start()))
        if text.startswith("其", start):
            yield Slots((start, start + 1), (start + 1, end.start()))

    return split


def _without_names(text: str, start: int) -> Iterator[Slots]:
    """Posts alone, of the people named last."""
    yield Slots(None, (start, len(text)))


@cache
def forms(lexicon: Lexicon) -> tuple[tuple[Form, ...], dict[str, tuple[Form, ...]]]:
    """The forms of a whole clause, most telling first, and those of a clause that takes over the verb."""
    f = lexicon.formulae

    def any_of(words: list[str]) -> str:
        return "|".join(sorted(words, key=len, reverse=True))

    opening = any_of(f.openings)
    lead = rf"^(?:.{{0,90}}?(?:{opening}|会议|大会|会|日|，|：|、|。|）))?(?:{opening}|[：、]|了|由)*"

    def form(event: str, verb: str, split: Split, qualifier: str | None = None) -> Form:
        return Form(event, re.compile(verb), split, qualifier)

    start = re.compile(r"^(?:其中)?")
    whole = (
        form("resign", rf"{lead}(?:{any_of(f.accept)})了?", _by_resigning),
        form("appoint", rf"{lead}(?:{any_of(f.appoint)})了?", _by_link("(?:分别|均|都|同)?(?:担任|为)")),
        form("elect", rf"{lead}(?:{any_of(f.elect)})(?:产生|了)?", _by_link("(?:分别|均|都)?(?:担任|为)")),
        form("elect", r"^(?:.{0,90}?[，：。])?(?:选举)?", _by_link("(?:分别|均|全票|高票)?当选为?")),
        form("dismiss", rf"{lead}(?:{any_of(f.dismiss)})了?", _by_possessive),
        form("remove", rf"{lead}(?:{any_of(f.remove)})了?", _by_possessive),
        form("terminate", r"^(?:.{0,90}?[，：。])?", _ended_by("终止|撤销")),
        form("lapse", r"^(?:.{0,90}?[，：。])?", _ended_by("自行免除|自然免除|相应免除")),
        form("remove", r"^(?:.{0,60}?[，：。])?", _ended_by("免去|免除")),
        form("remove", r"^(?:并)?(?:不再担任|不再兼任|不再任)", _without_names),
        form("appoint", r"^(?:并)?(?:决定)?(?:由其)?代理", _without_names, "代理"),
        form("remove", r"^", _by_link("(?:同志)?(?:不再担任|不再兼任|不再任)")),
        form("appoint", rf"{lead}(?:由|决定)", _by_link("(?:代理|代行)"), "代理"),
        form("appoint", r"^(?:关于)?", _by_link("(?:同志)?代理"), "代理"),
        form("appoint", rf"{lead}决定", _by_link("为")),
        form("appoint", r"^", _by_link("同志(?:担)?任")),
    )
    carried = {
        "appoint": (
            Form("appoint", start, _by_link("(?:分别|均|都)?(?:担任|为|任)")),
            Form("appoint", start, _by_link("兼任?"), "兼"),
        ),
        "elect": (Form("elect", start, _by_link("为|任")),),
        "remove": (Form("remove", start, _by_possessive),),
        "dismiss": (Form("dismiss", start, _by_possessive),),
        "resign": (Form("resign", start, _by_resigning),),
    }
    return whole, carried


# 甲任某局局长: what a notice of appointments says without a verb of appointing.
_NOTICE = (Form("appoint", re.compile(r"^"), _by_link(r"(?:挂职|挂|兼)?(?:担)?任(?!命|免|期|职|教)")),)


def _gives_notice(state: State) -> bool:
    """Whether 甲任某局局长 says that somebody is appointed: in a formal item, and not under a heading of removals."""
    return state.formal and (not state.listing or state.event == "appoint")


def clauses(passage: Passage) -> Iterator[Passage]:
    """The clauses of a passage: cut at ；，：。 outside brackets."""
    depth, start = 0, 0
    for index, char in enumerate(passage.text):
        if char in "（《“":
            depth += 1
        elif char in "）》”":
            depth = max(0, depth - 1)
        elif not depth and _CUT.match(char):
            if start < index:
                yield passage[start:index]
            start = index + 1
    if start < len(passage):
        yield passage[start:]


def read_clause(clause: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """The acts of one clause, none where it is not understood as one; the state goes on to the next clause."""
    acts = _read(clause, state, lexicon)
    links = list(_CHAIN.finditer(clause.text)) if not acts else []
    if not links:
        return acts
    cuts = [0, *(match.end() for match in links), len(clause) + 1]
    parts = [_read(clause[start : end - 1], state, lexicon) for start, end in pairwise(cuts)]
    return [act for part in parts for act in part] if all(parts) else []


def _read(clause: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    whole, carried = forms(lexicon)
    for form in (*whole, *carried.get(state.event or "", ()), *(_NOTICE if _gives_notice(state) else ())):
        opening = form.opening.match(clause.text)
        if opening is None:
            continue
        for slots in form.split(clause.text, opening.end()):
            acts = _acts(form, slots, clause, state, lexicon)
            if acts:
                return acts
    return _bracketed(clause, state, lexicon)


def _acts(form: Form, slots: Slots, clause: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    posts = _posts(form, clause.text[slice(*slots.posts)], state, lexicon)
    if not posts:
        return []
    names = _names(clause, slots.names, state, lexicon)
    if not names:
        return []
    if form.qualifier:
        posts = [replace(post, qualifier=form.qualifier) for post in posts]
    pairs = _pairs(clause.text, slots, names, posts)
    # In a list, what is said of 其 is an aside: the next entry goes on with the verb of the heading.
    aside = state.listing and (slots.names is None or bool(_HIS.match(clause.text[slice(*slots.names)])))
    state.event = state.event if aside else form.event
    state.names = tuple(name.text for name in names)
    state.body = posts[-1].body or state.body
    return [Act(form.event, name.text, _noted(post, name), clause, slots.reason) for name, post in pairs]


def _noted(post: Post, name: Name) -> Post:
    """任命甲（挂职）为: what the bracket behind a name says of how the post is held."""
    held = post.qualifier is None and name.note is not None and _HELD.match(name.note)
    return replace(post, qualifier=name.note) if held else post


def _pairs(text: str, slots: Slots, names: list[Name], posts: list[Post]) -> list[tuple[Name, Post]]:
    """Every person with every post; one by one where the text says 分别."""
    if slots.names and "分别" in text[: slots.posts[0]][-4:] and len(names) == len(posts):
        return list(zip(names, posts, strict=True))
    return [(name, post) for name in names for post in posts]


def _posts(form: Form, text: str, state: State, lexicon: Lexicon) -> list[Post] | None:
    remark = _REMARK.search(text)
    text = text[: remark.start(1)] if remark else text
    text = _LAST_WORD.sub("", text) if form.event == "resign" else re.sub(_END, "", text)
    if form.event == "terminate" and text in ("代表", "人大代表"):
        return [Post(state.body if "大会" in state.body or "人大" in state.body else "人民代表大会", "代表")]
    inherit = bool(form.qualifier) or text.startswith(("其", "代理"))
    return post_list(text.removeprefix("其"), lexicon, state.body, inherit=inherit)


def _names(clause: Passage, span: tuple[int, int] | None, state: State, lexicon: Lexicon) -> list[Name] | None:
    if span is None:
        return [Name(name, 0, 0) for name in state.names] or None
    start, end = span
    text = clause.text[start:end].removesuffix("同志")
    each = _EACH.search(text)
    slot = clause[start : start + (each.start() if each else len(text))]
    if _HIS.match(slot.text):
        return [Name(name, start, end) for name in state.names] or None
    return name_list(slot, lexicon)


def _bracketed(clause: Passage, state: State, lexicon: Lexicon) -> list[Act]:
    """任命甲（某院检察员）、乙（某院庭长）: the posts stand in brackets behind the names."""
    match = re.match(r"^(?:.{0,60}?)(?P<verb>任命|免去)(?P<names>[^为的]+）)$", clause.text)
    if match is None:
        return []
    names = name_list(clause[match.start("names") : match.end("names")], lexicon)
    event = "appoint" if match["verb"] == "任命" else "remove"
    read = [(name, post_list(name.note or "", lexicon)) for name in names or ()]
    if not read or any(posts is None for _, posts in read):
        return []
    return [Act(event, name.text, post, clause) for name, posts in read for post in posts or ()]
