"""Chains of places are told by the form of their names, whatever characters stand inside them."""

from __future__ import annotations

import pytest

from kg.lexicon import load
from kg.recognise.places import split_chain

LEXICON = load()
# Names of real places, because they hold what a rule about names stumbles over.
WHOLE = [
    "内蒙古自治区/呼和浩特市/新城区",
    "河南省/新乡市/牧野区",
    "江西省/萍乡市/安源区",
    "江西省/景德镇市/昌江区",
    "广东省/江门市/新会区",
    "广东省/韶关市/乐昌市",
    "四川省/成都市/锦江区",
    "山西省/临汾市/乡宁县",
    "江苏省/镇江市/京口区",
    "甘肃省/嘉峪关市",
    "甘肃省/兰州市/城关区",
    "湖北省/荆州市/沙市区",
    "福建省/南平市/政和县",
    "安徽省/阜阳市/太和县",
    "江西省/吉安市/泰和县",
    "青海省/海南藏族自治州/共和县",
    "新疆维吾尔自治区/和田地区/和田县",
    "天津市/和平区",
    "广西壮族自治区/崇左市/凭祥市",
    "新疆维吾尔自治区/伊犁哈萨克自治州/察布查尔锡伯自治县",
    "内蒙古自治区/锡林郭勒盟/正蓝旗",
    "内蒙古自治区/呼伦贝尔市/鄂温克族自治旗",
    "黑龙江省/佳木斯市/向阳区",
    "湖南省/常德市/津市市",
    "山东省/枣庄市/市中区",
    "浙江省/嘉兴市/桐乡市",
    "湖南省/长沙市/宁乡市",
    "湖南省/湘潭市/湘乡市",
    "辽宁省/本溪市/本溪满族自治县",
    "上海市/浦东新区",
    "重庆市/云阳县",
    "北京市/通州区",
    "广东省/广州市/从化区",
    "河北省/保定市/定州市",
    "江西省/赣州市/于都县",
    "甘肃省/白银市/会宁县",
    "广东省/梅州市",
    "云南省/德宏傣族景颇族自治州/瑞丽市",
    "西藏自治区/那曲市/色尼区",
    "海南省/三亚市",
    "河北省/任丘市",
    "广西壮族自治区/来宾市/合山市",
    "贵州省/六盘水市/六枝特区",
    "湖北省/神农架林区",
    "河南省/信阳市/光山县",
    "陕西省/延安市/宝塔区",
    "吉林省/延边朝鲜族自治州/延吉市",
    "四川省/阿坝藏族羌族自治州/若尔盖县",
]
BODIES = [
    ("财政局", (), "财政局"),
    ("城乡建设局", (), "城乡建设局"),
    ("市场监督管理局", (), "市场监督管理局"),
    ("住房和城乡建设局", (), "住房和城乡建设局"),
    ("文化和旅游局", (), "文化和旅游局"),
    ("松河市青梧区城市管理行政执法局", ("松河市", "青梧区"), "城市管理行政执法局"),
    ("青梧区市场监督管理局", ("青梧区",), "市场监督管理局"),
    ("青梧区农业乡镇企业局", ("青梧区",), "农业乡镇企业局"),
    ("梅川县城关镇人民代表大会", ("梅川县", "城关镇"), "人民代表大会"),
    ("我区", (), "我区"),
    ("全县", (), "全县"),
    ("会议决定王雪为省人民检察院", (), "会议决定王雪为省人民检察院"),
]


@pytest.mark.parametrize("name", WHOLE)
def test_a_chain_is_taken_apart(name: str) -> None:
    chain = tuple(name.split("/"))
    assert split_chain("".join(chain), LEXICON) == (chain, "")
    assert split_chain("".join(chain) + "人民政府", LEXICON) == (chain, "人民政府")
    assert split_chain("".join(chain[1:] or chain) + "人民代表大会", LEXICON) == (chain[1:] or chain, "人民代表大会")


@pytest.mark.parametrize(("text", "chain", "rest"), BODIES)
def test_what_follows_a_place_is_left(text: str, chain: tuple[str, ...], rest: str) -> None:
    assert split_chain(text, LEXICON) == (chain, rest)
