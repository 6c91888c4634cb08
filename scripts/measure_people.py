"""Measure who-is-who: how long people take to be told apart, and how that grows with their number.

A corpus is made up: places with a gazette a year, people with a career each, and names drawn so that many share one, as
in China. Its facts are written and loaded as a build does; then the stages of derivation run, each timed. Twice the people
should take twice the time: the last column would grow with them if pairs were compared with pairs.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.derived import STAGES, Derivation
from kg.lexicon import load
from kg.model.facts import Attendance, DeputyChange, Evidence, Item, Meeting, MeetingRef, PersonnelEvent
from kg.model.gazette import Gazette, Masthead
from kg.model.source import Source
from kg.query import Graph, history
from kg.rdf.names import DEFAULT_BASE, prefixes
from kg.rdf.nquads import write_sorted
from kg.rdf.quads import gazette_quads
from kg.store import create

PEOPLE_OF_A_PLACE = 100
YEARS = range(2004, 2024)
# The ten commonest surnames are those of two people in five.
SURNAMES = (
    "王李张刘陈杨黄赵吴周" * 4
    + "徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华国建文红玉志海林春波宁辉晓东梅英斌鹏慧飞云龙莉晨雪峰"
BUREAUS = (
    "财政局",
    "民政局",
    "审计局",
    "司法局",
    "教育局",
    "水务局",
    "统计局",
    "公安局",
    "档案局",
    "应急管理局",
    "交通运输局",
    "农业农村局",
)
COURTS = (("人民法院", "审判员"), ("人民检察院", "检察员"), ("人民法院民事审判庭", "副庭长"))
FIRST = "云松青丹碧石清金白赤东南西北中上下古新安"
SECOND = "岭河梧山水溪湖江川原坪塘洲岗泽林桥港浦阳"


@dataclass(frozen=True, slots=True)
class Happening:
    """One fact of a life: what, of whom, in which post, in which year."""

    year: int
    event: str
    person: str
    body: str
    title: str


def places(number: int) -> Iterator[str]:
    """Names of counties, each once."""
    for at in range(number):
        province, county = divmod(at, len(FIRST) * len(SECOND))
        first, second = divmod(county, len(SECOND))
        yield f"{FIRST[province % 20]}{SECOND[province // 20]}省{FIRST[first]}{SECOND[second]}县"


def name(dice: random.Random) -> str:
    """A name of two or three characters."""
    return dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))


def life(place: str, dice: random.Random) -> Iterator[Happening]:
    """A career: posts one after the other, seen in office between, perhaps a seat in the congress."""
    person, year = name(dice), dice.choice(YEARS)
    bureau = dice.random() < 0.6
    for _ in range(dice.choice((1, 1, 2, 3))):
        body, title = (dice.choice(BUREAUS), "局长") if bureau else dice.choice(COURTS)
        yield Happening(year, "appoint", person, place + body, title)
        stay = dice.randint(1, 5)
        for at in range(1, stay):
            if dice.random() < 0.5:
                yield Happening(year + at, "observer", person, place + body, title)
        year += stay
        yield Happening(year, "remove", person, place + body, title)
    if dice.random() < 0.3:
        yield Happening(year, "elected", person, place + "人民代表大会", "代表")


def gazettes(number: int, seed: int = 7) -> Iterator[Gazette]:
    """The gazettes of so many people, a gazette a place and year."""
    dice = random.Random(seed)
    for place in places(-(-number // PEOPLE_OF_A_PLACE)):
        by_year: defaultdict[int, list[Happening]] = defaultdict(list)
        for _ in range(PEOPLE_OF_A_PLACE):
            for one in life(place, dice):
                by_year[one.year].append(one)
        for year, happenings in sorted(by_year.items()):
            yield gazette(place, year, happenings)


def gazette(place: str, year: int, happenings: list[Happening]) -> Gazette:
    """A gazette that states these facts, each on a line of its own."""
    lines = [f"{one.person}{one.body}{one.title}" for one in happenings]
    text = "\n".join(lines)
    starts = tuple(sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines)))
    stem = f"{place}-{year}"
    source = Source(stem, f"{stem}.txt", hashlib.sha256((stem + text).encode()).hexdigest(), "utf-8", text, starts)
    whole = Gazette(source, Masthead(f"{place}公报", None, year, 1, None, (place[:3], place[3:]), None))
    day, meeting = f"{year}-06-20", MeetingRef(f"{place}人民代表大会常务委员会", 5, year - YEARS[0] + 1)
    first = evidence(source, 1, 1)
    whole.items = [Item(at, "名单", "personnel_list", day, meeting, (), None, 1, len(lines), first) for at in (1, 2)]
    whole.meetings = [Meeting(meeting, (day,), None, None, None, None, first)]
    for line, one in enumerate(happenings, 1):
        state(whole, one, day, meeting, line)
    return whole


def state(whole: Gazette, one: Happening, day: str, meeting: MeetingRef, line: int) -> None:
    """Add one fact to a gazette."""
    if one.event == "observer":
        found = evidence(whole.source, line, 2)
        whole.attendance.append(Attendance(meeting, one.person, "observer", one.body, one.title, found))
    elif one.event == "elected":
        found = evidence(whole.source, line, 1)
        whole.deputies.append(DeputyChange(one.person, one.body, 5, f"第{line}选区", "elected", None, None, found))
    else:
        found = evidence(whole.source, line, 1)
        whole.personnel.append(
            PersonnelEvent(one.event, one.person, one.body, one.title, None, day, meeting, None, None, None, found)
        )


def evidence(source: Source, line: int, item: int) -> Evidence:
    """The words of one line."""
    start = source.line_starts[line - 1]
    words = source.line(line)
    return Evidence(source.stem, (line,), start, start + len(words), words, "generated", 1.0, item)


def measure(number: int, folder: Path) -> None:
    """Print one row of the table: so many people, and how long each step took."""
    stated = folder / "stated.nq"
    started = time.perf_counter()
    lines = write_sorted((line for whole in gazettes(number) for line in gazette_quads(whole)), stated)
    store = create(folder / "store")
    store.load(stated)
    loaded = time.perf_counter() - started
    work = Derivation(store, DEFAULT_BASE, folder, load())
    taken = {}
    for stage in STAGES:
        started = time.perf_counter()
        part = folder / f"{stage.__name__}.nq"
        write_sorted(stage(work), part)
        taken[stage.__name__] = time.perf_counter() - started
        store.load(part)
    people, pairs = (
        next(store.select(f"SELECT (COUNT(*) AS ?n) {{ ?x a gz:{kind} }}", prefixes(DEFAULT_BASE)))[0]
        for kind in ("Person", "IdentityJudgement")
    )
    who, rest = taken.pop("_people"), sum(taken.values())
    asked = question_time(Graph(store, DEFAULT_BASE, prefixes(DEFAULT_BASE)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = 1e6 * who / number
    print(
        f"{number:>9,}{lines:>12,}{int(people or 0):>10,}{int(pairs or 0):>10,}{loaded:9.1f}{who:9.1f}{each:11.0f}{rest:8.1f}{asked:9.0f}{peak:9.0f}",
        flush=True,
    )


def question_time(graph: Graph, number: int = 20) -> float:
    """Milliseconds of work for the history of a person, in the median of some people spread over the graph."""
    rows = graph.store.select(f"SELECT ?p {{ ?p a gz:Person }} ORDER BY ?p LIMIT {number * 10}", graph.prefixes)
    times = []
    for (person,) in list(rows)[::10]:
        started = time.process_time()
        history(graph, str(person))
        times.append(1000 * (time.process_time() - started))
    return statistics.median(times)


def main() -> None:
    """Parse the arguments and print the table, smallest corpus first."""
    parser = argparse.ArgumentParser(description="Measure how the resolution of people grows with their number.")
    parser.add_argument("people", nargs="*", type=int, default=[6_250, 25_000, 100_000])
    arguments = parser.parse_args()
    print(
        "seconds; `made` are people who were made up, `found` those told apart, `open` pairs left to a human judgement"
    )
    print(
        f"{'made':>9}{'statements':>12}{'found':>10}{'open':>10}{'load':>9}{'people':>9}{'µs each':>11}{'others':>8}{'ms asked':>9}{'MiB':>9}"
    )
    for number in sorted(arguments.people):
        with tempfile.TemporaryDirectory() as folder:
            measure(number, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
