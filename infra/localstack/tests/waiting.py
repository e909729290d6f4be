"""Waits for what comes about by itself: with a limit, and a word of what was waited for."""

import time
from collections.abc import Callable
from typing import TypeVar

Held = TypeVar("Held")


def until(condition: Callable[[], Held | None], seconds: float, what: str | Callable[[], str], every: float = 0.2) -> Held:
    """Gives what the condition gave when it first held; fails when it did not within the limit."""
    deadline = time.monotonic() + seconds
    while True:
        held = condition()
        if held:
            return held
        assert time.monotonic() < deadline, f"{what() if callable(what) else what}: not within {seconds} s"
        time.sleep(every)
