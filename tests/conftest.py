"""What tests share: the reference gazettes, and a browser, where they are there.

A test that needs what is absent is skipped with a reason; with `KG_NO_SKIP=1` it fails instead, so that no check goes
missing unseen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def absent(reason: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be left out."""
    if os.environ.get("KG_NO_SKIP") == "1":
        pytest.fail(f"{reason}, and KG_NO_SKIP=1 allows no skipping")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """The invented gazettes of the repository."""
    return sorted((ROOT / "examples").glob("*.txt"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the reference gazettes: `KG_SHARED`, or `shared` next to the repository."""
    folder = Path(os.environ.get("KG_SHARED") or ROOT.parent / "shared")
    if not (folder / "gazettes").is_dir():
        absent(f"no reference gazettes in {folder} (set KG_SHARED)")
    return folder


@pytest.fixture(scope="session")
def shared_gazettes(shared: Path) -> list[Path]:
    """The reference gazettes."""
    return sorted((shared / "gazettes").glob("*.txt"))


def build(sources: list[Path], output: Path) -> Path:
    """Build gazettes with the installed command, as a user does."""
    command: list[str | Path] = [Path(sys.executable).with_name("kg"), "build", *sources, "--output", output]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def examples_build(examples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of the examples; not to be written to."""
    return build(examples, tmp_path_factory.mktemp("examples") / "output")


@pytest.fixture(scope="session")
def shared_build(shared_gazettes: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build of the reference gazettes; not to be written to."""
    return build(shared_gazettes, tmp_path_factory.mktemp("shared") / "output")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers; a process can have one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Debian's chromium, or that of KG_CHROMIUM."""
    path = Path(os.environ.get("KG_CHROMIUM", "/usr/bin/chromium"))
    if not path.exists():
        absent(f"no browser at {path} (set KG_CHROMIUM)")
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: Path, playwright: Playwright) -> Iterator[Browser]:
    """A browser without a window and without network use of its own."""
    chromium = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_FLAGS)
    yield chromium
    chromium.close()
