"""The patterns of fiscal language, put together from the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon

SIDE = r"(?:收入|支出|收支)"
YEAR = r"(?:(?:19|20)\d{2}|[一二][〇零九][〇零一二三四五六七八九]{2})年"
_PLACE = r"(?!增|减|带|占|压|用|给|贡|拉|推|促|支|补|拨)[一-龥]{1,8}?[省市区县州盟旗镇乡]"


@dataclass(frozen=True, slots=True)
class Words:
    """Compiled forms of one lexicon; a label is the text in front of an amount, within its clause."""

    forms: dict[str, str]
    papers: re.Pattern[str]
    fund: re.Pattern[str]
    level: re.Pattern[str]
    level_before: re.Pattern[str]
    heading: re.Pattern[str]
    total: re.Pattern[str]
    bare_total: re.Pattern[str]
    bare_verb: re.Pattern[str]
    balance: re.Pattern[str]
    balanced: re.Pattern[str]
    addends: re.Pattern[str]
    debt: re.Pattern[str]
    debt_part: re.Pattern[str]
    service: re.Pattern[str]
    bond: re.Pattern[str]
    bond_behind: re.Pattern[str]
    bond_kind: re.Pattern[str]
    bond_prefix: re.Pattern[str]
    bond_lead: re.Pattern[str]
    bond_uses: re.Pattern[str]
    bond_use: re.Pattern[str]
    not_public: re.Pattern[str]
    lead: re.Pattern[str]
    opening: re.Pattern[str]
    ending: re.Pattern[str]
    comparison: re.Pattern[str]
    rate: re.Pattern[str]
    change: re.Pattern[str]
    planned: re.Pattern[str]

    def account(self, printed: str) -> str:
        """An account in its one form: 政府性基金 and 基金预算 are both the 政府性基金预算."""
        match = self.fund.match(printed)
        if match is None:
            return printed
        return self.forms.get(match.group(), match.group()) + printed[match.end() :].removeprefix(
            "预算" if match.group() in self.forms else ""
        )


@cache
def words(lexicon: Lexicon) -> Words:
    """The patterns of a lexicon, compiled once."""
    fiscal = lexicon.fiscal
    funds = "|".join(sorted(fiscal.funds, key=len, reverse=True))
    # Possessive throughout: what can be read in two ways must not be tried in all of them when the end does not fit.
    ends = rf"(?:{fiscal.verbs})*+$"
    lead = rf"(?:{fiscal.leads}|{YEAR}度?|[、，：\s])"
    approved = r"(?:[^，。；]{0,40}(?:批准|通过|审定|审议)的)?"
    change = rf"(?P<up>{fiscal.increase})|(?P<down>{fiscal.decrease})"
    return Words(
        forms=fiscal.fund_forms,
        papers=re.compile(fiscal.papers),
        fund=re.compile(rf"(?:{funds})"),
        level=re.compile(rf"^{lead}*+(?:{fiscal.levels})$"),
        level_before=re.compile(rf"^(?:{fiscal.levels})"),
        heading=re.compile(rf"(?P<level>{fiscal.levels})?(?P<fund>{funds})"),
        total=re.compile(
            rf"(?P<level>{fiscal.levels})?(?P<fund>(?:{funds})(?:{funds}|{fiscal.inner})*+)"
            rf"(?P<side>{SIDE})(?P<measure>(?:{fiscal.measures})*+){ends}"
        ),
        bare_total=re.compile(
            rf"^{approved}{lead}*+(?P<level>{fiscal.levels})?(?P<inner>当年|总|本级)?(?P<side>{SIDE})?"
            rf"(?P<measure>(?:{fiscal.measures}|{fiscal.totals})*+){ends}"
        ),
        bare_verb=re.compile(rf"^{lead}*+(?P<level>{fiscal.levels})?(?:{lead}|{fiscal.measures}|{fiscal.verbs})*+$"),
        balance=re.compile(
            rf"^{approved}(?:(?!{fiscal.balances})(?:{lead}|{fiscal.levels}))*+(?P<item>{fiscal.balances}){ends}"
        ),
        balanced=re.compile(fiscal.balanced),
        addends=re.compile(fiscal.addends),
        debt=re.compile(rf"(?P<level>{fiscal.levels})?(?:实际)?(?P<item>{fiscal.debt}){ends}"),
        debt_part=re.compile(rf"^{lead}*+(?P<item>{fiscal.debt_bare}){ends}"),
        service=re.compile(rf"(?P<item>{fiscal.service}){ends}"),
        bond=re.compile(rf"(?P<level>{fiscal.levels})?(?P<item>{fiscal.bond}){ends}"),
        bond_behind=re.compile(rf"^的?(?:全部)?(?:为|系|属于?)?(?P<item>{fiscal.bond})"),
        bond_kind=re.compile(fiscal.bond_kind),
        bond_prefix=re.compile(fiscal.bond_prefix),
        bond_lead=re.compile(rf"^$|(?:{fiscal.bond_verbs}|{lead}|本|我)(?:{_PLACE}|[省市区县州盟旗镇乡])?{lead}*+$"),
        bond_uses=re.compile(fiscal.bond_uses),
        bond_use=re.compile(
            rf"^(?:{lead}|{fiscal.bond_uses}|安排|主要|和|及|分别)*+(?P<item>[^，；。]*?(?:{fiscal.works})[^，；。]{{0,6}}?){ends}"
        ),
        not_public=re.compile(fiscal.not_public),
        lead=re.compile(rf"^{approved}(?:{lead}|{_PLACE}|[省市区县州盟旗镇乡])*+$"),
        opening=re.compile(rf"^(?:{lead})+"),
        ending=re.compile(rf"(?:{fiscal.verbs})++$"),
        comparison=re.compile(rf"(?:{fiscal.comparisons})[^，；]{{0,6}}$|^(?:{fiscal.comparisons})"),
        rate=re.compile(rf"^{fiscal.rates}$"),
        change=re.compile(change),
        planned=re.compile(fiscal.planned),
    )
