"""Ends what one run of LocalStack started, and nothing else."""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from places import Run

# LocalStack's children inherit its environment: this variable in it names the run that a process belongs to, also when
# its parent is gone.
MARK = "LOCALSTACK_RUN"
ORDERLY_SECONDS = 20
LAST_SECONDS = 5


def of(run: Run) -> list[int]:
    """The processes of a run that are alive."""
    return marked(f"{MARK}={run.folder}")


def marked(variable: str) -> list[int]:
    """The processes that are alive and have a variable, NAME=value, in their environment."""
    mark = variable.encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes().split(b"\0"):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def end(run: Run) -> int:
    """Asks LocalStack to end in order, then ends what is left of the run. Gives the number of those left over."""
    noted = run.read()
    pid = noted.get("pid") if noted is not None else None
    if pid is not None and pid in of(run):
        signal_to(pid, signal.SIGTERM)
        comes_true(lambda: pid not in of(run), ORDERLY_SECONDS)
        # The leash of the executor ends what is left, in moments.
        comes_true(lambda: not of(run), LAST_SECONDS)
    left = of(run)
    comes_true(lambda: not killed(of(run)), LAST_SECONDS)
    return len(left)


def killed(pids: list[int]) -> list[int]:
    """Kills processes, and gives them."""
    for pid in pids:
        signal_to(pid, signal.SIGKILL)
    return pids


def signal_to(pid: int, what: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, what)


def comes_true(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
