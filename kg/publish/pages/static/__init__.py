"""Files that pages load: the style of all of them."""

from __future__ import annotations

from importlib import resources

MEDIA = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


def names() -> list[str]:
    """The names of the files."""
    return sorted(one.name for one in resources.files(__name__).iterdir() if one.name.endswith(tuple(MEDIA)))


def asset(name: str) -> bytes:
    """A file by its name, one of `names`. Raises KeyError for another."""
    if name not in names():
        raise KeyError(name)
    return resources.files(__name__).joinpath(name).read_bytes()
