"""Acts that stand as the title of the paper that was adopted: 表决通过了《关于接受甲辞去某职务的决定》."""

from __future__ import annotations

import re

from kg.model.source import Passage

_ADOPTED = re.compile(r"(?<!未)(?<!未获)(?<!没有)通过了?(?=《|关于)")
_PAPER = re.compile(
    r"(?:《[^《》。]{0,40}?关于|关于)(?P<act>(?:决定|同意|批准)?(?:任命|免去|接受|撤销|罢免|补选)"
    r"(?:(?!关于)[^。；《》：]){4,100}?)的?(?:议案|决定|决议|任免案|人事案|任命案|公告)(?:（[^（）]{0,10}）)?(?P<end>》|(?=[。；，、和]|$))[、和及]?"
)


def unwrapped(sentence: Passage) -> Passage:
    """The sentence with each adopted title as the plain clause that it enacts; another sentence stays as it is."""
    adopted = _ADOPTED.search(sentence.text)
    if adopted is None:
        return sentence
    start = adopted.end()
    parts, offsets = [sentence.text[:start]], list(sentence.offsets[:start])
    while paper := _PAPER.match(sentence.text, start):
        act = slice(*paper.span("act"))
        # A clause ends where the paper's title ends; its last character stands for the sign that cuts it off.
        parts += [sentence.text[act], "；"]
        offsets += [*sentence.offsets[act], sentence.offsets[paper.end("end") - 1]]
        start = paper.end()
    if len(parts) == 1:
        return sentence
    text = "".join(parts).removesuffix("；") + sentence.text[start:]
    kept = offsets[: len(text) - len(sentence.text[start:])]
    return Passage(text, [*kept, *sentence.offsets[start:]], sentence.wraps)
