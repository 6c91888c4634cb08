"""An invented institution for the tests of the network and the viewer, with names that try to do harm."""

from __future__ import annotations

from kg.network.records import Body, Fact, GazetteInfo, Person, Quote, Records

BASE = "https://example.org/gz/id/"
HOSTILE = "</script><img src=x onerror=\"window.harmed='yes'\">'\"&"
CONGRESS, COMMITTEE, BUREAU, EVIL = (
    BASE + "body/" + name for name in ("云岭县人民代表大会", "云岭县人民代表大会常务委员会", "云岭县档案局", "evil")
)
LIN, GAO, GAO_ELSEWHERE, MALLORY = (
    BASE + "person/" + name for name in ("云岭县/林知远", "云岭县/高原", "河湾县/高原", "云岭县/x")
)


def quote(text: str, *lines: int) -> Quote:
    """Words of the first gazette."""
    return Quote("g:1", lines, text, "任免名单")


def sample() -> Records:
    """Two people of one name, one who has left, one who was only seen, and a hostile pair."""
    people = (
        Person(LIN, "林知远", "云岭县"), Person(GAO, "高原", "云岭县"), Person(GAO_ELSEWHERE, "高原", "河湾县"),
        Person(MALLORY, HOSTILE, HOSTILE),
    )  # fmt: skip
    bodies = (
        Body(CONGRESS, "云岭县人民代表大会", "congress", None, ("县人大",)),
        Body(COMMITTEE, "云岭县人民代表大会常务委员会", "standing_committee", CONGRESS, ("县人大常委会",)),
        Body(BUREAU, "云岭县档案局", "department", None, ("县档案局",)),
        Body(EVIL, HOSTILE, HOSTILE, None, (HOSTILE,)),
    )
    facts = (
        Fact("f1", "appoint", LIN, BUREAU, "局长", "2020-03-01", quotes=(quote("任命林知远为县档案局局长", 12, 14),)),
        Fact("f2", "remove", LIN, BUREAU, "局长", "2022-06-30", quotes=(quote("免去林知远的县档案局局长职务", 40),)),
        Fact("f3", "elect", LIN, COMMITTEE, "副主任", "2022-07-01", quotes=(quote("林 知远当选为副主任", 55),)),
        Fact("f4", "present", GAO, COMMITTEE, None, "2022-07-01", quotes=(quote("出席：高 原", 60),)),
        Fact("f5", "position", GAO_ELSEWHERE, BUREAU, "科长", "2022-07", quotes=(quote("科长高原", 61),)),
        Fact("f6", "appoint", MALLORY, EVIL, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, (quote(HOSTILE, 1),)),
        Fact("f7", "decision", None, COMMITTEE, None, "2022-07-01", note="关于林知远当选的决定"),
    )
    return Records(people, bodies, facts, (GazetteInfo("g:1", "yunling-2022-3", "云岭县公报", "2022", "3"),))


def many(bodies: int, people: int) -> Records:
    """A large place: `people` in each of `bodies`."""
    names = [f"云岭县第{number}局" for number in range(bodies)]
    holders = [
        (Person(f"{BASE}person/p{b}-{p}", f"人{b}之{p}", "云岭县"), f"{BASE}body/{names[b]}")
        for b in range(bodies)
        for p in range(people)
    ]
    facts = tuple(
        Fact(f"f{number}", "appoint", person.id, body, "科员", "2020-01-01", quotes=(quote("任命", number + 1),))
        for number, (person, body) in enumerate(holders)
    )
    known = tuple(Body(f"{BASE}body/{name}", name, "department") for name in names)
    return Records(tuple(person for person, _ in holders), known, facts, (GazetteInfo("g:1", "big"),))
