"""What setup.cfg lists by hand agrees with the tree."""

from __future__ import annotations

import configparser
from pathlib import Path


def test_every_package_is_listed(root: Path) -> None:
    config = configparser.ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    # a folder of data needs no __init__.py to be packaged
    folders = {path.parent for path in (root / "kg").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    found = {".".join(folder.relative_to(root).parts) for folder in folders}
    assert found <= listed
    assert listed - found <= {"kg._ontology"}
