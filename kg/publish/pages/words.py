"""What pages say besides the names of terms, which come from the ontology: in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "site": ("公报知识图谱", "Gazette knowledge graph"),
    "lead": (
        "会议、任免、职责与项目，每一条都可回到公报的那一行、那一句。",
        "Meetings, appointments, duties and projects, each leading back to the line and the words of a gazette.",
    ),
    "skip": ("跳到正文", "Skip to the content"),
    "search": ("查找", "Search"),
    "search_hint": (
        "姓名、机构、职务、会议；全称、简称、拼音或首字母",
        "Person, body, post or meeting; in full, shortened, in pinyin or initials",
    ),
    "sparql": ("SPARQL 查询", "SPARQL"),
    "viewer": ("关系网络", "Network"),
    "status": ("运行状态", "Status"),
    "holds": ("图谱内容", "What the graph holds"),
    "tenures": ("任职", "Posts held"),
    "post": ("职务", "Post"),
    "person": ("姓名", "Person"),
    "body": ("机构", "Body"),
    "from": ("起", "From"),
    "until": ("止", "Until"),
    "certain": ("确定", "Certain"),
    "possible": ("可能", "Possible"),
    "unknown": ("界限不明", "Bound unknown"),
    "why": ("依据", "Why"),
    "rule_note": (
        "任期由下列事实推导而得；公报没有写明的起止记作“?”，并不表示至今。",
        "Tenures are derived from the facts named as reasons; a bound that no gazette tells is “?”, and never the present.",
    ),
    "succession": ("前后任", "Line of succession"),
    "gap": ("空缺（无人确定在任）", "Gap (nobody is certain)"),
    "overlap": ("重叠", "Overlap"),
    "kind": ("类别", "Kind"),
    "identity": ("为何视为同一人", "Why this is one person"),
    "verdict": ("结论", "Verdict"),
    "score": ("分值", "Score"),
    "reason": ("理由", "Reason"),
    "mentions": ("两处提及", "The two mentions"),
    "joined": ("同一人", "joined"),
    "unsure": ("未定", "undecided"),
    "name_only": ("仅同名", "the same name alone"),
    "different": ("不同的人", "different people"),
    "stated": ("公报原文所述", "What gazettes state"),
    "date": ("日期", "Date"),
    "fact": ("事实", "Fact"),
    "words": ("原文", "Words"),
    "line": ("第 {} 行", "line {}"),
    "statements": ("全部陈述", "All statements"),
    "property": ("属性", "Property"),
    "value": ("值", "Value"),
    "pointing": ("由此指向本条的", "What points here"),
    "derived": ("推导", "derived"),
    "more": ("另有 {} 条", "{} more"),
    "more_cut": ("还有更多", "and more"),
    "all": ("用 SPARQL 查看全部", "all of them in SPARQL"),
    "as_data": ("数据", "As data"),
    "nothing": ("没有找到与“{}”相符的条目。", "Nothing is called “{}”."),
    "try": ("可试试名称的一部分，或其拼音。", "Try a part of the name, or its pinyin."),
    "unknown_thing": ("图谱中没有这一条", "The graph holds nothing of this"),
    "found": ("“{}”：{} 条", "“{}”: {} found"),
    "by_name": ("按全称", "by the whole name"),
    "by_iri": ("按标识", "by the IRI"),
    "by_short": ("按简称", "by a shortened name"),
    "by_pinyin": ("按拼音", "by pinyin"),
    "by_initials": ("按拼音首字母", "by initials in pinyin"),
    "by_part": ("按名称的一部分", "by a part of the name"),
    "pages": ("分页", "Pages"),
    "timeline": ("时间轴：{} 段任职", "Timeline of {} tenures"),
    "other_language": ("English", "中文"),
    "back": ("首页", "Home"),
}


def words(language: str) -> dict[str, str]:
    """The words of a language, `zh` or `en`."""
    column = 1 if language == "en" else 0
    return {name: both[column] for name, both in WORDS.items()}
