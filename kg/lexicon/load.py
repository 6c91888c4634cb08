"""Loading the lexicon, and what a user adds to it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from kg.lexicon.schema import Lexicon
from kg.model.errors import LexiconError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(extra: Path | None = None) -> Lexicon:
    """The lexicon of the package, with the entries of a user's file added.

    `extra` is a YAML file of the same shape as the whole, any part of it: lists grow, mappings gain or replace keys.
    Raises LexiconError naming the file and the entry that is wrong.
    """
    data: dict[str, Any] = {}
    for name in Lexicon.model_fields:
        text = files("kg.lexicon").joinpath(f"data/{name}.yml").read_text("utf-8")
        data[name] = yaml.load(text, Loader=_Loader)
    if extra is not None:
        data = _merged(data, _read(extra))
    try:
        return Lexicon.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise LexiconError(
            f"{extra or 'the lexicon of the package'}: {place}: {first['msg']}; mend this entry"
        ) from error


def _read(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=_Loader) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise LexiconError(f"{path}: cannot be read as YAML: {error}") from error
    if not isinstance(data, dict):
        raise LexiconError(f"{path}: a lexicon is a mapping with any of the keys {', '.join(Lexicon.model_fields)}")
    return data


def _merged(base: Any, extra: Any) -> Any:
    if isinstance(base, dict) and isinstance(extra, dict):
        return {**base, **{key: _merged(base.get(key), value) for key, value in extra.items()}}
    if isinstance(base, list) and isinstance(extra, list):
        return [*extra, *base]
    if isinstance(base, str) and isinstance(extra, str):
        return base + extra
    return extra
