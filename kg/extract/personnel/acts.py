"""The grammar of acts: who is put into, or taken out of, which post, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice, pairwise

from kg.extract.personnel.listing import Listing
from kg.extract.personnel.splits import (
    Slots,
    Split,
    by_link,
    by_possessive,
    by_resigning,
    by_tally,
    ended_by,
    without_names,
)
from kg.lexicon import Lexicon
from kg.model.facts import MeetingRef
from kg.model.source import Passage
from kg.recognise.names import Name, certain_name, name_list
from kg.recognise.posts import Post, post_list

# A clause has one reading; more places to cut it than this are no sentence of a gazette.
_MOST_SPLITS = 24
_CUT = re.compile(r"[；;。，：]")
_HIS = re.compile(r"^(?:其|他|她|该同志|上述人员)$")
_EACH = re.compile(r"(?:分别|均|都)$")
_END = r"(?:的?(?:职务|一职|之职|职))?(?:，另行安排工作)?$"
# 甲为某局局长、乙为某局局长; 甲的某局局长、乙的某局局长职务: where the next name begins.
_CHAIN = re.compile(r"、(?=[^、为]{2,15}(?:为|当选)|[^、]{2,15}辞去|[^、的]{2,15}的[^、的]{3,})")
# …职务（退休）: a remark in brackets behind the whole.
_REMARK = re.compile(r"职务(（[^（）]{1,60}）)$")
# A count, or the blank of a form that is left for one, is no name.
_VOTES = re.compile(r"[赞反弃][成对权]票|票票|票数")
# 某某以205票的高票当选为: how many votes is no part of the name.
_BY_VOTES = re.compile(r"以[^，。；]{0,40}(?:票|弃权|反对|赞成|同意)(?:的?[高全多]票|的[^，。；]{0,6})?$")
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
    of that heading, `names` and `body` the people and the body named last, `day` the day told last, `session` one that
    a sentence names with its own day, kept for the list below it. `unfinished` tells that the line before ended with
    ；, `opened` that a line such as 会议通过以下事项： says that what follows is done,
    `understood` that something of the item was read. `formal` tells that the item is one whose sentences do
    what they say; `proposed` that a heading only proposes the entries below. `homes` are the names of the own place.
    """

    event: str | None = None
    listing: bool = False
    names: tuple[str, ...] = ()
    body: str = ""
    posts: tuple[Post, ...] = ()
    day: str | None = None
    session: tuple[str | None, MeetingRef | None] | None = None
    session_kept: bool = False
    unfinished: bool = False
    opened: bool = False
    understood: bool = False
    formal: bool = False
    proposed: bool = False
    homes: tuple[str, ...] = ()
    listed: Listing = field(default_factory=Listing)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to say an event: how the clause begins, and how what follows falls into names and posts."""

    event: str
    opening: re.Pattern[str]
    split: Split
    qualifier: str | None = None


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
        form("resign", rf"{lead}(?:{any_of(f.accept)})了?", by_resigning),
        form("appoint", rf"{lead}(?:{any_of(f.appoint)})了?", by_link("(?:分别|均|都|同)?(?:担任|为)")),
        form("appoint", rf"{lead}(?:{any_of(f.appoint)})了?", by_link("同?兼任?"), "兼"),
        form("elect", rf"{lead}(?:{any_of(f.elect)})(?:产生|了)?", by_link("(?:分别|均|都)?(?:担任|为)")),
        form("elect", r"^", by_tally),
        form("elect", r"^(?:.{0,90}?[，：。])?(?:选举|以上|上述)?", by_link("(?:分别|均|全票|高票)?当选为?")),
        form("dismiss", rf"{lead}(?:{any_of(f.dismiss)})了?", by_possessive),
        form("remove", rf"{lead}(?:{any_of(f.remove)})了?", by_possessive),
        form("terminate", r"^(?:.{0,90}?[，：。])?", ended_by("终止")),
        form("dismiss", r"^(?:.{0,90}?[，：。])?", ended_by("撤销")),
        form(
            "elect",
            r"^(?:.{0,90}?[，：。])?",
            by_link("(?:同志)?(?:由|经|被)[^，。；由经被]{2,20}?(?:补选|选举|推选)为"),
        ),
        form("lapse", r"^(?:.{0,90}?[，：。])?", ended_by("自行免除|自然免除|相应免除")),
        form("remove", r"^(?:.{0,60}?[，：。])?", ended_by("免去|免除")),
        form("remove", r"^(?:并)?(?:不再担任|不再兼任|不再任)", without_names),
        form("appoint", r"^(?:并)?(?:决定)?(?:由其)?代理", without_names, "代理"),
        form("remove", r"^", by_link("(?:同志)?(?:不再担任|不再兼任|不再任)")),
        form("appoint", rf"{lead}(?:由|决定)", by_link("(?<!为)(?:代理|代行)"), "代理"),
        form("appoint", r"^(?:关于)?", by_link("(?:同志)?(?<!为)代理"), "代理"),
        form("appoint", r"^(?:并)?决定(?:其)?为(?=代)", without_names),
        form("appoint", rf"{lead}决定", by_link("为")),
        form("appoint", r"^", by_link("同志(?:担)?任")),
        form("appoint", rf"{lead}(?:{any_of(f.appoint)})了?", by_link(r"(?:担)?任(?!命|免|期|职|教)")),
        form("appoint", rf"{lead}(?:{any_of(f.appoint)})了?(?=.{{4,80}}职务$)", by_link("同志(?!为|任|担|的)")),
    )
    carried = {
        "appoint": (
            Form("appoint", start, by_link("同?兼任?"), "兼"),
            Form("appoint", start, by_link("(?<![仍现原曾续])(?:分别|均|都)?(?:担任|为|任)")),
        ),
        "elect": (Form("elect", start, by_link("为|任")),),
        "remove": (Form("remove", start, by_possessive),),
        "dismiss": (Form("dismiss", start, by_possessive),),
        "resign": (Form("resign", start, by_resigning),),
    }
    return whole, carried


# 甲任某局局长: what a notice of appointments says without a verb of appointing.
_NOTICE = (
    Form("appoint", re.compile(r"^"), by_link(r"(?<![主责信委仍现原曾续])(?:挂职|挂|兼)?(?:担)?任(?!命|免|期|职|教)")),
)


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
        for slots in islice(form.split(clause.text, opening.end(), state.homes), _MOST_SPLITS):
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
    by_votes = _BY_VOTES.search(slot.text)
    slot = slot[: by_votes.start()] if by_votes else slot
    if _VOTES.search(slot.text):
        return None
    return name_list(slot, lexicon) or _behind_post(slot, lexicon)


def _behind_post(slot: Passage, lexicon: Lexicon) -> list[Name] | None:
    """由副市长甲代理: one person behind the post that he has, where only one cut leaves a post and a certain name."""
    cuts = [cut for cut in range(len(slot) - 4, len(slot) - 1) if cut >= 2]
    fits = [cut for cut in cuts if certain_name(slot.text[cut:], lexicon) and post_list(slot.text[:cut], lexicon)]
    return [Name(slot.text[fits[0] :], fits[0], len(slot))] if len(fits) == 1 else None


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
