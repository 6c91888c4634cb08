"""What a file is, where it is no text: told from its first bytes, never from its name."""

from __future__ import annotations

from kg.model.errors import SourceError

# First bytes of a file, what it is then, and what helps.
SIGNATURES = (
    (b"%PDF-", "a PDF", "turn it into text first, such as with `pdftotext -layout`"),
    (b"PK\x03\x04", "a DOCX or another zip archive", "save the document as plain text (UTF-8), or unpack the archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "save it as plain text (UTF-8)"),
    (b"{\\rtf", "an RTF document", "save it as plain text (UTF-8)"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"\x89PNG", "a picture", "it needs text recognition first"),
    (b"\xff\xd8\xff", "a picture", "it needs text recognition first"),
)
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# A tab, the line ends and the form feed are layout; any other control character is rare in a text.
CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
MOST_CONTROLS = 0.01


def refuse_other_kinds(data: bytes, where: str) -> None:
    """Raises `SourceError` with advice when `data` is empty, or a kind of file that holds no plain text."""
    if not data.strip():
        raise SourceError(f"{where}: the file is empty; remove it, or give the file that holds the text")
    for signature, kind, advice in SIGNATURES:
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(signature):
            raise SourceError(f"{where}: this is {kind}, which is not read yet; {advice}")
    if not data.startswith(WIDE_MARKS) and _is_binary(data):
        raise SourceError(f"{where}: this is a binary file, not text; give the gazette as UTF-8 text")


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    return b"\x00" in head or sum(byte in CONTROLS for byte in head) > MOST_CONTROLS * len(head)
