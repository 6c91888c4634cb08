"""What happened at a meeting."""

from kg.query.meetings.asking import meeting
from kg.query.meetings.model import Attendee, Meeting, MeetingAct, MeetingDecision, MeetingVote, Point

__all__ = ["Attendee", "Meeting", "MeetingAct", "MeetingDecision", "MeetingVote", "Point", "meeting"]
