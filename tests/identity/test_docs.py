"""The page on identity tells every reason with its score, and every clash."""

from __future__ import annotations

from pathlib import Path

from kg.lexicon import load


def test_reasons_and_clashes_are_told_as_they_are(root: Path) -> None:
    page = (root / "docs" / "identity.md").read_text(encoding="utf-8")
    known = load().identity
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    told = {row.split("`")[1]: row.split("|")[2].strip() for row in rows}
    assert {kind: told.get(kind) for kind in known.reasons} == {
        kind: f"{words.score:g}" for kind, words in known.reasons.items()
    }
    assert set(told) == set(known.reasons) | set(known.clashes)
