"""The page and the picture of the ontology as they are kept in docs/ontology; `scripts/ontology` runs this to write them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kg.publish.pages.ontology import diagram, ontology_page, read_uses
from kg.rdf.names import DEFAULT_BASE

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "ontology"


def pages(build: Path) -> Iterator[tuple[Path, str]]:
    """Each file with what it should hold, its examples from a build of the examples."""
    with (build / "graph.nq").open(encoding="utf-8") as lines:
        uses = read_uses(lines, DEFAULT_BASE)
    yield FOLDER / "index.html", ontology_page(DEFAULT_BASE, uses)
    yield FOLDER / "diagram.svg", diagram(DEFAULT_BASE)


def write() -> None:
    """Write the files anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        command: list[str | Path] = [Path(sys.executable).with_name("kg"), "build", ROOT / "examples", "-o", output]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for path, text in pages(output):
            path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
