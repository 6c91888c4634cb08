"""What was read but not understood, one line each with an id that is the same in every run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a person should look at.

    `kind` is a word such as `unread_trigger`, `count_mismatch`, `source`; `text` are the words of the source;
    `message` says what happened and what to do.
    """

    gazette: str
    line: int | None
    kind: str
    text: str
    message: str

    @property
    def id(self) -> str:
        """Twelve hexadecimal digits of what the issue says and where."""
        key = "\x1f".join((self.gazette, str(self.line), self.kind, self.text))
        return hashlib.sha256(key.encode()).hexdigest()[:12]
