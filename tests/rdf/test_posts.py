"""What is known of a post from its title and its body."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.lexicon.post_words import PostWords
from kg.resolve.posts import Term, capacity, meeting_congress, tells_of_death, term_of

DISTRICT = "海州市临江区"
CONGRESS = DISTRICT + "人民代表大会"
COMMITTEE = CONGRESS + "常务委员会"
WORDS = load()


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (DISTRICT + "人民政府", "区长"),
        (DISTRICT + "财政局", "局长"),
        (DISTRICT + "发展和改革委员会", "主任"),
        (DISTRICT + "人民政府办公室", "主任"),
        (DISTRICT + "江滨街道办事处", "主任"),
        (DISTRICT + "江滨街道", "主任"),
        (DISTRICT + "柳渡镇人民政府", "镇长"),
        (DISTRICT + "柳渡镇人民代表大会", "主席"),
        (COMMITTEE, "主任"),
        (COMMITTEE + "预算工作委员会", "主任"),
        (COMMITTEE + "办公室", "主任"),
        (COMMITTEE + "研究室", "主任"),
        (f"中国人民政治协商会议{DISTRICT}委员会办公室", "主任"),
        (COMMITTEE + "代表资格审查委员会", "主任委员"),
        (CONGRESS + "财政经济委员会", "主任委员"),
        (DISTRICT + "人民法院", "院长"),
        (DISTRICT + "人民法院民事审判第一庭", "庭长"),
        (DISTRICT + "人民法院执行局", "局长"),
        (DISTRICT + "人民检察院", "检察长"),
        (DISTRICT + "人民检察院第二检察部", "主任"),
        (DISTRICT + "监察委员会", "主任"),
        (f"中国共产党{DISTRICT}委员会", "书记"),
        (f"中国共产党{DISTRICT}财政局党组", "书记"),
        (f"中国共产党{DISTRICT}委员会组织部", "部长"),
        (f"中国共产主义青年团{DISTRICT}委员会", "书记"),
        (f"中国人民政治协商会议{DISTRICT}委员会", "主席"),
        (DISTRICT + "总工会", "主席"),
        (DISTRICT + "第一中学", "校长"),
        ("海州市公安局交通警察支队", "支队长"),
        ("岭南自治区人民政府", "主席"),
        ("江桥地区行政公署", "专员"),
        ("水利部", "部长"),
        ("国务院", "总理"),
        ("最高人民法院", "院长"),
    ],
)
def test_one_person_leads_a_body(body: str, title: str) -> None:
    known = capacity(body, title, WORDS)
    assert known is not None
    assert (known.seats, known.head) == ("one", True)


@pytest.mark.parametrize(
    ("body", "title", "head"),
    [
        (DISTRICT + "人民政府", "常务副区长", False),
        (COMMITTEE, "秘书长", False),
        (DISTRICT + "城市投资有限公司", "总经理", None),
        ("中华人民共和国", "驻北兰王国特命全权大使", None),
    ],
)
def test_one_seat_that_does_not_lead_or_may_not(body: str, title: str, head: bool | None) -> None:
    known = capacity(body, title, WORDS)
    assert known is not None
    assert (known.seats, known.head) == ("one", head)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (DISTRICT + "人民政府", "副区长"),
        (DISTRICT + "人民政府", "区长助理"),
        (DISTRICT + "财政局", "副局长"),
        (DISTRICT + "财政局", "二级调研员"),
        (DISTRICT + "财政局", "四级主任科员"),
        (DISTRICT + "财政局", "总会计师"),
        (COMMITTEE, "副主任"),
        (COMMITTEE, "委员"),
        (COMMITTEE, "副秘书长"),
        (CONGRESS, "代表"),
        (CONGRESS + "主席团", "执行主席"),
        (CONGRESS + "财政经济委员会", "副主任委员"),
        (DISTRICT + "人民法院", "审判员"),
        (DISTRICT + "人民法院", "人民陪审员"),
        (DISTRICT + "人民检察院", "检察员"),
        (DISTRICT + "人民检察院检察委员会", "委员"),
        (f"中国共产党{DISTRICT}委员会", "常委"),
        (f"中国共产党{DISTRICT}委员会", "副书记"),
        (f"中国共产党{DISTRICT}财政局党组", "成员"),
        (DISTRICT + "河长制工作领导小组", "副组长"),
        (DISTRICT + "商会", "常务副会长"),
        (DISTRICT + "商会", "名誉会长"),
    ],
)
def test_several_people_hold_what_does_not_lead(body: str, title: str) -> None:
    known = capacity(body, title, WORDS)
    assert known is not None
    assert (known.seats, known.head) == ("many", False)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (DISTRICT + "河长制工作领导小组", "组长"),
        (DISTRICT + "河长制工作领导小组办公室", "主任"),
        (DISTRICT + "防汛指挥部", "总指挥"),
    ],
)
def test_a_group_may_have_two_heads(body: str, title: str) -> None:
    known = capacity(body, title, WORDS)
    assert known is not None
    assert (known.seats, known.head) == ("many", True)


@pytest.mark.parametrize(
    ("body", "title"),
    [
        # no office of that body is known
        (DISTRICT + "财政局", "主任"),
        (DISTRICT + "中心医院", "主任"),
        (DISTRICT + "财政局", "科长"),
        (DISTRICT + "公安局", "政委"),
        (f"中国共产党{DISTRICT}委员会书记处", "书记"),
        (DISTRICT + "第一代表团", "团长"),
        (DISTRICT + "财政局", "首席服务官"),
        ("江滨实业公司", "司长"),
        ("最高人民检察院", "院长"),
        # bodies without their place, of which there are many
        ("区人民政府", "区长"),
        ("县委组织部", "部长"),
        ("组织部", "部长"),
        ("财政局", "局长"),
        ("中国共产党县委员会宣传部", "部长"),
        ("某大学附属医院", "院长"),
    ],
)
def test_nothing_is_stated_of_what_is_not_known(body: str, title: str) -> None:
    assert capacity(body, title, WORDS) is None


@pytest.mark.parametrize("place", ["市北区", "镇海区", "乡宁县", "旗城市", "州山区", "省庄镇"])
def test_a_place_may_begin_with_the_word_of_a_level(place: str) -> None:
    assert capacity(place + "人民政府", "副" + place[-1] + "长", WORDS) is not None


@pytest.mark.parametrize(
    ("body", "title", "term"),
    [
        (CONGRESS, "代表", Term(CONGRESS, early=True)),
        (COMMITTEE, "主任", Term(CONGRESS, early=False)),
        (COMMITTEE, "委员", Term(CONGRESS, early=False)),
        (COMMITTEE, "秘书长", Term(CONGRESS, early=False)),
        (CONGRESS + "财政经济委员会", "副主任委员", Term(CONGRESS, early=False)),
        (DISTRICT + "人民政府", "副区长", Term(CONGRESS, early=False)),
        (DISTRICT + "人民法院", "院长", Term(CONGRESS, early=False)),
        (DISTRICT + "人民检察院", "检察长", Term(CONGRESS, early=False)),
        (DISTRICT + "监察委员会", "主任", Term(CONGRESS, early=False)),
        ("海州市中级人民法院", "院长", Term("海州市人民代表大会", early=False)),
        (DISTRICT + "柳渡镇人民代表大会", "副主席", Term(DISTRICT + "柳渡镇人民代表大会", early=False)),
        (DISTRICT + "柳渡镇人民政府", "镇长", Term(DISTRICT + "柳渡镇人民代表大会", early=False)),
        # appointed, and not for a term
        (DISTRICT + "财政局", "局长", None),
        (DISTRICT + "人民法院", "副院长", None),
        (DISTRICT + "人民法院", "审判员", None),
        (DISTRICT + "人民政府办公室", "主任", None),
        (COMMITTEE, "副秘书长", None),
        (COMMITTEE + "预算工作委员会", "主任", None),
        (COMMITTEE + "代表资格审查委员会", "委员", None),
        (CONGRESS + "选举委员会", "主任", None),
        ("海州市第一中级人民法院", "院长", None),
        (f"中国共产党{DISTRICT}委员会", "书记", None),
    ],
)
def test_which_posts_end_with_a_term(body: str, title: str, term: Term | None) -> None:
    assert term_of(body, title, WORDS) == term


@pytest.mark.parametrize(
    ("body", "congress"),
    [
        (CONGRESS, CONGRESS),
        (COMMITTEE, CONGRESS),
        (CONGRESS + "财政经济委员会", None),
        ("人民代表大会", None),
        ("人民代表大会常务委员会", None),
        (DISTRICT + "人民政府", None),
    ],
)
def test_whose_terms_a_meeting_is_counted_by(body: str, congress: str | None) -> None:
    assert meeting_congress(body, WORDS) == congress


@pytest.mark.parametrize(
    ("reason", "died"),
    [
        ("因病去世", True),
        ("在抗洪抢险中不幸牺牲", True),
        ("因病在家中逝世", True),
        ("因父亲去世", False),
        ("因其妻病故", False),
        ("因病", False),
        ("已调离本行政区域", False),
        (None, False),
    ],
)
def test_a_reason_tells_of_a_death(reason: str | None, died: bool) -> None:
    assert tells_of_death(reason, WORDS) is died


def test_a_pattern_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no group `place`"):
        PostWords.model_validate({**WORDS.posts.model_dump(), "terms": [{"titles": "代表", "bodies": "代表大会$"}]})
