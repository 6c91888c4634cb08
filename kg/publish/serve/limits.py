"""What one question may cost."""

from __future__ import annotations

import os
from dataclasses import dataclass


def cores() -> int:
    """As many workers as there are cores, and two at least: one runaway must not stop the others."""
    return max(2, os.cpu_count() or 2)


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, rows, bytes and numbers that no client can raise."""

    workers: int = 2
    seconds: float = 30.0
    max_rows: int = 100_000
    memory: int = 2 << 30
    waiting: int = 64
    waiting_seconds: float = 30.0
    body: int = 1 << 20
    body_seconds: float = 10.0
    connections: int = 512
