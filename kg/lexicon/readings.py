"""The shape of `pinyin.yml`: how Chinese is written in pinyin where a word list reads it wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator, field_validator

from kg.lexicon.shape import Strict

_SYLLABLES = re.compile(r"[a-z]{1,6}(?: [a-z]{1,6})*")


def _syllables(text: str) -> str:
    if not _SYLLABLES.fullmatch(text):
        raise ValueError(f"{text} is not pinyin: syllables in small letters, without tones, apart by one space")
    return text


Syllables = Annotated[str, AfterValidator(_syllables)]


class Readings(Strict):
    """Readings of surnames, the commoner first, of characters in people's names, and of words in those of bodies.

    A reading has a syllable for each character.
    """

    surnames: dict[str, list[Syllables]]
    names: dict[str, Syllables]
    words: dict[str, Syllables]

    @field_validator("surnames")
    @classmethod
    def _surnames(cls, surnames: dict[str, list[str]]) -> dict[str, list[str]]:
        _refuse_uneven((name, reading) for name, readings in surnames.items() for reading in readings or [""])
        return surnames

    @field_validator("names", "words")
    @classmethod
    def _words(cls, words: dict[str, str]) -> dict[str, str]:
        _refuse_uneven(words.items())
        return words


def _refuse_uneven(pairs: Iterable[tuple[str, str]]) -> None:
    uneven = [name for name, reading in pairs if len(name) != len(reading.split())]
    if uneven:
        raise ValueError(f"not a syllable for each character: {', '.join(uneven)}")
