"""Valid lists from a grammar are read back exactly, and layout does not change what is read."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.pipeline import read_gazette
from kg.read.source import source_of

SURNAMES = "赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦苗凤花俞柳酆鲍史唐费薛雷贺倪汤"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛超霞刚萍鹏辉波峰岩松竹梅兰菊云雨雪霜霞晨曦琳瑶璐婷颖倩"
PLACE = "云岭省松河市青梧区"
NOTE = "（2024年3月28日云岭省松河市青梧区第七届人民代表大会常务委员会第二十次会议通过）"
HEADING = "青梧区人民代表大会常务委员会任免名单"
POSTS = {
    "青梧区财政局局长": ("财政局", "局长"),
    "青梧区人民政府办公室主任": ("人民政府办公室", "主任"),
    "青梧区发展和改革委员会主任": ("发展和改革委员会", "主任"),
    "青梧区副区长": ("人民政府", "副区长"),
    "青梧区人民法院审判员": ("人民法院", "审判员"),
    "青梧区人民法院民事审判第二庭副庭长": ("人民法院民事审判第二庭", "副庭长"),
    "青梧区人民检察院检察委员会委员": ("人民检察院检察委员会", "委员"),
    "青梧区人民代表大会常务委员会研究室副主任": ("人民代表大会常务委员会研究室", "副主任"),
    "青梧区监察委员会副主任": ("监察委员会", "副主任"),
}

names = st.builds(
    lambda surname, given: surname + given,
    st.sampled_from(sorted(set(SURNAMES))),
    st.text(alphabet=sorted(set(GIVEN)), min_size=1, max_size=2),
)


@dataclass(frozen=True)
class Entry:
    """One entry of a list: people put into, or taken out of, posts."""

    appoints: bool
    people: tuple[str, ...]
    posts: tuple[str, ...]
    comrade: bool

    def text(self) -> str:
        """The entry in the words of a gazette, without its full stop."""
        people = "、".join(self.people) + ("同志" if self.comrade else "")
        posts = "、".join(self.posts)
        return f"任命{people}为{posts}" if self.appoints else f"免去{people}的{posts}职务"

    def facts(self) -> set[tuple[str, str, str, str]]:
        """Event, person, body and title of every change."""
        event = "appoint" if self.appoints else "remove"
        return {(event, name, PLACE + POSTS[post][0], POSTS[post][1]) for name in self.people for post in self.posts}


entries = st.builds(
    Entry,
    st.booleans(),
    st.lists(names, min_size=1, max_size=4, unique=True).map(tuple),
    st.lists(st.sampled_from(sorted(POSTS)), min_size=1, max_size=3, unique=True).map(tuple),
    st.booleans(),
)
lists = st.lists(entries, min_size=1, max_size=6)


def read(text: str) -> set[tuple[str, str, str, str]]:
    """Event, person, body and title of all personnel events of a text."""
    gazette = read_gazette(source_of(text, stem="list", path="list.txt"))
    assert {event.date for event in gazette.personnel} <= {"2024-03-28"}
    return {(event.event, event.person or "", event.body or "", event.title) for event in gazette.personnel}


def facts(rows: list[Entry]) -> set[tuple[str, str, str, str]]:
    """What a list states."""
    return {fact for row in rows for fact in row.facts()}


def printed(rows: list[Entry]) -> str:
    """A list with its heading and note."""
    body = "".join(row.text() + "；\n" for row in rows[:-1]) + rows[-1].text() + "。\n"
    return f"{HEADING}\n{NOTE}\n\n{body}"


@given(lists)
@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_a_valid_list_is_read_back(rows: list[Entry]) -> None:
    assert read(printed(rows)) == facts(rows)


@given(lists, st.integers(18, 40))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_broken_lines_change_nothing(rows: list[Entry], width: int) -> None:
    lines = [HEADING, NOTE]
    for row in rows:
        text = row.text() + "。"
        lines += [text[start : start + width] for start in range(0, len(text), width)]
    assert read("\n\n".join(lines)) == facts(rows)


@given(lists, st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_widths_and_spaces_change_nothing(rows: list[Entry], data: st.DataObject) -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    narrow = str.maketrans("（）；：", "();:")
    text = printed(rows)
    if data.draw(st.booleans()):
        text = text.translate(wide)
    if data.draw(st.booleans()):
        text = text.translate(narrow)
    if data.draw(st.booleans()):
        text = text.replace("任免名单", "任 免 名 单").replace("2024年3月28日", "2024 年 3 月 28 日")
    if data.draw(st.booleans()):
        text = "\n".join("　　" + line if line else line for line in text.split("\n"))
    assert read(text) == facts(rows)


@given(st.lists(names, min_size=4, max_size=40, unique=True), st.integers(3, 6))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_names_in_columns_are_read_back(people: list[str], columns: int) -> None:
    spaced = [name if len(name) > 2 else name[0] + "  " + name[1] for name in people]
    rows = ["　".join(spaced[start : start + columns]) for start in range(0, len(spaced), columns)]
    text = (
        f"青梧区第七届人大常委会第二十次会议出席情况\n（2024年3月28日上午）\n\n一、出席（{len(people)}人）：\n"
        + "\n".join(rows)
        + "\n"
    )
    gazette = read_gazette(source_of(text, stem="list", path="list.txt"))
    assert [row.person for row in gazette.attendance] == people
    assert gazette.issues == []
