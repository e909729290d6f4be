"""Ends the processes of a run once the process that holds the leash is gone: ended in order, by a signal, or killed.

A function's JVM that loses its emulator goes on asking it for the next event, without a pause and for ever. A parent-death
signal would not do: the kernel sends it when the *thread* that started the child ends, and LocalStack starts environments
on threads of all kinds. So a small process waits at the other end of a pipe, which the kernel closes with its holder.
"""

import contextlib
import functools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PAUSE_SECONDS = 0.05


@functools.cache
def hold(mark: str) -> int:
    """Binds all processes with a mark (NAME=value, in their environment) to this one. Gives the descriptor that does it."""
    reading, writing = os.pipe()
    # A session of its own: what is sent to all of the holder's group does not reach it. With the mark: whoever waits until
    # no process of the run is left waits for this one too, and what is started with the same mark then is safe from it.
    # The descriptor for writing is not inherited by anybody, this process alone has it.
    name, _, value = mark.partition("=")
    subprocess.Popen(
        [sys.executable, "-I", "-S", __file__, mark],
        stdin=reading,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, name: value},
        start_new_session=True,
    )
    os.close(reading)
    return writing


def marked(mark: str) -> list[int]:
    """The processes that are alive and have the mark in their environment, also those whose parent is gone."""
    wanted = mark.encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (entry / "environ").read_bytes().split(b"\0"):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def kill(pid: int) -> None:
    """Ends a process at once; one that has ended already is no error."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def main() -> None:
    [mark] = sys.argv[1:]
    while os.read(sys.stdin.fileno(), 1):
        pass
    # One that was being started is seen the second time.
    clean = 0
    while clean < 2:
        left = [pid for pid in marked(mark) if pid != os.getpid()]
        for pid in left:
            kill(pid)
        clean = 0 if left else clean + 1
        time.sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    main()
