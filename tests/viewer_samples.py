"""An invented institution for the tests of the network and the viewer, with names that try to do harm."""

from __future__ import annotations

from kg.network.records import Body, Fact, GazetteInfo, Meeting, Paper, Person, Quote, Records, Said, Task, Tenure

BASE = "https://example.org/gz/id/"
HOSTILE = "</script><img src=x onerror=\"window.harmed='yes'\">'\"&"
CONGRESS, COMMITTEE, BUREAU, EVIL = (
    BASE + "body/" + name for name in ("云岭县人民代表大会", "云岭县人民代表大会常务委员会", "云岭县档案局", "evil")
)
LIN, GAO, GAO_ELSEWHERE, MALLORY, ZHOU, ZHOU_TOO, MENG = (
    BASE + "person/" + name
    for name in (
        "云岭县/林知远",
        "云岭县/高原",
        "河湾县/高原",
        "云岭县/x",
        "云岭县/周禾",
        "云岭县/周禾/2",
        "云岭县/孟川",
    )
)
ARCHIVE, SORTING, NOBODYS, EVIL_TASK = (
    BASE + name for name in ("project/云岭县/档案馆", "task/i1/整理旧档", "project/云岭县/步道", "task/evil")
)

SESSION, EVIL_SESSION = BASE + "meeting/云岭县人民代表大会常务委员会/9-3", BASE + "meeting/evil"
# What the gazette prints: a sentence broken over two lines with an empty one between, and a line that tries to do harm.
PRINTED = "\n".join(
    {1: HOSTILE, 10: "任免名单", 12: "  任命林知远为", 13: "", 14: "县档案局局长。"}.get(n, f"第{n}行")
    for n in range(1, 101)
)


def quote(text: str, *lines: int) -> Quote:
    """Words of the first gazette."""
    return Quote("g:1", lines, text, "任免名单")


def sample() -> Records:
    """Two people of one name, two of one name in one place, one only seen, one who followed another, and a hostile pair."""
    people = (
        Person(LIN, "林知远", "云岭县"), Person(GAO, "高原", "云岭县"), Person(GAO_ELSEWHERE, "高原", "河湾县"),
        Person(MALLORY, HOSTILE, HOSTILE), Person(ZHOU, "周禾", "云岭县"), Person(ZHOU_TOO, "周禾", "云岭县"),
        Person(MENG, "孟川", "云岭县"),
    )  # fmt: skip
    bodies = (
        Body(CONGRESS, "云岭县人民代表大会", "congress", None, ("县人大",)),
        Body(COMMITTEE, "云岭县人民代表大会常务委员会", "standing_committee", CONGRESS, ("县人大常委会",)),
        Body(BUREAU, "云岭县档案局", "department", None, ("县档案局",)),
        Body(EVIL, HOSTILE, HOSTILE, None, (HOSTILE,)),
    )
    facts = (
        Fact(
            "f1",
            "appoint",
            LIN,
            BUREAU,
            "局长",
            "2020-03-01",
            quotes=(Quote("g:1", (12, 14), "任命林知远为县档案局局长", "任免名单", "p:1"),),
        ),
        Fact("f2", "remove", LIN, BUREAU, "局长", "2022-06-30", quotes=(quote("免去林知远的县档案局局长职务", 40),)),
        Fact(
            "f3",
            "elect",
            LIN,
            COMMITTEE,
            "副主任",
            "2022-07-01",
            quotes=(quote("林 知远当选为副主任", 55),),
            at=SESSION,
        ),
        Fact("f4", "present", GAO, COMMITTEE, None, "2022-07-01", quotes=(quote("出席：高 原", 60),), at=SESSION),
        Fact("f5", "position", GAO_ELSEWHERE, BUREAU, "科长", "2022-07", quotes=(quote("科长高原", 61),)),
        Fact(
            "f6",
            "appoint",
            MALLORY,
            EVIL,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            (quote(HOSTILE, 1),),
            EVIL_SESSION,
        ),
        Fact("f7", "decision", None, COMMITTEE, None, "2022-07-01", note="关于林知远当选的决定", at=SESSION),
        Fact("f8", "appoint", ZHOU, BUREAU, "局长", "2022-07-05", quotes=(quote("任命周禾为县档案局局长", 62),)),
        Fact("f9", "position", ZHOU, BUREAU, "局长", "2023-02-01", quotes=(quote("县档案局局长周禾", 63),)),
        Fact("fa", "propose", ZHOU_TOO, BUREAU, "副局长", "2023-02-02", quotes=(quote("提名周禾为副局长", 64),)),
        Fact("fc", "appoint", MENG, BUREAU, "局长", "2024-05-06", quotes=(quote("任命孟川为县档案局局长", 66),)),
        Fact("fb", "position", LIN, None, "顾问", quotes=(quote("顾问林知远", 65),)),
    )
    gazettes = (GazetteInfo("g:1", "yunling-2022-3", "云岭县公报", "2022", "3"),)
    spelled = ((LIN, ("linzhiyuan", "lzy")), (BUREAU, ("yunlingxiandanganju", "ylxdaj")))
    return Records(people, bodies, facts, gazettes, said(), tasks(), tenures(), meetings(), papers(), spelled)


def meetings() -> tuple[Meeting, ...]:
    """One that decided something, and a hostile one."""
    return (
        Meeting(SESSION, "云岭县人民代表大会常务委员会第9届第3次会议", COMMITTEE, "2022-07-01"),
        Meeting(EVIL_SESSION, HOSTILE, EVIL, HOSTILE),
    )


def papers() -> tuple[Paper, ...]:
    """The list that a fact stands in, and the opinion that a meeting gave."""
    return Paper("p:1", "任免名单", "g:1", 10, 20), Paper("p:3", "审议意见", "g:1", 78, 82, SESSION)


def tenures() -> tuple[Tenure, ...]:
    """One with both ends, one without an end, one of a month, one with an inferred end, one of no date, a hostile one."""
    return (
        Tenure("t1", LIN, BUREAU, "局长", "2020-03-01", "2020-03-01", "2022-06-30", "2022-06-30", ("试用期一年",),
               opened=("f1",), closed=("f2",)),
        Tenure("t2", LIN, COMMITTEE, "副主任", "2022-07-01", "2022-07-01", "2022-07-01", opened=("f3",)),
        Tenure("t3", GAO_ELSEWHERE, BUREAU, "科长", None, "2022-07-31", "2022-07-01", attested=("f5",)),
        Tenure("t4", ZHOU, BUREAU, "局长", "2022-07-05", "2022-07-05", "2023-02-01", "2024-05-06",
               opened=("f8",), attested=("f9",), end_from=("Succession",), sources=("fc", "change")),
        Tenure("t7", MENG, BUREAU, "局长", "2024-05-06", "2024-05-06", "2024-05-06", opened=("fc",)),
        Tenure("t5", LIN, None, "顾问", attested=("fb",)),
        Tenure("t6", MALLORY, EVIL, HOSTILE, qualifiers=(HOSTILE,), opened=("f6",), start_from=(HOSTILE,)),
    )  # fmt: skip


def tasks() -> tuple[Task, ...]:
    """A project, a task of two bodies, a project of nobody, and a hostile one."""
    return (
        Task(ARCHIVE, "云岭县档案馆迁建工程", "project", "construction"), Task(SORTING, "整理旧档"),
        Task(NOBODYS, "河滨步道工程", "project", "transport"), Task(EVIL_TASK, HOSTILE),
    )  # fmt: skip


def said() -> tuple[Said, ...]:
    """One statement of each kind, an opinion with its answer and one without."""
    return (
        Said("s1", "duty", "整理旧档", (("agent", BUREAU),), "lead", "牵头", "2022-07-01", None, SORTING,
             quotes=(quote("由县档案局牵头整理旧档，林知远协助", 70),)),
        Said("s2", "duty", "整理旧档", (("agent", LIN),), "assist", "协助", "2022-07-01", None, SORTING,
             quotes=(quote("由县档案局牵头整理旧档，林知远协助", 70),)),
        Said("s3", "project", "云岭县档案馆迁建工程", (("agent", BUREAU),), "started", "construction", "2022-07-01",
             "1.5亿元", ARCHIVE, quotes=(quote("县档案局负责的档案馆迁建工程开工", 71),)),
        Said("s4", "project", "河滨步道工程", (), None, "transport", None, None, NOBODYS,
             quotes=(quote("河滨步道工程", 72),)),
        Said("s5", "opinion", "对档案工作的审议意见", (("asked", BUREAU), ("gives", COMMITTEE)), date="2022-07-20",
             points=("早日开工", "管好旧档"), answers=(("s7", "30"),), quotes=(Quote("g:1", (80,), "早日开工", "审议意见", "p:3"),)),
        Said("s6", "opinion", "关于库房的建议", (("asked", BUREAU), ("gives", COMMITTEE)), date="2022-07-21",
             points=("修好库房",), quotes=(quote("修好库房", 81),)),
        Said("s7", "answer", "关于落实审议意见的报告", (("reports", BUREAU),), date="2022-08-19",
             quotes=(quote("现报告如下", 90),)),
        Said("s8", "topic", "听取档案工作报告", (("agent", COMMITTEE),), None, "主任会议", "2023", "3月",
             answers=(("s9", None),), quotes=(quote("听取档案工作报告（办公室）", 95),)),
        Said("s9", "point", "听取档案工作报告", (), date="2023-04-02", meetings=("第九次会议",),
             quotes=(quote("一、听取档案工作报告", 96),)),
        Said("sa", "finding", "5 ≠ 6", (("met", COMMITTEE),), "count_mismatch", meetings=("第八次会议",), chinese="5人与6人不合",
             quotes=(Quote("g:1", (97,), "出席5人", "出席情况", "p:2"), Quote("g:1", (98,), "共6人", "出席情况", "p:2"))),
        Said("sb", "duty", HOSTILE, (("agent", EVIL),), "lead", HOSTILE, HOSTILE, HOSTILE, EVIL_TASK,
             quotes=(quote(HOSTILE, 1),)),
    )  # fmt: skip


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
    works = tuple(Task(f"{BASE}task/{number}", f"任务{number}") for number in range(len(holders)))
    duties = tuple(
        Said(f"s{number}", "duty", works[number].name, (("agent", body),), "lead", "牵头", task=works[number].id)
        for number, (_, body) in enumerate(holders)
    )
    people_of_all = tuple(person for person, _ in holders)
    day = "2020-01-01"
    held = tuple(
        Tenure(f"t{number}", person.id, body, "科员", day, day, day, opened=(f"f{number}",))
        for number, (person, body) in enumerate(holders)
    )
    return Records(people_of_all, known, facts, (GazetteInfo("g:1", "big"),), duties, works, held)
