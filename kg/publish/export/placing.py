"""A file that takes its place only when it is whole."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.model.errors import OutputError


@contextmanager
def placing(path: Path) -> Iterator[Path]:
    """Yield where to write; when the block ends well that becomes `path`, else `path` stays as it was.

    Raises `OutputError` when the file cannot be written.
    """
    if path.is_dir():
        raise OutputError(f"{path}: is a folder, not a file; name a file with -o")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.new-") as folder:
            whole = Path(folder) / path.name
            yield whole
            whole.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name another with -o") from error
