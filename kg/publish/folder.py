"""A folder that is made anew beside the old one and takes its place only when it is whole."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.model.errors import OutputError

REMOVALS = 20


@contextmanager
def replacing(output: Path, own: Collection[str], keep: Collection[str] = ()) -> Iterator[Path]:
    """Yield an empty folder; when the block ends well it becomes `output`, else `output` stays as it was.

    `own` are the names that we write; whatever else lies in an older output is carried over. A folder that holds
    none of ours but something besides `keep` is somebody else's: `OutputError`, as when it cannot be written.
    """
    target = output.resolve()
    _refuse_foreign(output, own, keep)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
    except OSError as error:
        raise OutputError(f"{output}: cannot be written ({error.strerror}); name another with -o") from error
    try:
        staging.chmod(0o777 & ~_umask())
        yield staging
        _carry_over(target, staging, own)
        _swap(staging, target)
    finally:
        _remove(staging)


def _refuse_foreign(output: Path, own: Collection[str], keep: Collection[str]) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise OutputError(f"{output}: is a file, not a folder; name another with -o")
    try:
        names = {entry.name for entry in output.iterdir()}
    except OSError as error:
        raise OutputError(f"{output}: cannot be read ({error.strerror}); name another with -o") from error
    foreign = sorted(names - set(keep))
    if foreign and not names & set(own):
        raise OutputError(
            f"{output}: holds other files ({foreign[0]}), no build; name an empty or a new folder with -o"
        )


def _carry_over(old: Path, new: Path, own: Collection[str]) -> None:
    """Copied, not moved: until the swap the old folder must stay whole."""
    if not old.is_dir():
        return
    for entry in sorted(old.iterdir()):
        if entry.name in own:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, new / entry.name, follow_symlinks=False)


def _swap(new: Path, target: Path) -> None:
    """Put `new` where `target` is; whatever interrupts it, a whole folder stands there afterwards."""
    if not target.exists():
        new.rename(target)
        return
    old = new.with_name(new.name + ".old")
    try:
        target.rename(old)
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    finally:
        if target.exists():
            _remove(old)


def _remove(folder: Path) -> None:
    """Several times: a store that an error has left open may still write into the folder while it is removed."""
    for _ in range(REMOVALS):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)


def _umask() -> int:
    # The mask can only be read by setting it; a temporary folder is private, but an output is not.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
