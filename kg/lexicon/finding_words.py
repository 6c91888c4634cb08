"""The shape of the lexicon's file on findings: what is said where a gazette contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from pydantic import model_validator

from kg.lexicon.shape import Strict


def names_in(template: str) -> frozenset[str]:
    """The names of the values that a template is filled with."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


class FindingMessage(Strict):
    """A kind of finding, and what it says in Chinese and in English, with `{name}` for each value."""

    kind: str
    zh: str
    en: str

    @model_validator(mode="after")
    def _same_values(self) -> FindingMessage:
        one_sided = names_in(self.zh) ^ names_in(self.en)
        if not self.zh or not self.en or one_sided:
            raise ValueError(
                f"the Chinese and the English must both tell {', '.join(sorted(one_sided)) or 'something'}"
            )
        return self

    def filled(self, values: Mapping[str, object]) -> tuple[str, str]:
        """The Chinese and the English with the values in them. Raises `ValueError` where they are not those told."""
        if values.keys() != names_in(self.zh):
            raise ValueError(f"{self.kind} tells {sorted(names_in(self.zh))}, not {sorted(values)}")
        return self.zh.format_map(_joined(values, "、")), self.en.format_map(_joined(values, ", "))


def _joined(values: Mapping[str, object], mark: str) -> dict[str, object]:
    return {name: mark.join(value) if isinstance(value, tuple) else value for name, value in values.items()}
