"""A body named in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a text; `name` is its printed form, with the place that it shares with others of a list.

    `place` is what stands in front of it. `rule` says how it was found: state, department, group, street, central.
    """

    start: int
    end: int
    name: str
    rule: str
    place: str = ""
