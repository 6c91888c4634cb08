"""The shape of the lexicon's files on what reports state: money, duties, plans and opinions."""

from __future__ import annotations

from kg.lexicon.shape import Pattern
from kg.lexicon.shape import Strict as _Strict


class FiscalWords(_Strict):
    """Words of budgets, accounts and debt: what a total is of, what leads to it, what is told beside it."""

    papers: Pattern
    funds: list[str]
    fund_forms: dict[str, str]
    levels: Pattern
    inner: Pattern
    measures: Pattern
    totals: Pattern
    verbs: Pattern
    leads: Pattern
    comparisons: Pattern
    rates: Pattern
    balances: Pattern
    balanced: Pattern
    addends: Pattern
    bond: Pattern
    bond_kind: Pattern
    bond_prefix: Pattern
    bond_verbs: Pattern
    bond_uses: Pattern
    works: Pattern
    debt: Pattern
    debt_bare: Pattern
    service: Pattern
    not_public: Pattern
    increase: Pattern
    decrease: Pattern
    planned: Pattern


class Mentions(_Strict):
    """Bodies beside the word of a duty: endings with what must not follow, whole short names, and what is no body.

    `of_party` are departments of party committees; `bare` is a kind of body alone, `classes` are many bodies at once,
    `common` words end alike; `joints` join a list, `tails` end it without a name; `leads` stand in front of a name.
    """

    endings: dict[str, Pattern]
    names: list[str]
    of_party: list[str]
    classes: Pattern
    bare: Pattern
    common: Pattern
    joints: Pattern
    tails: Pattern
    leads: list[str]
    unclean: Pattern


class Duties(_Strict):
    """Words of duties, by the kinds `lead`, `answer`, `head`, `handle`, `assist`, `member` and `entrusted`.

    `verbs` stand in sentences, `labels` in front of a colon or in a table's head, `posts` are held in a group or for a
    river, a wood or a road. `nouns` say what a body is for something. `seats` tell where the office of a group sits.
    """

    verbs: dict[str, list[str]]
    nouns: dict[str, list[str]]
    labels: dict[str, list[str]]
    posts: list[str]
    not_behind: Pattern
    adverbs: Pattern
    not_objects: Pattern
    groups: Pattern
    seats: list[str]
    office_work: list[str]
    tasks: list[str]


class PlanWords(_Strict):
    """Work plans: the heads of their tables, forums, times of the year, and the brackets of bodies."""

    titles: Pattern
    columns: dict[str, list[str]]
    forums: Pattern
    forum_leads: Pattern
    forum_tails: Pattern
    seasons: Pattern
    topic_verbs: Pattern
    topic_ends: Pattern
    bodies: Pattern
    body_labels: Pattern
    body_joints: Pattern
    unnamed_bodies: Pattern
    other_bodies: Pattern


class OpinionWords(_Strict):
    """Demands and advice: how their part is headed or led in, how it ends, and who is asked."""

    headings: Pattern
    not_headings: Pattern
    intros: Pattern
    not_intros: Pattern
    closings: Pattern
    addressees: Pattern
    asked: Pattern
    formal: Pattern
