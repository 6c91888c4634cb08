"""The text of a web page: a line for each block, nothing of scripts, styles and markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

REGEX_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|d[dlt]|div|fieldset|fig(ure|caption)|footer|form|h[1-6]"
    r"|head(er)?|hr|li|main|nav|ol|p|pre|section|t(able|body|foot|head|itle|[dhr])|ul"
)
SILENT = frozenset(("script", "style", "template", "noscript"))
REGEX_PAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype\s+html|<html[\s>])", re.I | re.S)
REGEX_BLANKS = re.compile(r"[ \t\r\f\v]+")


def is_html(text: str) -> bool:
    """Whether a text begins as a web page does."""
    return REGEX_PAGE.match(text[:4096]) is not None


def html_to_text(page: str) -> str:
    """The words of a page in their order; source line breaks inside a block count as blanks, as in a browser."""
    collector = _Collector()
    collector.feed(page)
    collector.close()
    lines = (REGEX_BLANKS.sub(" ", line).strip(" ") for line in "".join(collector.parts).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


class _Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif REGEX_BLOCK.fullmatch(tag):
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif REGEX_BLOCK.fullmatch(tag):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
