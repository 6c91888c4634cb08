"""Posts: a body and a title, alone or in lists that leave out what was said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.lexicon import Lexicon
from kg.recognise.names import is_name

_NOTE = re.compile(r"（([^（）]{1,80})）$")
_LONGEST_QUALIFIER = 16
_END = re.compile(r"(?:的)?(?:领导)?(?:职务|一职|之职|等职|职)?(?:的)?$")
_SEPARATOR = re.compile(r"[、，,]|和|及|以及|并?兼(?:任)?")
_TERM = re.compile(r"第[一二三四五六七八九十百〇零\d]+届|[一二三四五六七八九十]{1,3}届(?=人大|人民代表大会)")
# 原 says that a post is a former one where it opens the post or stands right behind the name of an organisation.
_FORMER = re.compile(
    r"^原(?!则|籍|料|因|平市|阳县)|(?<=[省市区县州旗镇乡])原(?=[省市区县州旗镇乡]?(?:党?委|人大|政府|政协|常委)|副?[省市县区州旗镇乡]长|$)"
    r"|(?<=[局委会院厅部办室处司学校团镇乡道队府组心])原(?=$|党|[一-龥]{0,6}$)"
)
# An ambassador's title names where to; the body is the state.
_ABROAD = re.compile(
    r"^(?:中华人民共和国)?(?P<title>常?驻(?![省市区县州旗镇乡村])[一-龥]{2,30}?(?:特命全权大使|大使|总领事|常驻代表|特别代表|(?<=[国盟织])代表|使团团长))$"
)
_REGION_HEAD = ("主席", "副主席")
_INSTITUTION = re.compile(r"^(.*?(?:人民检察院[一-龥]{2,8}分院|人民法院|人民检察院|法院|检察院)|[我本]院)")
_STANDING_COMMITTEE = re.compile(r"^(.*?(?:人民代表大会常务委员会|人大常委会))")
_OF_COMMITTEE = re.compile(r"^(?:办公室|办公厅|研究室|[一-龥]{0,16}(?:工作委员会|工委|工作室|代表资格审查委员会))$")
_PARTY = re.compile(r"^(.+?)(?:机关)?(?:党组|党委|党工委|党总支|党支部)$")
_PARTY_COMMITTEE = re.compile(r"^(?P<place>[一-龥]*[省市区县州旗盟镇乡])(?:党?委|委员会|党工委)$")
_STREET_PARTY = re.compile(r"^(?P<street>.*街道)(?:党工委|党委|工委)$")
_STREET_OFFICE = re.compile(r"^(?:街道)?办事处$")
_BOARD = re.compile(r"^(?P<body>[一-龥]{2,30}(?:中心|院|校|所|园|馆|学))(?:管委会|管理委员会|理事会|监事会)$")
_BOARD_TITLE = re.compile(r"主任|委员|理事|监事|秘书长|主席")
_PARTY_TITLE = re.compile(r"书记|常委|成员|委员$")
# What no body's name holds: words of the sentence would have been read as one.
_RANK = re.compile(r"[正副][部厅局处科股县乡]级|^保留|退休|离休|到龄|另有任用|工作变动|^兼职$")
_PARTY_OFFICE = re.compile(r"^(?:组织部|宣传部|统战部|统一战线工作部|社会工作部|政法委员会|政法委|办公室|办公厅)$")
_NOT_BODY = re.compile(
    r"[为，。；：！？\s×]|的(?!$)|任命|免去|辞去|接受|同志|担任|决定|当选|选举(?!委员会|联络|工作|任免|人事|和)|补选|产生|终止|下列|以下"
)
# 某局某科科长、办公室主任: an office named alone is one of the department named before.
_DEPARTMENT = re.compile(r"^(?P<of>[一-龥]{2,30}?(?:局|厅))(?:[一-龥]{1,12}(?:处|科|室|股))?$")
_SECTION = re.compile(r"^(?:办公室|人事[处科股]|(?:政策)?法规[处科股]|(?:综合|计划)?财务[处科股]|综合[处科股室])$")
_DIVISION = re.compile(r"^[一-龥（）]{1,20}(?:庭|执行局)$")


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed: `body` without term and without qualifier, empty where the text names none."""

    body: str
    title: str
    qualifier: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Titles:
    """The lexicon's titles as patterns: `suffix` finds one at the end of a text, `anywhere` inside it.

    `words` are the same titles as a part of a longer pattern, without groups.
    """

    suffix: re.Pattern[str]
    anywhere: re.Pattern[str]
    words: str
    organ: dict[str, str]


@cache
def titles(lexicon: Lexicon) -> Titles:
    """The compiled titles of a lexicon."""
    entries = lexicon.titles
    organ = {title: body for body, row in entries.organ.items() for title in row}
    words = "|".join(sorted({*organ, *(title for row in entries.titles for title in row)}, key=lambda w: (-len(w), w)))
    before = "|".join(sorted([*entries.prefixes, *entries.spellings], key=len, reverse=True))
    bare = rf"(?:{before}){{0,2}}(?:{words})"
    title = rf"(?P<acting>代理|代)?(?P<title>{bare})"
    return Titles(re.compile(rf"{title}$"), re.compile(title), bare, organ)


def split_post(text: str, lexicon: Lexicon) -> Post | None:
    """One post from a text that ends with its title, or None."""
    note = _NOTE.search(text)
    if note:
        text = text[: note.start()]
    abroad = _ABROAD.match(text)
    if abroad:
        return Post("中华人民共和国", abroad["title"], note.group(1) if note else None)
    match = titles(lexicon).suffix.search(text)
    if match is None:
        return None
    body = text[: match.start()]
    if _NOT_BODY.search(body) or len(body) == 1:
        return None
    former = bool(_FORMER.search(body))
    body = _TERM.sub("", _FORMER.sub("", body, count=1) if former else body).removesuffix("的").removesuffix("现任")
    qualifier = lexicon.titles.acting[match["acting"]] if match["acting"] else _qualifier(note)
    return _with_organ(Post(body, _spelled(match["title"], lexicon), qualifier, former), lexicon)


def _qualifier(note: re.Match[str] | None) -> str | None:
    """What a bracket behind a post says of how it is held; a rank or a remark is none."""
    if note is None or len(note.group(1)) > _LONGEST_QUALIFIER or _RANK.search(note.group(1)):
        return None
    return note.group(1)


def _spelled(title: str, lexicon: Lexicon) -> str:
    """A title with its prefix as it is meant: 付院长 is 副院长."""
    slip = next((slip for slip in lexicon.titles.spellings if title.startswith(slip)), None)
    return lexicon.titles.spellings[slip] + title.removeprefix(slip) if slip else title


def _with_organ(post: Post, lexicon: Lexicon) -> Post:
    """A title that belongs to one kind of organ names it: 某区副区长 is a post of the government of the district."""
    if post.title in _REGION_HEAD and post.body.endswith(("自治区", "镇", "乡")):
        return replace(post, body=post.body + ("人民政府" if post.body.endswith("区") else "人民代表大会"))
    organ = titles(lexicon).organ
    title = next((word for word in organ if post.title.endswith(word)), None)
    if title is None:
        return post
    wanted, body = organ[title], post.body
    if wanted == "人民政府":
        if body and body[-1] != title[0] and title[0] not in body[-3:] and "人民政府" not in body:
            body += title[0]
        return post if "政府" in body else replace(post, body=body + wanted if body else "")
    short = wanted.removeprefix("人民")
    return post if not body or short in body or body.endswith(("庭", "院")) else replace(post, body=body + wanted)


def post_list(text: str, lexicon: Lexicon, before: str = "", *, inherit: bool = True) -> list[Post] | None:
    """The posts that a slot of a formula lists, or None where something in it is no post.

    A post without a body takes that of the post before it: 检察院副检察长、检察委员会委员、检察员 are three posts in two bodies.
    `before` is the body named last; a division of it is completed, and a first post without a body takes it if it may
    `inherit`.
    """
    text = _END.sub("", text.removeprefix("的"))
    posts: list[Post] = []
    for piece, concurrent in _pieces(text, lexicon):
        post = split_post(piece, lexicon)
        if post is None:
            return None
        if concurrent and post.qualifier is None:
            post = replace(post, qualifier="兼")
        taken_over = inherit or bool(post.body) or _of_institution(post, before, lexicon)
        context = posts[-1].body if posts else before if taken_over else ""
        body, former = (
            _inherited(post, context, lexicon),
            post.former or (bool(posts) and not post.body and posts[-1].former),
        )
        posts.append(replace(post, body=body, former=former))
    return posts or None


def _pieces(text: str, lexicon: Lexicon) -> list[tuple[str, bool]]:
    """The text cut behind each title; a separator that no title precedes belongs to the name of a body."""
    pieces: list[tuple[str, bool]] = []
    start, concurrent = 0, False
    suffix = titles(lexicon).suffix
    masked = re.sub(r"（[^（）]*）", lambda m: "＊" * len(m.group()), text)
    if masked.startswith("兼"):
        start, concurrent = 1, True
    for match in _SEPARATOR.finditer(masked):
        if match.start() < start or not suffix.search(masked[start : match.start()].rstrip("＊")):
            continue
        pieces.append((text[start : match.start()], concurrent))
        start, concurrent = match.end(), "兼" in match.group()
        if masked.startswith("兼", start):
            start, concurrent = start + (2 if masked.startswith("兼任", start) else 1), True
    pieces.append((text[start:], concurrent))
    return [(piece.removeprefix("任"), flag) for piece, flag in pieces if piece]


def _inherited(post: Post, before: str, lexicon: Lexicon) -> str:
    """The body of a post, completed from the one before it."""
    body = post.body
    institution = _INSTITUTION.match(before)
    office = _STREET_OFFICE.match(body) and _STREET_PARTY.match(before)
    if office:
        return office["street"] + "办事处"
    if body.startswith("驻") and before.endswith("政府"):
        return before + body
    if body and before:
        if _PARTY_OFFICE.match(body) and _PARTY_COMMITTEE.match(before):
            return before + body
        relative = body in lexicon.bodies.suborgans or _DIVISION.match(body)
        if relative and "院" not in body:
            return (institution.group(1) if institution else before) + body
        department = _DEPARTMENT.match(before)
        if department and _SECTION.match(body):
            return department["of"] + body
        committee = _STANDING_COMMITTEE.match(before)
        if committee and _OF_COMMITTEE.match(body) and not re.search(r"人大|常委会|人民代表大会", body):
            return committee.group(1) + body
        return body
    if body:
        return body
    organ = next((o for t, o in titles(lexicon).organ.items() if post.title.endswith(t)), None)
    if institution and organ in ("人民法院", "人民检察院") and not post.title.endswith("庭长"):
        return institution.group(1)
    party = _PARTY.match(before)
    if party and not _PARTY_TITLE.search(post.title):
        # 某镇党委书记、镇长: the head of the government beside the party committee.
        return _placed(party.group(1), post.title) + organ if organ == "人民政府" else party.group(1)
    if organ and not before:
        return organ
    if organ == "人民政府" and (committee := _PARTY_COMMITTEE.match(before)):
        return _placed(committee["place"], post.title) + organ
    board = _BOARD.match(before)
    if board and not _BOARD_TITLE.search(post.title):
        return board["body"]
    return before


def _of_institution(post: Post, before: str, lexicon: Lexicon) -> bool:
    """Whether a title such as 审判员 belongs to the court, or its like, that was named last."""
    organ = titles(lexicon).organ.get(post.title)
    named = _INSTITUTION.match(before)
    return named is not None and organ is not None and organ.removeprefix("人民") in named.group()


def _placed(place: str, title: str) -> str:
    """区委's place without the level printed twice: 青梧区区委 is a body of 青梧区."""
    return place[:-1] if len(place) > 2 and place[-1] == place[-2] == title.removeprefix("副")[0] else place


def holder_behind_post(text: str, lexicon: Lexicon) -> tuple[list[Post], str] | None:
    """某局局长甲: posts with one name behind them, where just one cut leaves posts and a name."""
    cuts = [cut for cut in range(len(text) - 4, len(text) - 1) if cut >= 2]
    fits = [
        (posts, text[cut:])
        for cut in cuts
        if is_name(text[cut:], lexicon) and (posts := post_list(text[:cut], lexicon))
    ]
    return fits[0] if len(fits) == 1 else None
