"""From the text of gazettes of one district, over two terms, to who held what when."""

from __future__ import annotations

import pytest

from kg.pipeline import read_gazette
from kg.rdf.names import prefixes
from kg.rdf.validate import check
from kg.read.source import source_of
from kg.store import Store
from tests.derivation import derived

FIRST = """云岭省松河市苇塘区人民代表大会常务委员会任命名单
（2029年3月28日云岭省松河市苇塘区第八届人民代表大会常务委员会第二十次会议通过）

任命温故为苇塘区财政局局长。
任命知新为苇塘区人民法院审判员。
任命闻铎为苇塘区民政局副局长（挂职锻炼）。

云岭省松河市苇塘区人民代表大会常务委员会免职名单
（2029年3月28日云岭省松河市苇塘区第八届人民代表大会常务委员会第二十次会议通过）

免去舒展的苇塘区人民代表大会常务委员会代表资格审查委员会委员职务。

苇塘区第八届人大常委会第二十次会议出席、请假情况
（会议半天，2029年3月28日上午）

一、应出席会议：4人
二、出席（3人）：
柳如是　苏　醒　舒　展
三、请假（1人）：
江　海

关于检查义务教育法实施情况的报告
——2029年3月28日在云岭省松河市苇塘区第八届人民代表大会常务委员会第二十次会议上

苇塘区人大常委会副主任　谢　桥

主任、各位副主任、各位委员：

区人大常委会执法检查组对义务教育法实施情况进行了检查。
"""
SECOND = """云岭省松河市苇塘区第九届人民代表大会第一次会议
公　　告
（第一号）

　　苇塘区第九届人民代表大会第一次会议于2031年1月11日选举产生：
　　苇塘区第九届人民代表大会常务委员会
　　主　任：柳如是
　　副主任：苏　醒
　　委　员（按姓名笔画为序）：
　　　　方　圆　　江　海
　　苇塘区人民政府
　　区　长：高　远
　　现予公告。
　　　　　　　　　苇塘区第九届人民代表大会第一次会议主席团
　　　　　　　　　　　　　　2031年1月11日
"""
THIRD = """云岭省松河市苇塘区人民代表大会常务委员会任命名单
（2032年5月20日云岭省松河市苇塘区第九届人民代表大会常务委员会第七次会议通过）

任命石雨为苇塘区财政局局长。
任命程门为苇塘区人民法院审判员。

云岭省松河市苇塘区人民代表大会常务委员会
关于接受苏醒同志辞去职务请求的决定
（2032年5月20日云岭省松河市苇塘区第九届人民代表大会常务委员会第七次会议通过）

云岭省松河市苇塘区第九届人民代表大会常务委员会第七次会议决定：接受苏醒同志辞去云岭省松河市苇塘区人民代表大会常务委员会副主任职务的请求。

云岭省松河市苇塘区人民代表大会常务委员会代表资格审查委员会
关于个别代表的代表资格的报告
（2032年5月20日云岭省松河市苇塘区第九届人民代表大会常务委员会第七次会议通过）

苇塘区第3选区选出的区第九届人民代表大会代表江海因病去世，江海的代表资格自然终止。

苇塘区第九届人大常委会第七次会议出席情况
（会议半天，2032年5月20日上午）

一、应出席会议：4人
二、出席（2人）：
柳如是　方　圆
"""
FOURTH = """关于苇塘区2032年财政决算的报告
——2033年9月27日在云岭省松河市苇塘区第九届人民代表大会常务委员会第十五次会议上

苇塘区财政局局长　许　愿

主任、各位副主任、各位委员：

我受区人民政府委托，报告2032年财政决算情况。全年一般公共预算收入20亿元。

关于检查水污染防治法实施情况的报告
——2033年9月27日在云岭省松河市苇塘区第九届人民代表大会常务委员会第十五次会议上

苇塘区人大常委会副主任　谢　桥

主任、各位副主任、各位委员：

区人大常委会执法检查组对水污染防治法实施情况进行了检查。
"""
TENURES = """
SELECT ?name ?post ?start ?end ?rules WHERE {
  ?tenure a gz:Tenure ; org:member/foaf:name ?name ; gz:startText ?start ; gz:endText ?end ; gz:post/rdfs:label ?label .
  BIND(STRAFTER(?label, "苇塘区") AS ?post)
  OPTIONAL { ?tenure gz:startInferredBy ?first } OPTIONAL { ?tenure gz:endInferredBy ?last }
  BIND(CONCAT(STRAFTER(COALESCE(STR(?first), ""), "#"), "/", STRAFTER(COALESCE(STR(?last), ""), "#")) AS ?rules)
} ORDER BY ?post ?name ?start
"""
SC = "人民代表大会常务委员会"
HELD = [
    # the seat's term is printed, and so is the death, which also ends the post in the standing committee
    ("江海", "人民代表大会代表", "[2030-12-22..2032-05-20]", "[..2032-05-20]", "EndOfTerm/"),
    # seen last among those present
    ("柳如是", SC + "主任", "2031-01-11", "[2032-05-21..]", "/"),
    ("舒展", SC + "代表资格审查委员会委员", "[..2029-03-28]", "2029-03-28", "/"),
    ("苏醒", SC + "副主任", "2031-01-11", "2032-05-20", "/"),
    # seen in two terms
    ("谢桥", SC + "副主任", "[..2029-03-28]", "[2029-03-29..2031-01-11]", "/EndOfTerm"),
    ("谢桥", SC + "副主任", "[2030-12-22..2033-09-27]", "[2033-09-28..]", "EndOfTerm/"),
    ("方圆", SC + "委员", "2031-01-11", "[2032-05-21..]", "/"),
    ("江海", SC + "委员", "2031-01-11", "[2031-01-12..2032-05-20]", "/Death"),
    ("高远", "人民政府区长", "2031-01-11", "[2031-01-12..]", "/"),
    # many judges, and a guest among the deputy heads
    ("知新", "人民法院审判员", "2029-03-28", "[2029-03-29..]", "/"),
    ("程门", "人民法院审判员", "2032-05-20", "[2032-05-21..]", "/"),
    ("闻铎", "民政局副局长", "2029-03-28", "[2029-03-29..]", "/"),
    # no end is printed of any of the three
    ("温故", "财政局局长", "2029-03-28", "[2029-03-29..2032-05-20]", "/Succession"),
    ("石雨", "财政局局长", "2032-05-20", "[2032-05-21..2033-09-27]", "/Succession"),
    ("许愿", "财政局局长", "[2032-05-20..2033-09-27]", "[2033-09-28..]", "Succession/"),
]
# On a day: certain between the latest start and the earliest end, else possible unless a bound rules it out.
ON_A_DAY = """
SELECT ?name ?how WHERE {
  BIND("DAY"^^xsd:date AS ?day)
  ?tenure a gz:Tenure ; org:member/foaf:name ?name ; gz:post/rdfs:label "云岭省松河市苇塘区财政局局长" .
  OPTIONAL { ?tenure gz:startEarliest ?a } OPTIONAL { ?tenure gz:startLatest ?b }
  OPTIONAL { ?tenure gz:endEarliest ?c } OPTIONAL { ?tenure gz:endLatest ?d }
  FILTER(!COALESCE(?a > ?day, false) && !COALESCE(?d <= ?day, false))
  BIND(IF(COALESCE(?b <= ?day && ?day < ?c, false), "certain", "possible") AS ?how)
} ORDER BY ?name
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    texts = {"weitang-2029": FIRST, "weitang-2031": SECOND, "weitang-2032": THIRD, "weitang-2033": FOURTH}
    gazettes = [read_gazette(source_of(text, stem=stem, path=f"{stem}.txt")) for stem, text in texts.items()]
    return derived(gazettes, tmp_path_factory.mktemp("store")).store


def test_who_held_what_when(store: Store) -> None:
    assert list(store.select(TENURES, prefixes())) == HELD


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        ("2028-01-01", []),
        ("2029-03-28", [("温故", "certain")]),
        ("2031-01-01", [("温故", "possible")]),
        ("2032-05-20", [("石雨", "certain"), ("许愿", "possible")]),
        ("2033-09-27", [("许愿", "certain")]),
    ],
)
def test_nobody_is_possible_who_is_ruled_out(day: str, holders: list[tuple[str, str]], store: Store) -> None:
    assert list(store.select(ON_A_DAY.replace("DAY", day), prefixes())) == holders


def test_between_the_election_and_the_last_presence_the_chair_is_certain(store: Store) -> None:
    question = ON_A_DAY.replace("DAY", "2032-03-03").replace("财政局局长", SC + "主任")
    assert list(store.select(question, prefixes())) == [("柳如是", "certain")]


def test_nothing_of_it_is_broken(store: Store) -> None:
    assert list(check(store)) == []
