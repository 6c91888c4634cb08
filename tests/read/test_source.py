"""Bytes to text: encodings, line ends, and every kind of file that is no text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import SourceError
from kg.read import read_source, read_stream
from kg.read.encoding import common_share
from kg.read.source import source_of

TEXT = "云州市人民代表大会常务委员会公报\n决定任命钱一为云州市财政局局长。\n\f会议于三月一日举行。\n"
# A page of traditional characters as Hong Kong or Taiwan would print them.
TRADITIONAL = "這是一個關於人民代表大會的報告，我們在會議上討論了有關工作的情況，並且作出了決定。" * 8


def read(data: bytes, name: str = "yun.txt") -> str:
    return read_stream(io.BytesIO(data), name).text


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_encodings_give_the_same_text_and_hash(encoding: str, named: str) -> None:
    source = read_stream(io.BytesIO(TEXT.encode(encoding)), "yun.txt")
    assert (source.text, source.encoding) == (TEXT, named)
    assert source.sha256 == source_of(TEXT, stem="", path="").sha256


def test_big5_is_not_taken_for_gb18030() -> None:
    source = read_stream(io.BytesIO(TRADITIONAL.encode("big5")), "gang.txt")
    assert source.text == TRADITIONAL
    assert source.encoding != "gb18030"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_become_one(end: str) -> None:
    source = read_stream(io.BytesIO(TEXT.replace("\n", end).encode()), "yun.txt")
    assert source.text == TEXT
    assert [source.line(n) for n in range(1, len(source) + 1)] == TEXT.split("\n")


def test_form_feeds_stay() -> None:
    assert "\f" in read(TEXT.encode())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        ("\u3000\n".encode(), "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xef\xbb\xbf%PDF-1.7", "PDF"),
        (b"PK\x03\x04abc", "DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"abc\x00def", "binary"),
        (bytes(range(1, 9)) * 100, "binary"),
        (b"\xef\xbb\xbf" + b"\xff" * 10, "begins as UTF-8"),
        (TEXT.encode()[:-2] + b"\xff\xff\xff", "neither UTF-8"),
        (TRADITIONAL.encode("big5")[:20] + bytes(range(128, 256)), "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, "x.txt")
    message = str(caught.value)
    assert message.startswith("x.txt: ") and says in message and ";" in message and "\n" not in message


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_path_that_is_no_file(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="check"):
        read_source(tmp_path / name)


def test_stem_and_path(tmp_path: Path) -> None:
    path = tmp_path / "云州 2030.1.txt"
    path.write_text(TEXT, encoding="utf-8")
    source = read_source(path)
    assert (source.stem, source.path) == ("云州 2030.1", str(path))


def test_html_loses_its_markup_and_keeps_its_lines() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>公报</title><style>p{}</style><script>var a = '<p>';</script></head>"
        "<body><p>决定任命<b>钱一</b>\n为局长。</p><p>A &lt; B<br/>下一行</p><div><p>末</p></div></body></html>"
    )
    assert read(page.encode()) == "公报\n决定任命钱一 为局长。\nA < B\n下一行\n末\n"


def test_text_about_html_is_no_html() -> None:
    assert "<p>" in read("会议说<p>是标记。\n".encode())


def test_share_of_common_characters() -> None:
    assert common_share(TEXT) > 0.4
    assert common_share("abc") == 0.0
    assert common_share(TRADITIONAL.encode("big5").decode("gb18030", "replace")) < 0.1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_text_survives(text: str) -> None:
    text = "会议" + text
    assert read(text.encode()) == text
