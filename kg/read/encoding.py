"""Which encoding a file is in: a mark at its head, then UTF-8, then GB18030, then a guess.

GB18030 decodes nearly everything, Big5 as well, into rare characters that nobody writes. So a decoded text is believed
only when the commonest characters of Chinese make up a fair share of it.
"""

from __future__ import annotations

import codecs
import re

from kg.model.errors import SourceError

# The longer marks come first, because that of UTF-16 begins that of UTF-32.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The commonest characters of modern Chinese, and those that no official paper does without.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指区委市届议届任免代表职务"
)
# Private characters count as well: that is where a wrong decoding ends up.
REGEX_CHINESE = re.compile("[\u3400-\u9fff\ue000-\uf8ff\U00020000-\U000323af]")
LEAST_SHARE = 0.2
ADVICE = "save it as UTF-8 text and try again"


def decode(data: bytes, where: str) -> tuple[str, str]:
    """The text of `data` and the name of its encoding.

    Raises `SourceError` when no encoding gives a text that can be believed.
    """
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    if marked is not None:
        return _strict(data, marked, where), marked.removesuffix("-sig")
    return _utf8(data) or _gb18030(data) or _guess(data, where)


def common_share(text: str) -> float:
    """The share of the commonest characters among all Chinese characters of a text; 0 where it has none."""
    chinese = REGEX_CHINESE.findall(text)
    return sum(char in COMMON for char in chinese) / len(chinese) if chinese else 0.0


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{where}: it begins as {encoding.removesuffix('-sig').upper()}, but byte {error.start} is none; {ADVICE}"
        ) from error


def _utf8(data: bytes) -> tuple[str, str] | None:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return None


def _gb18030(data: bytes) -> tuple[str, str] | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return (text, "gb18030") if common_share(text) >= LEAST_SHARE else None


def _guess(data: bytes, where: str) -> tuple[str, str]:
    # The guesser is slow to import, and hardly any file needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or common_share(str(best)) < LEAST_SHARE:
        raise SourceError(f"{where}: its encoding is neither UTF-8 nor GB18030, nor can it be guessed; {ADVICE}")
    return str(best), best.encoding.replace("_", "-")
