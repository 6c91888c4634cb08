"""Measure reading against tagging, side by side in one process, and the memory of a build.

Two works are done on the same files in turn, several rounds, after start-up: `jieba.posseg` tags the text, and kg reads
the file to statements. The medians are compared. What kg remembers from one round to the next would flatter it, so its
first round stands in the table too. Then copies of the first file are built, N and 4 N of them, each build in a process
of its own: memory that grows with the number of gazettes shows as a ratio above 1.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import jieba
import jieba.posseg

from kg.pipeline import read_gazette
from kg.rdf.quads import gazette_quads
from kg.read import read_source

ROOT = Path(__file__).resolve().parent.parent
BASE = "https://example.org/gz/"


def tag(path: Path) -> int:
    """Tag the words of a file; how many there are."""
    return sum(1 for _ in jieba.posseg.cut(read_source(path).text))


def read(path: Path) -> int:
    """Read a file to statements; how many there are."""
    return sum(1 for _ in gazette_quads(read_gazette(read_source(path)), BASE))


def seconds(work: Callable[[Path], int], files: list[Path]) -> float:
    """How long a work takes over all files."""
    start = time.perf_counter()
    for path in files:
        work(path)
    return time.perf_counter() - start


def warm_up(folder: Path) -> None:
    """Load what both works load once: dictionaries, lexicon, pipelines; on a text of its own."""
    jieba.setLogLevel(logging.WARNING)
    sample = folder / "sample.txt"
    sample.write_text("任免名单\n任命张三为某区财政局局长。\n", encoding="utf-8")
    tag(sample)
    read(sample)


def compare(files: list[Path], rounds: int) -> None:
    """Print the table of times."""
    tagging, reading = [], []
    for _ in range(rounds):
        tagging.append(seconds(tag, files))
        reading.append(seconds(read, files))
    size = sum(len(read_source(path).text) for path in files)
    print(f"{len(files)} files, {size:,} characters, {rounds} rounds in turn, seconds\n")
    print(f"{'':24}{'first':>8}{'median':>8}{'least':>8}{'most':>8}{'characters/s':>14}")
    for name, times in (("jieba.posseg tags", tagging), ("kg reads to statements", reading)):
        median = statistics.median(times)
        row = "".join(f"{value:8.3f}" for value in (times[0], median, min(times), max(times)))
        print(f"{name:24}{row}{size / median:14,.0f}")
    first, median = reading[0] / tagging[0], statistics.median(reading) / statistics.median(tagging)
    print(f"{'ratio (kg / jieba)':24}{first:8.2f}{median:8.2f}\n")


def peak_memory(sources: Path, output: Path) -> float:
    """The most memory, in MiB, that a build of a folder holds at once."""
    command: list[str | Path] = [Path(sys.executable).with_name("kg"), "build", sources, "--output", output]
    with tempfile.TemporaryFile() as talk, subprocess.Popen(command, stdout=talk, stderr=talk) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        talk.seek(0)
        if process.returncode:
            sys.exit(f"kg build failed:\n{talk.read().decode()}")
    return usage.ru_maxrss / 1024


def copies(path: Path, folder: Path, number: int) -> Path:
    """A folder with copies of a file; a last line makes each a text of its own."""
    folder.mkdir()
    text = read_source(path).text
    for index in range(number):
        (folder / f"copy-{index:04}.txt").write_text(f"{text}\n（第{index}份）\n", encoding="utf-8")
    return folder


def memory(path: Path, number: int, folder: Path) -> None:
    """Print the table of memory."""
    print(f"copies of {path.name}: most memory of kg build, MiB\n")
    peaks = [peak_memory(copies(path, folder / str(n), n), folder / f"output-{n}") for n in (number, 4 * number)]
    for n, peak in zip((number, 4 * number), peaks, strict=True):
        print(f"{n:>8} gazettes{peak:10.0f}")
    print(f"{'ratio':>17}{peaks[1] / peaks[0]:10.2f}")


def main() -> None:
    """Parse the arguments and print both tables."""
    parser = argparse.ArgumentParser(description="Compare reading with tagging, and look at memory.")
    parser.add_argument("files", nargs="*", type=Path, help="gazettes; examples/ if there are none")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=4, help="build so many copies, and four times as many; 0: do not")
    arguments = parser.parse_args()
    files = arguments.files or sorted((ROOT / "examples").glob("*.txt"))
    if not files:
        parser.error("there are no gazettes to read")
    with tempfile.TemporaryDirectory() as folder:
        warm_up(Path(folder))
        compare(files, arguments.rounds)
        if arguments.copies:
            memory(files[0], arguments.copies, Path(folder))


if __name__ == "__main__":
    main()
