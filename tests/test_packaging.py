"""What setup.cfg lists by hand agrees with the tree, and a wheel holds all that runs."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

FIND_ONTOLOGY = "from kg.rdf.ontology import ontology_folder; print(ontology_folder())"
DATA = {".yml", ".rq", ".ttl", ".html", ".css", ".js", ".j2"}


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the package, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    # the copy keeps the build's own folders out of the repository
    source = folder / "source"
    source.mkdir()
    for name in ("kg", "ontology", "setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        (source / name).symlink_to(root / name)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(source)], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def ontology_seen_from(folder: Path, path: Path) -> Path:
    """Where a Python that finds kg in `path` finds the ontology."""
    environment = {key: value for key, value in os.environ.items() if key != "KG_ONTOLOGY"}
    command = [sys.executable, "-c", FIND_ONTOLOGY]
    done = subprocess.run(
        command, cwd=folder, env={**environment, "PYTHONPATH": str(path)}, capture_output=True, text=True, check=True
    )
    return Path(done.stdout.strip())


def test_every_package_is_listed(root: Path) -> None:
    config = configparser.ConfigParser()
    config.read(root / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    # a folder of data needs no __init__.py to be packaged
    files = [path for path in (root / "kg").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    found = {".".join(file.parent.relative_to(root).parts) for file in files}
    assert found | {"kg._ontology"} == listed


def test_wheel_holds_all_data(root: Path, wheel: Path) -> None:
    data = {path.relative_to(root) for path in (root / "kg").rglob("*") if path.suffix in DATA}
    assert not [str(path) for path in data if not (wheel / path).is_file()]


def test_wheel_brings_its_ontology(wheel: Path, tmp_path: Path) -> None:
    assert ontology_seen_from(tmp_path, wheel) == wheel / "kg" / "_ontology"


def test_repository_uses_its_own_ontology(root: Path, tmp_path: Path) -> None:
    assert ontology_seen_from(tmp_path, root) == root / "ontology"
