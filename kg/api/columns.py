"""Which columns of an answer are shown to people; the others hold IRIs, or repeat what another says."""

TENURES = ("row", "name", "post", "qualifier", "status", "certain_from", "certain_until", "why", "evidence")
HISTORY = ("row", "post", "qualifier", "status", "why", "evidence", "date", "event", "gazette", "line", "words")
BODY = ("part", "text", "event", "date", *TENURES[1:])
CHANGES = ("date", "kind", "event", "name", "post", "evidence", "words")
STEPS = ("connection", "step", "from", "relation", "to", "what", "gazette", "line", "words")
MEETING = (
    "part", "number", "what", "name", "post", "qualifier", "text", "votes_for", "votes_against", "abstentions",
    "passed", "gazette", "line", "words",
)  # fmt: skip
PROJECTS = (
    "name", "region", "date", "status", "body", "derived_head", "amount", "unit", "period", "item", "gazette", "line",
    "words",
)  # fmt: skip
