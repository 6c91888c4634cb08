"""Changes of bodies in single sentences of reports, decisions and chronicles, and what only looks like one."""

from __future__ import annotations

from io import BytesIO

import pytest

from kg.model.gazette import Gazette
from kg.pipeline import read_gazette
from kg.read import read_stream

REPORT = "青梧县人民代表大会常务委员会公报\n\n关于{title}的报告\n——2021年5月8日在青梧县第九届人民代表大会常务委员会第十二次会议上\n\n{body}\n"


def gazette(body: str, title: str = "机构改革工作情况") -> Gazette:
    return read_gazette(read_stream(BytesIO(REPORT.format(title=title, body=body).encode()), "case"))


def told(body: str, title: str = "机构改革工作情况") -> list[str]:
    """The changes as text: kind, before, after, date; the own place is left out."""
    return [
        " ".join((row.kind, "+".join(row.before), "→", "+".join(row.after), row.date or ""))
        .replace("青梧县", "~")
        .strip()
        for row in gazette(body, title).body_changes
    ]
