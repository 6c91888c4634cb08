"""Tables of appointments: each row is read by what the head says of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extract.personnel.acts import Act, State
from kg.extract.personnel.columns import column_names, drawn_cells, row_cells
from kg.lexicon import Lexicon
from kg.model.source import Passage, Source
from kg.recognise.names import merge_spaced
from kg.recognise.posts import Post, post_list

_KINDS = {
    "name": "姓名 名字 人员姓名 同志姓名 当选人 当选人姓名 被任命人 任免人员 任免对象",
    "appoint": "任命职务 任职职务 聘任职务 任命为 任命 任职 任何职务 任何职 新任职务 任",
    "remove": "免去职务 免职职务 解聘职务 免去 免职 免何职务 免何职 免",
    "elect": "当选职务 选举职务",
    "post": "职务 职位 岗位 任免职务 职务名称",
    "body": "单位 部门 机关 任职单位",
    "verb": "任免 任免情况 任免类型 任免类别 类别 任/免 任免事项",
    "result": "结果 表决结果 选举结果 是否当选 当选情况 当选与否 是否通过",
    "other": "序号 编号 号 序 性别 民族 籍贯 出生年月 出生日期 学历 党派 政治面貌 备注 说明 原任职务 原职务 现任职务 "
    "赞成 赞成票 赞成票数 同意 反对 反对票 反对票数 弃权 弃权票 弃权票数 得票 得票数 票数 另选他人 未按表决器 未按",
}  # fmt: skip
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_REFUSED = re.compile(
    r"候选|拟|建议|推荐|提名|电话|手机|传真|邮箱|邮编|地址|联系|任期|届|时间|年月日|起止|分工|人数|公示"
)
_OWN = frozenset(("任命职务", "任职职务", "聘任职务", "免去职务", "免职职务", "解聘职务", "当选职务", "任免"))
_EVENTS = {"appoint": "appoint", "remove": "remove", "elect": "elect"}
_CELL_VERB = re.compile(
    r"^(?:决定|批准)?(?P<verb>任命为|任命|聘任|任职|免去|免职|解聘|当选为|当选|[任免聘]$|任(?![务期])|免(?![费疫税检]))"
)
# 拟任（免）职务 over a column of results: what was proposed was also voted on.
_VOTED_ON = re.compile(r"^拟?任?(?:（免）|/免|免)?(?=职务$|职位$)")
_TITLES = (
    (re.compile(r"任免|候选|拟任|建议|提名|议案|提请|草案|公示|任期"), None),
    (re.compile(r"(?:任命|聘任).{0,24}(?:名单|一览表|通知|决定|职务)"), "appoint"),
    (re.compile(r"(?:免去|免职|解聘).{0,24}(?:名单|一览表|通知|决定|职务)"), "remove"),
    (re.compile(r"(?:组成人员|主任委员|委员)(?:、[一-龥]{2,6}){0,4}(?:人选)?(?:表决)?(?:通过)?的?名单"), "appoint"),
    (re.compile(r"当选.{0,16}(?:名单|一览表|公告)|选举结果"), "elect"),
)
_OF_ACTS = re.compile(r"任免|任命|任职|免职|免去|聘任|解聘|当选|选举|表决结果")
_EMPTY = re.compile(r"^(?:[—\-－/／×无空]*)$")
_LOST = re.compile(r"未当选|未通过|落选|未获|不通过|否决")
_WON = re.compile(r"^(?:当选|通过|获得通过|表决通过|是|同意任命|√)$")
_AGAIN = re.compile(r"^（?(?:续上?表|接上?表)[一二三四五六七八九十\d]*）?$")
_BELOW_ROWS = re.compile(r"^(?:合计|共计|总计|小计|注[：:]|备注[：:]|说明[：:])")
# In a column of remarks: another act than that of the row.
_ACT = re.compile(r"任命|免去|辞去")
# 司马 相 如 is one name; of five characters with blanks between it may be two.
_LONGEST_SPACED = 4
_PROSE = re.compile(r"[。！？]|^\d{4}年")


def table_head(passage: Passage, source: Source | None, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The words of a table's head, or None where a passage is none: short cells, one of them for the names."""
    drawn = drawn_cells(passage, source) if source else None
    cells = _spaced_head(passage, lexicon) if drawn is None else tuple(cell for cell in drawn if cell)
    named = any(is_name_head(cell) for cell in cells)
    return cells if named and len(cells) >= 2 and all(len(cell) <= 8 for cell in cells) else None


def _spaced_head(passage: Passage, lexicon: Lexicon) -> tuple[str, ...]:
    cuts = [0, *passage.gaps(), len(passage)]
    words = [(passage.text[a:b].strip("|｜"), a, b) for a, b in pairwise(cuts)]
    split = [(part, a, b) for text, a, b in words for part in re.split(r"[|｜]", text) if part]
    return tuple(text for text, _, _ in merge_spaced(split, lexicon))


def is_name_head(cell: str) -> bool:
    """Whether a word stands above a column of names."""
    return _KIND.get(cell) == "name"


def own_event(head: tuple[str, ...]) -> str | None:
    """The event that a head tells by itself; 任职 is said of anybody in office and needs a list or a title."""
    kinds = [_KIND.get(cell) for cell in head]
    if not _understood(head):
        return None
    if not any(cell in _OWN for cell in head):
        return None
    return next((_EVENTS[kind] for kind in kinds if kind in _EVENTS), "appoint")


def event_of_title(title: str) -> str | None:
    """What the title of a list says that happens to the people below it; None where it is both or not certain."""
    return next((event for pattern, event in _TITLES if pattern.search(title)), None)


def read_row(entry: Passage, state: State, lexicon: Lexicon) -> list[Act] | None:
    """The acts of a row, none for a head; None where the passage is no part of a table, which then ends."""
    listed = state.listed
    head = table_head(entry, listed.source, lexicon)
    if head is not None:
        return _open(entry, head, state)
    if not listed.columns:
        return None
    cells, drawn = row_cells(entry, listed.source, lexicon)
    if _AGAIN.match(entry.text) or _BELOW_ROWS.match(entry.text):
        return []
    if len(cells) < 2 or (not drawn and _PROSE.search(entry.text)):
        _close(state)
        return None
    return _row(entry, cells, drawn, state, lexicon)


def _open(entry: Passage, head: tuple[str, ...], state: State) -> list[Act]:
    listed = state.listed
    listed.above, listed.held = (), {}
    listed.own_table = own_event(head) is not None
    concerned = state.listing or listed.own_table or bool(_OF_ACTS.search(listed.title))
    understood = concerned and _understood(head)
    head = _voted_on(head)
    listed.columns = tuple(_KIND.get(cell, "unknown") for cell in head) if understood else ("unknown",)
    refused = any(_REFUSED.search(cell) for cell in head)
    if concerned and listed.columns == ("unknown",) and not refused:
        listed.unknown.append(entry)
    return []


def _understood(head: tuple[str, ...]) -> bool:
    """Whether every column is known and none is there twice; a table of candidates or of telephones is none of acts."""
    head = _voted_on(head)
    kinds = [kind for cell in head if (kind := _KIND.get(cell)) != "other"]
    known = None not in kinds and len(kinds) == len(set(kinds))
    voted = any(re.match(r"赞成|反对|弃权|得票|票数", cell) for cell in head) and "result" not in kinds
    return known and not voted and not any(_REFUSED.search(cell) for cell in head)


def _voted_on(head: tuple[str, ...]) -> tuple[str, ...]:
    """The head of a table with results, its column of proposed posts being one of posts."""
    if not any(_KIND.get(cell) == "result" for cell in head):
        return head
    return tuple(_VOTED_ON.sub("", cell) if cell.startswith("拟") else cell for cell in head)


def _close(state: State) -> None:
    if state.listed.own_table:
        state.listing = False
    state.listed.columns, state.listed.own_table, state.listed.above, state.listed.held = (), False, (), {}


def _row(entry: Passage, cells: list[str], drawn: bool, state: State, lexicon: Lexicon) -> list[Act]:
    listed = state.listed
    if listed.columns == ("unknown",):
        return []
    row = _by_head(cells, listed.columns, drawn)
    if row is None:
        listed.unread.append(entry)
        return []
    if listed.held and not row["name"]:
        row = {kind: listed.held[kind] + row[kind] for kind in row}
    acts = _acts(entry, row, state, lexicon)
    if acts is None:
        listed.held = row
        listed.unread.append(entry)
        return []
    if any(kind == "other" and _ACT.search(cell) for kind, cell in zip(listed.columns, cells, strict=False)):
        listed.unread.append(entry)
    if listed.held and row["name"].startswith(listed.held["name"]) and listed.unread:
        listed.unread.pop()
    listed.held = {}
    return acts


def _by_head(cells: list[str], columns: tuple[str, ...], drawn: bool) -> dict[str, str] | None:
    """The cells by the kind of their column; None where blanks alone leave open which cell is empty."""
    if drawn:
        cells = cells + [""] * (len(columns) - len(cells))
    last = columns[-1] in ("post", "appoint", "remove", "elect")
    if not drawn and last and len(cells) > len(columns):
        cells = [*cells[: len(columns) - 1], "".join(cells[len(columns) - 1 :])]
    if len(cells) != len(columns):
        return None
    row = {kind: "" if _EMPTY.match(cell) else cell for kind, cell in zip(columns, cells, strict=True)}
    return {kind: row.get(kind, "") for kind in columns}


def _acts(entry: Passage, row: dict[str, str], state: State, lexicon: Lexicon) -> list[Act] | None:
    """The acts of a whole row; None where a cell was not understood."""
    if any(_LOST.search(cell) for cell in row.values()) or (row.get("result") and not _WON.match(row["result"])):
        return []
    if "result" in row and not row["result"]:
        return None
    names = _names(entry, row["name"], state, lexicon)
    if not names:
        return None
    state.listed.above = state.names = names
    found = list(_events(row, state, lexicon))
    if not found or any(posts is None or event is None for event, posts in found):
        return None
    return [Act(event or "", name, post, entry) for event, posts in found for name in names for post in posts or ()]


def _names(entry: Passage, cell: str, state: State, lexicon: Lexicon) -> tuple[str, ...]:
    """The names of a cell, those above for an empty one; blanks that part one name or several leave it open."""
    if not cell:
        return state.listed.above
    at = max(entry.text.find(cell), 0)
    printed = entry[at : at + len(cell)]
    whole = column_names(Passage(cell, range(len(cell))), lexicon) or []
    parted = column_names(printed, lexicon) or [] if printed.text == cell and printed.gaps() else whole
    if parted and whole and len(parted) > len(whole):
        return ()
    sure = len(cell) <= _LONGEST_SPACED or "·" in cell
    return tuple(name.text for name in parted or (whole if sure else []))


def _events(row: dict[str, str], state: State, lexicon: Lexicon) -> Iterator[tuple[str | None, list[Post] | None]]:
    """The events of a row, each with its posts; None for what was not understood."""
    for kind in ("appoint", "elect", "remove", "post"):
        text = row.get(kind, "")
        if not text:
            continue
        verb = _CELL_VERB.match(text)
        event = _EVENTS.get(kind) or _event_of_cell(row.get("verb", "")) or _event_of_cell(text) or _default(row, state)
        yield event, _posts(row.get("body", ""), text[verb.end() :] if verb else text, lexicon)


def _event_of_cell(cell: str) -> str | None:
    verb = _CELL_VERB.match(cell)
    if verb is None:
        return None
    if verb["verb"].startswith("当选"):
        return "elect"
    return "remove" if verb["verb"][0] in "免解" else "appoint"


def _default(row: dict[str, str], state: State) -> str | None:
    if row.get("result", "").endswith("当选"):
        return "elect"
    return state.event if state.listing and state.event else event_of_title(state.listed.title)


def _posts(body: str, text: str, lexicon: Lexicon) -> list[Post] | None:
    """The posts of a cell; the cell of a body stands in front of each that names none."""
    posts: list[Post] = []
    for part in re.split(r"[；;]", text):
        if not part:
            continue
        found = post_list(part, lexicon, body)
        if found is None:
            return None
        posts += found
    return posts or None
