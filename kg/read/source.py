"""A file or a stream to a `Source`."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import BinaryIO

from kg.model.errors import SourceError
from kg.model.source import Source
from kg.read.encoding import decode
from kg.read.html import html_to_text, is_html
from kg.read.kinds import refuse_other_kinds

REGEX_LINE_END = re.compile(r"\r\n?")


def read_source(path: Path) -> Source:
    """The text of a file; its stem is that of the path.

    Raises `SourceError` when the file is missing, empty, no text, or in an encoding that cannot be told.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check what it is and who may read it") from error
    return _source(data, stem=path.stem, path=str(path))


def read_stream(stream: BinaryIO, name: str) -> Source:
    """The text of a whole stream, such as standard input; `name` stands for the path and, without an ending, the stem.

    Raises `SourceError` as `read_source` does.
    """
    return _source(stream.read(), stem=Path(name).stem, path=name)


def source_of(text: str, *, stem: str, path: str, encoding: str = "utf-8") -> Source:
    """A source of text at hand.

    The hash is that of the text with `\\n` line ends in UTF-8, so that a file that was only saved in another encoding
    or with other line ends is the same source.
    """
    text = REGEX_LINE_END.sub("\n", text)
    return Source(
        stem=stem,
        path=path,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding=encoding,
        text=text,
        line_starts=line_starts(text),
    )


def line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins; behind a last line end begins an empty line, as in `text.split("\\n")`."""
    return (0, *(match.end() for match in re.finditer("\n", text)))


def _source(data: bytes, *, stem: str, path: str) -> Source:
    refuse_other_kinds(data, path)
    text, encoding = decode(data, path)
    if is_html(text):
        text = html_to_text(text)
    if not text.strip():
        raise SourceError(f"{path}: there is no text in it; remove it, or give the file that holds the text")
    return source_of(text, stem=stem, path=path, encoding=encoding)
