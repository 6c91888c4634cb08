"""Whose gazette it is: the chain of places of its own congress, from its own headings, notes and signatures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.lexicon import Lexicon
from kg.recognise.places import split_chain

_ORGAN = (
    r"(?P<place>[一-龥]{2,26}?)(?:第?[一二三四五六七八九十百\d]+届)?"
    r"(?:人民代表大会|人大常委会|人大(?!代表)|人民政府|政府工作报告|监察委员会|(?:中级|高级)?人民法院|人民检察院|人大常委|委(?:员会)?(?=关于|文件|办公室|组织部|机构编制|$))"
)
_OWN = re.compile(
    r"^(?:（|——|—|－)*(?:(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:.{1,3}月)?(?:.{1,3}[日号])?)?"
    r"(?:在|经|由|关于(?:召开|举行|印发|公布)?|本期|中共|中国共产党|政协)?" + _ORGAN
)
_INSIDE = re.compile(r"(?:^|日[电讯]?|[，。：；、）从在经由对向命电讯和与及]|选举出?|选出|补选)" + _ORGAN)
_VERB = re.compile(r"^.*(?:补选|选举|决定)")
_WIDER = (
    r"(?:[一-龥]{2,3}省|[一-龥]{2,6}自治区|(?:北京|天津|上海|重庆)市)?"
    r"(?:(?<=[省区])[一-龥]{1,9}?(?:市|自治州|州|地区|盟)|[一-龥]{2,4}市|[一-龥]{2,8}自治州)?"
)
# What no place's name holds: words of the sentence in front of it, numbers of chapters.
_OF_SENTENCE = re.compile(
    r"^报|为|召开|举行|筹备|关于|决定|会议|任命|同志|免去|选区|担任|委托|代表|补选|不再|讲话|产生|设立|成立|恢复|建立|撤销|闭幕|刚刚|[第章节编条]"
)
_YEARLY = re.compile(r"^(?:关于)?(?P<place>[一-龥]{2,20}?[省市区县州旗盟])\d{4}年")
# 黑龙江省: what is longer has words of the line above, of a menu or a column, in front of it.
_LONGEST_PROVINCE = 4
# An annal or yearbook names its place in its title or in the heads of its pages.
_ANNAL = re.compile(r"(?:^|[^一-龥])(?P<place>[一-龥]{2,8}[省市区县州旗镇乡])(?:志|年鉴)(?![一-龥])")


def jurisdiction(texts: Iterable[str], whole: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The chain of places that the texts' own organs name most often, in the longest form that is printed.

    `texts` are masthead, headings, notes, signatures: lines that begin with the name of an organ; `whole` is the tight
    text, in which the wider places may stand once in front of the own one. The national level and a source that names
    no place give an empty chain.
    """
    texts = list(texts)
    counts: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        match = _OWN.match(text) or _YEARLY.match(text)
        if match is None:
            continue
        place = match["place"].removesuffix("第")
        if place in ("全国", "地方各级", "各级"):
            continue
        chain = _own_chain(place, lexicon)
        if chain:
            counts[chain] += 1
    return _widened(
        _longest(counts or _anywhere(whole, lexicon) or _subjects(texts, lexicon) or _annal(whole, lexicon)),
        whole,
        lexicon,
    )


def _anywhere(whole: str, lexicon: Lexicon) -> Counter[tuple[str, ...]]:
    """The places of organs named inside the text, where no line begins with one."""
    counts: Counter[tuple[str, ...]] = Counter()
    for match in _INSIDE.finditer(whole):
        # 补选某省人民代表大会代表: the seat filled is in another congress.
        if "补选" in match.group() and whole.startswith("代表", match.end()):
            continue
        chain = _own_chain(_VERB.sub("", match["place"]), lexicon)
        if chain:
            counts[chain] += 1
    return counts


def _subjects(texts: Iterable[str], lexicon: Lexicon) -> Counter[tuple[str, ...]]:
    """The places that titles are about, where no organ is named with its place: 关于某县教育工作情况的报告."""
    chains = (split_chain(text.removeprefix("关于"), lexicon)[0] for text in texts if text.startswith("关于"))
    return Counter(chain for chain in chains if chain and _own_chain("".join(chain), lexicon))


def _annal(whole: str, lexicon: Lexicon) -> Counter[tuple[str, ...]]:
    chains = (_own_chain(match["place"], lexicon) for match in _ANNAL.finditer(whole))
    return Counter(chain for chain in chains if chain)


def _own_chain(place: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The chain that a whole text is; none where a part only says which district is spoken of: 在全区."""
    chain, rest = split_chain(place, lexicon)
    overlong = any(part.endswith("省") and len(part) > _LONGEST_PROVINCE for part in chain)
    if overlong or _OF_SENTENCE.search(place):
        return ()
    vague = tuple(word for word in lexicon.places.not_places if word[0] in "本我全各" and len(word) > 1)
    return () if rest or any(part.endswith(vague) for part in chain) else chain


def _longest(counts: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """The commonest place, with the widest chain that ends with it."""
    if not counts:
        return ()
    last = Counter({chain[-1]: 0 for chain in counts})
    for chain, count in counts.items():
        last[chain[-1]] += count
    place = max(last, key=lambda name: (last[name], -len(name), name))
    chains = [chain for chain in counts if chain[-1] == place]
    return max(chains, key=lambda chain: (len(chain), counts[chain], chain))


def county_of(town: str, whole: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The places printed right in front of a town: a county, perhaps with those above it."""
    found: Counter[tuple[str, ...]] = Counter()
    for match in re.finditer(rf"(?P<before>[一-龥]{{2,20}}[县区市旗]){re.escape(town)}", whole):
        before = match["before"]
        chains = (split_chain(before[start:], lexicon) for start in range(len(before) - 1))
        best = next((chain for chain, rest in chains if chain and not rest and _own_chain("".join(chain), lexicon)), ())
        if best:
            found[best] += 1
    return max(found, key=lambda chain: (found[chain], -len("".join(chain)))) if found else ()


def _widened(chain: tuple[str, ...], whole: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The chain with the wider places that the text prints right in front of it."""
    if chain and chain[0].endswith(("镇", "乡", "苏木", "街道")):
        chain = (*county_of(chain[0], whole, lexicon), *chain)
    if not chain or chain[0] in lexicon.places.municipalities or chain[0].endswith(tuple(lexicon.places.province_ends)):
        return chain
    found: Counter[tuple[str, ...]] = Counter()
    for match in re.finditer(rf"(?P<wider>{_WIDER}){re.escape(chain[0])}", whole):
        wider, rest = split_chain(match["wider"], lexicon)
        if wider and not rest:
            found[wider] += 1
    if not found:
        return chain
    # The shortest form of the widest chain: a word of the sentence may stand in front of a name.
    depth = max(map(len, found))
    best = min(
        (wider for wider in found if len(wider) == depth), key=lambda wider: (len("".join(wider)), -found[wider])
    )
    return (*best, *chain)
