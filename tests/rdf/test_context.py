"""The context that lies with the ontology is the one that is written into files."""

from __future__ import annotations

from pathlib import Path

from tests.documentation import context_text


def test_context_file_is_fresh(root: Path) -> None:
    assert (root / "ontology" / "context.jsonld").read_text(encoding="utf-8") == context_text(), "run scripts/reference"
