"""What a question of the library is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.query.naming import KINDS as THINGS

# Things are given by a name that the finder understands; the others are texts.
KINDS = (*THINGS, "gazette", "date", "text", "integer")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is asked about; `kind` is one of `KINDS`.

    What is not required and not given leaves out the lines of the file that begin with its VALUES.
    """

    name: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question that may be asked by its name: what it tells in Chinese (`zh`) and English (`en`), and its SPARQL.

    `example` has a value for each parameter, as somebody types it; the text holds the same values, so that it runs as
    it stands. `competency` is the competency question that it answers, such as `CQ3`.
    """

    name: str
    theme: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    example: Mapping[str, str]
    competency: str | None
    text: str

    @property
    def needed(self) -> dict[str, str]:
        """The example without what can be left out; asked so, the question is about the whole graph."""
        return {one.name: self.example[one.name] for one in self.parameters if one.required}
