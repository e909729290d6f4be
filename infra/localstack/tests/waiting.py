"""Waits for what comes about by itself: with a limit, and a word of what was waited for."""

import time


def until(condition, seconds: float, what, every: float = 0.2):
    """Gives what the condition gave when it first held; fails when it did not within the limit."""
    deadline = time.monotonic() + seconds
    while True:
        held = condition()
        if held:
            return held
        assert time.monotonic() < deadline, f"{what() if callable(what) else what}: not within {seconds} s"
        time.sleep(every)
