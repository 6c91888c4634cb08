"""`kg entities`: rows, JSON and a page that needs no network."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

from tests.cli.conftest import Kg

TEXT = (
    "青梧县人民代表大会常务委员会任命名单\n"
    "（2031年5月8日青梧县第六届人民代表大会常务委员会第七次会议通过）\n\n"
    "任命：\n钱一为青梧县财政局局长。\n\n根据《中华人民共和国监督法》<script>办理。\n"
)


def write(text: str = TEXT) -> Path:
    path = Path("list.txt")
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_with_their_lines(kg_command: Kg) -> None:
    result = kg_command("entities", str(write()), "--format", "csv")
    rows = [(row["label"], row["text"], row["line"]) for row in csv.DictReader(io.StringIO(result.stdout))]
    assert ("PERSON", "钱一", "5") in rows
    assert ("ORG", "青梧县财政局", "5") in rows
    assert ("LAW", "《中华人民共和国监督法》", "7") in rows
    assert result.stdout.count("MEETING") == 1


def test_json_tells_where(kg_command: Kg) -> None:
    path = write()
    rows = json.loads(kg_command("entities", str(path), "--json").stdout)
    person = next(row for row in rows if row["label"] == "PERSON")
    assert TEXT[person["start"] : person["end"]] == person["text"] == "钱一"
    assert person["found_by"] == "rule"


def test_a_page_without_network(kg_command: Kg) -> None:
    result = kg_command("entities", str(write()), "--html", "page.html")
    page = Path("page.html").read_text(encoding="utf-8")
    assert 'charset="utf-8"' in page and "<mark" in page and "钱一" in page
    assert "<script" not in page and not re.search(r"https?:|//|src=|@import", page)
    assert "entities" in result.stderr


def test_nothing_found_is_no_error(kg_command: Kg) -> None:
    assert json.loads(kg_command("entities", str(write("没有。\n")), "--json").stdout) == []


def test_errors_are_one_line(kg_command: Kg) -> None:
    missing = kg_command("entities", "nowhere.txt")
    assert missing.exit_code == 1 and missing.stderr.count("\n") == 1
    model = kg_command("entities", str(write()), "--model", "no_such_model")
    assert model.exit_code == 2 and "no_such_model" in model.stderr and model.stderr.count("\n") == 1
