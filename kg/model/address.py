"""Where a graph is asked: the folder of a build, or a SPARQL server by its address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a SPARQL server, as it was given; may hold a user and a password before an @."""

    url: str

    def __str__(self) -> str:
        """The address without the password, for messages."""
        scheme, slashes, rest = self.url.partition("://")
        return f"{scheme}{slashes}{rest.rpartition('@')[2]}" if slashes else self.url


Where = Path | Address
