"""The shape of the lexicon's files, checked when they are loaded."""

from __future__ import annotations

from pydantic import field_validator

from kg.lexicon.change_words import ChangeWords
from kg.lexicon.finding_words import FindingMessage
from kg.lexicon.identity import Identity
from kg.lexicon.post_words import PostWords
from kg.lexicon.projects import ProjectWords
from kg.lexicon.readings import Readings
from kg.lexicon.report_words import Duties, FiscalWords, Mentions, OpinionWords, PlanWords
from kg.lexicon.shape import Pattern
from kg.lexicon.shape import Strict as _Strict


class Surnames(_Strict):
    """Surnames of one and of two characters.

    `wordlike` are common words too; `common_words` begin with a surname and are no names.
    """

    single: str
    compound: list[str]
    wordlike: str
    never_in_running_names: str
    transliterated: str
    not_names: list[Pattern]
    common_words: list[str]


class Titles(_Strict):
    """Roles, the prefixes they take, and the words around them in running text; `weak` titles are said of anybody."""

    prefixes: list[str]
    spellings: dict[str, str]
    acting: dict[str, str]
    organ: dict[str, list[str]]
    titles: list[list[str]]
    after_name: list[str]
    weak: list[str]
    name_followers: list[str]
    name_leaders: list[str]
    not_after_title: list[str]
    leading_words: list[str]
    names_with_leading_words: list[str]


class BodyType(_Strict):
    """A kind of body, known by its normal form; with `named` the body above it counts only where it is named itself."""

    type: str
    pattern: Pattern
    named: bool = False


class ShortForm(_Strict):
    """A short form behind a place, and its full form; `whole`: only where nothing but the form is left."""

    short: Pattern
    full: str
    whole: bool = False


class Bodies(_Strict):
    """Kinds of body and their short forms."""

    types: list[BodyType]
    short_forms: list[ShortForm]
    committees: dict[str, str]
    departments: dict[str, str]
    suborgans: list[str]
    party: dict[str, str]
    party_tails: dict[str, str]
    proper: Pattern
    own_place: Pattern


class StateOrgans(_Strict):
    """Organs of state and party that are named by their place; each is a pattern."""

    congress: Pattern
    government: Pattern
    offices: Pattern
    court: Pattern
    division: Pattern
    procuratorate: Pattern
    others: Pattern
    party: Pattern
    people: Pattern


class Organs(_Strict):
    """How bodies are named in running text: what their names are made of, and what stands around them."""

    functions: list[list[str]]
    general: list[str]
    endings: list[str]
    not_endings: Pattern
    verbs_before: list[str]
    state: StateOrgans
    groups: list[str]
    nameless: Pattern
    central: dict[str, str]
    leads: list[str]
    vague: str
    not_levels: dict[str, str]
    not_streets: Pattern
    institutions: Pattern
    classes: Pattern
    founded: list[str]
    engaged: list[str]
    answers: Pattern


class Places(_Strict):
    """How the name of a place ends, by level."""

    municipalities: list[str]
    province_ends: list[str]
    prefecture_ends: list[str]
    county_ends: list[str]
    town_ends: list[str]
    not_places: list[str]


class ItemType(_Strict):
    """A kind of item, recognised by its title."""

    type: str
    pattern: Pattern


class Items(_Strict):
    """How items are headed, opened and closed."""

    types: list[ItemType]
    strong_endings: Pattern
    heading_starts: Pattern
    openings: Pattern
    closings: Pattern
    annexes: Pattern
    running_heads: Pattern
    web_lines: Pattern


class DocumentKind(_Strict):
    """A kind of document, recognised by how its title ends."""

    kind: str
    pattern: Pattern


class Documents(_Strict):
    """How documents are titled, and what is no other document."""

    kinds: list[DocumentKind]
    bare: Pattern
    called: Pattern
    drafts: Pattern
    laws: dict[str, str]


class Formulae(_Strict):
    """The fixed words of acts, and those that tell that there is none."""

    openings: list[str]
    appoint: list[str]
    remove: list[str]
    dismiss: list[str]
    accept: list[str]
    elect: list[str]
    not_an_act: dict[str, list[str]]
    triggers: list[str]
    reasons: Pattern
    law: Pattern


class Characters(_Strict):
    """Characters and words that stand for others when a text is matched; a word and its form are of one length."""

    widths: dict[str, str]
    words: dict[str, str]

    @field_validator("words")
    @classmethod
    def _of_one_length(cls, words: dict[str, str]) -> dict[str, str]:
        uneven = [word for word, form in words.items() if len(word) != len(form)]
        if uneven:
            raise ValueError(f"not of the length of their forms: {', '.join(uneven)}")
        return words


class AttendanceWords(_Strict):
    """Who came to a meeting: words of lists and of minutes; what tells that a presence is only planned."""

    kinds: dict[str, list[str]]
    heads: list[str]
    unnamed: Pattern
    other_labels: Pattern
    ends: Pattern
    leads: Pattern
    tails: Pattern
    planned: Pattern
    not_minutes: Pattern
    meeting: Pattern
    gatherings: Pattern


class Lexicon(_Strict):
    """All files together, one field a file."""

    surnames: Surnames
    titles: Titles
    bodies: Bodies
    organs: Organs
    places: Places
    items: Items
    formulae: Formulae
    documents: Documents
    attendance: AttendanceWords
    fiscal: FiscalWords
    mentions: Mentions
    duties: Duties
    projects: ProjectWords
    characters: Characters
    plans: PlanWords
    opinions: OpinionWords
    identity: Identity
    posts: PostWords
    pinyin: Readings
    changes: ChangeWords
    findings: dict[str, FindingMessage]

    # Compiled forms are cached by lexicon; one loaded lexicon is one object.
    __hash__ = object.__hash__
