"""A government's notice behind another paper: its acts are those of the government, and of no meeting of the other."""

from __future__ import annotations

from pathlib import Path

from kg.pipeline import read_gazette
from kg.read import read_source


def test_a_notice_behind_an_announcement_is_a_paper_of_its_own(root: Path) -> None:
    found = read_gazette(read_source(root / "examples" / "fengli-2016.txt"))
    assert [item.type for item in found.items] == ["announcement", "personnel_list", "work_report"]
    acts = [event for event in found.personnel if event.evidence.item == 2]
    assert acts and {event.meeting for event in acts} == {None}
    assert {event.decided_by for event in acts} == {"西岚省丰栎县人民政府"}
    elected = {event.date for event in found.personnel if event.evidence.item == 1}
    assert elected == {"2016-12-20"}
