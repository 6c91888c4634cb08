"""People in a roll: each entry of a list names a person, a post, a body or nobody; what was said before holds on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.names import certain_name, has_surname, is_name, surnames
from kg.recognise.posts import Post, post_list, titles

_ORGANISATION = re.compile(
    r"(?:局|委|会|院|厅|部|办|室|处|中心|公司|集团|街道|镇|乡|村|政府|组|人大|政协|大学|学校|中学|小学|医院|所|站|队|社|台|银行|"
    r"庭|厂|场|馆|园|区|县|市|州|旗|盟|省|国|联|团|司|署|军)$"
)
_SURE_END = re.compile(
    r"(?:局|委员会|人大|政协|法院|检察院|街道|镇|乡|委|办|办公室|中心|公司|集团|政府|银行|学院|大学|医院|联合会|总工会)$"
)
_LOCAL = re.compile(r"^[省市区县州旗镇乡].{0,6}(?:院|委|局|办|府|会|室|人大|政协|工会|妇联|科协|文联|残联)$")
# Some surnames of two characters are places too: 南门街道.
_NEAR_GATE = re.compile(r"(?:街道|社区|小学|中学|大街|大桥|[路村镇])$")
# Names of several syllables hold these, which are particles elsewhere.
_IN_LONG_NAMES = re.compile(r"^那(?=.{4})|其(?=[其木格])")
_NOT_BODY = re.compile(r"听取|审议|召开|汇报|关于|主持|出席|列席|请假|决定|[，。：；]|^各|^有关|^部分")
_NOTE = re.compile(r"（[^（）]{0,30}）$")
# What a sign-in list puts behind names, in the same cell or the next.
MARK = re.compile(r"[|]?[√✓✔☑×✗✘○〇△]+$")
_NUMBERING = re.compile(
    r"^(?:\d{1,3}[.、．]?|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}、|[—－\-·•●]+)(?=.)"
)
_NOISE = re.compile(r"^[\d\W_√○△×]*$|^(?:第.{1,3}[组页])$")
_COUNT = re.compile(r"(?:等|共|计|共计)?[一二三四五六七八九十百〇零\d]{1,5}(?:人|名|位)(?:同志)?$|等$")
_LOCAL_HEAD = re.compile(r"(?:副)?(?P<level>[省市区县旗州盟镇乡])长")
_SENTENCE = re.compile(r"[未能因曾故没再又只并且当]")
_JOINING = re.compile(r"以及|和|及|与")
# Longer text is a sentence, and trying every 和 of it would take long.
_LONGEST_PIECE, _LONGEST_ENTRY = 80, 160
_OF_STATE_COUNCIL = ("国务委员", "总理", "副总理")
_PARTY_LIKE = re.compile(r"(?:书记|常委|成员|委员|代表)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What one entry says. `kind` is person, post, body, unnamed, nothing or unread.

    `head` is the post's text as printed; `name` is where the name stands in the entry; `body` a body without a title.
    """

    kind: str
    head: str = ""
    name: tuple[int, int] = (0, 0)
    body: str = ""


@dataclass(slots=True)
class Roll:
    """What has been said in a list so far and holds for the entries that follow.

    `group` and `held` are the body and the posts of a label, which hold until the next one; `body`, `heads` and `posts`
    those of the line; `towns` tells that the label names people's congresses of towns.
    """

    lexicon: Lexicon
    group: str = ""
    held: tuple[Post, ...] = ()
    towns: bool = False
    body: str = ""
    heads: str = ""
    posts: tuple[Post, ...] = ()

    def clear(self) -> None:
        """Forget what held for one entry or line; what a label says stays."""
        self.body, self.heads, self.posts = "", "", self.held

    def clear_entry(self) -> None:
        """Forget posts that nobody was named with; those of the last person stay."""
        self.body, self.heads = "", ""

    def label(self, reading: Reading, text: str) -> None:
        """A label, 副主任： or 各街镇人大：, holds until the next."""
        self.group, self.held, self.towns = "", (), text.endswith("人大") and reading.kind != "body"
        self.clear()
        if reading.kind == "body":
            self.group = reading.body
        elif reading.kind == "post":
            self.held = self.posts = self._read(reading.head)

    def take(self, reading: Reading) -> tuple[Post, ...] | None:
        """The posts of the person that an entry names; None where it names none."""
        if reading.kind in ("unnamed", "unread"):
            self.clear()
        elif reading.kind == "body":
            self.clear()
            self.body = reading.body + ("人民代表大会" if self.towns and reading.body[-1] in "镇乡" else "")
        elif reading.kind == "post":
            self.heads = self._joined(reading.head)
            self.posts = self._read(self.heads)
        elif reading.kind == "person":
            return self._person(reading)
        return None

    def _person(self, reading: Reading) -> tuple[Post, ...]:
        if reading.head:
            self.posts = self._read(self._joined(reading.head))
        elif reading.body or (not self.posts and (self.body or self.group)):
            self.posts = (Post(reading.body or self.body or self.group, ""),)
        self.heads = ""
        return self.posts

    def _joined(self, head: str) -> str:
        """A post behind the posts of the same entry (区委常委、副区长) or behind its body in another column."""
        own = post_list(head, self.lexicon)
        if self.body:
            head, self.body = self.body + head, ""
        elif self.heads and (_PARTY_LIKE.search(self.heads) or not (own and own[0].body)):
            return f"{self.heads}、{head}"
        return head

    def _read(self, heads: str) -> tuple[Post, ...]:
        local = _LOCAL_HEAD.match(heads)
        before = "" if local or heads.endswith("检察长") else (self.posts[-1].body if self.posts else self.group)
        posts = post_list(heads, self.lexicon, before) or []
        return tuple(_own_government(post) for post in posts)


def _own_government(post: Post) -> Post:
    """副市长 without a body is a post of the government of the city, and 国务委员 names its body."""
    if not post.body and post.title in _OF_STATE_COUNCIL:
        return replace(post, body="国务院")
    local = _LOCAL_HEAD.search(post.title)
    if local and ("政府" not in post.body or post.body == "人民政府"):
        return replace(post, body=f"{local['level']}人民政府")
    return post


def read_entry(text: str, lexicon: Lexicon, *, running: bool = False) -> Reading:
    """What an entry says; `running` text allows no name without a surname or post, and no body without a title."""
    if len(text) > _LONGEST_ENTRY:
        return Reading("unread")
    start, end = _bare(text, lexicon, running)
    bare = text[start:end]
    if _NOISE.match(bare) or bare in lexicon.attendance.heads:
        return Reading("nothing")
    found = _by_title(bare, lexicon, running)
    if found is None and re.search(lexicon.attendance.unnamed, bare):
        return Reading("unread" if _hides_name(bare, lexicon) else "unnamed")
    found = found or _without_title(bare, lexicon, running)
    note = _NOTE.search(text) if not running and found and found.kind == "person" and not found.head else None
    if found and note and _sound(note.group()[1:-1], lexicon):
        found = replace(found, head=note.group()[1:-1])
    return _moved(found, start) if found else Reading("unread")


def read_pieces(text: str, lexicon: Lexicon) -> list[tuple[Reading, int, int]]:
    """The entries of a piece of running text between two commas: 和 parts them where both halves can be read."""
    whole = read_entry(text, lexicon, running=True)
    if whole.kind not in ("unread", "unnamed"):
        return [(whole, 0, len(text))]
    for match in _JOINING.finditer(text) if len(text) <= _LONGEST_PIECE else ():
        left = read_entry(text[: match.start()], lexicon, running=True)
        if left.kind == "unread":
            continue
        rest = read_pieces(text[match.end() :], lexicon)
        kinds = {left.kind, *(reading.kind for reading, _, _ in rest)}
        if "person" in kinds and "unread" not in kinds:
            shifted = [(one, a + match.end(), b + match.end()) for one, a, b in rest]
            return [(left, 0, match.start()), *shifted]
    return [(whole, 0, len(text))]


def bare_name(text: str, lexicon: Lexicon, least: int = 3) -> Reading | None:
    """A name without a known surname that stands alone in running text, where the words around it ask for a name."""
    start, end = _bare(text, lexicon, running=True)
    name = text[start:end]
    if len(name) < least or name[0] in "一二三四五六七八九十两多几数本该某" or not _name(name, lexicon, running=True):
        return None
    return Reading("person", "", (start, end))


def long_name(text: str, lexicon: Lexicon) -> Reading | None:
    """A name of four characters that begins like one with a surname: only between other people of a list."""
    start, end = _bare(text, lexicon, running=True)
    name = text[start:end]
    words = lexicon.attendance.unnamed, _ORGANISATION, _SENTENCE, _LOCAL, f"[{lexicon.surnames.never_in_running_names}]"
    halves = {name[:2], name[2:]} & set(lexicon.surnames.common_words)
    formed = len(name) == 4 and not halves and has_surname(name, lexicon) and is_name(name, lexicon)
    return Reading("person", "", (start, end)) if formed and not any(re.search(w, name) for w in words) else None


def _moved(reading: Reading, by: int) -> Reading:
    return replace(reading, name=(reading.name[0] + by, reading.name[1] + by))


def _bare(text: str, lexicon: Lexicon, running: bool) -> tuple[int, int]:
    """Where an entry stands without numbering, leading words, notes and counts."""
    start, end = 0, len(text)
    leads, tails = _edges(lexicon)
    lead = leads.match(text) if running else _NUMBERING.match(text)
    start = lead.end() if lead else 0
    changed = True
    while changed and end > start:
        match = MARK.search(text, start, end) if not running else None
        match = (
            match or _NOTE.search(text, start, end) or _COUNT.search(text, start, end) or tails.search(text, start, end)
        )
        changed = match is not None and match.start() < end
        end = match.start() if match else end
    return start, end


@cache
def _edges(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon.attendance
    return re.compile(rf"^[一-龥]{{0,24}}?(?:会议|会上|会|式)由|^(?:{words.leads})+"), re.compile(
        rf"(?:{words.tails})$"
    )


def _by_title(text: str, lexicon: Lexicon, running: bool) -> Reading | None:
    """区教育局局长张三: the last title that leaves a name, or nothing, behind it; 张三书记."""
    for match in reversed(list(titles(lexicon).anywhere.finditer(text))):
        head, tail = text[: match.end()], text[match.end() :]
        before = text[: match.start()]
        called = not tail and match["title"] in lexicon.titles.after_name
        if called and _name(before, lexicon, running) and has_surname(before, lexicon):
            return Reading("person", match.group(), (0, match.start()))
        if (not tail or _name(tail, lexicon, running)) and _sound(head, lexicon):
            if head.startswith(("各", "部分", "有关")) and not tail:
                return Reading("unnamed")
            return Reading("person", head, (match.end(), len(text))) if tail else Reading("post", head)
    return None


def _hides_name(text: str, lexicon: Lexicon) -> bool:
    """各街道主任张三: one post of many bodies, with a name."""
    ends = [match.end() for match in titles(lexicon).anywhere.finditer(text)]
    return any(certain_name(text[end:], lexicon) and _name(text[end:], lexicon, True) for end in ends)


def _sound(head: str, lexicon: Lexicon) -> bool:
    """Whether a text is a post, or posts, of bodies that can be such."""
    if _NOT_BODY.search(head):
        return False
    posts = post_list(head, lexicon)
    return bool(posts) and all(not post.body or _sound_body(post.body, lexicon) for post in posts or [])


def _sound_body(body: str, lexicon: Lexicon) -> bool:
    """Whether a body is one, and not a person with a post and what follows them."""
    if not _ORGANISATION.search(body):
        return False
    inside = titles(lexicon).anywhere.finditer(body)
    return all(body.startswith(tuple(lexicon.titles.not_after_title), match.end()) for match in inside)


def _without_title(text: str, lexicon: Lexicon, running: bool) -> Reading | None:
    if _name(text, lexicon, running) and (not running or certain_name(text, lexicon)):
        return Reading("person", "", (0, len(text)))
    if running:
        return None
    if _ORGANISATION.search(text) and len(text) > 2 and not _NOT_BODY.search(text):
        return Reading("body", body=text)
    for length in (2, 3):
        body, name = text[:-length], text[-length:]
        if len(body) > 2 and _SURE_END.search(body) and certain_name(name, lexicon) and _name(name, lexicon, running):
            return Reading("person", "", (len(body), len(text)), body)
    return None


def _name(text: str, lexicon: Lexicon, running: bool) -> bool:
    """Whether an entry, or what stands behind a title, is a name."""
    if not is_name(text, lexicon) or text in lexicon.attendance.heads or _LOCAL.match(text):
        return False
    if re.search(r"[·•・‧∙]", text):
        return True
    if text[:2] in surnames(lexicon)[1] and _NEAR_GATE.search(text):
        return False
    if text.startswith(tuple(lexicon.titles.not_after_title)) and not certain_name(text, lexicon):
        return False
    if certain_name(text, lexicon):
        return not (running and len(text) == 3 and text[-1] in "及与")
    if (
        _ORGANISATION.search(text)
        or _JOINING.search(text, 1, len(text) - 1)
        or re.search(lexicon.attendance.unnamed, text)
    ):
        return False
    if not running:
        return True
    if len(text) > 4 and _SENTENCE.search(text):
        return False
    clear = not any(char in lexicon.surnames.never_in_running_names for char in _IN_LONG_NAMES.sub("", text))
    return clear and not (len(text) == 4 and text[0] in surnames(lexicon)[0])
