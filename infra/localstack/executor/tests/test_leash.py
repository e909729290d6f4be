"""What is left of a process's environments once it is gone."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from process_executor import leash
from process_executor.emulator import Pieces
from process_executor.jdk import Jdk

SOURCES = Path(leash.__file__).parents[1]

# Runs one environment as LocalStack would: bound to this process, and busy when it is lost.
OWNER = """
import json, os, sys, threading
from pathlib import Path
from process_executor import leash
from process_executor.emulator import Emulator, Function, Pieces
from process_executor.jdk import Jdk

told = json.load(sys.stdin)
leash.hold(told["mark"])
name, _, value = told["mark"].partition("=")
emulator = Emulator(
    value,
    Function("sample", "sample.Sample", Path(told["code"]), 60, 256),
    Jdk(Path(told["jdk"]), told["release"]),
    Pieces(*map(Path, told["pieces"])),
)
emulator.start({**told["environment"], name: value})
threading.Thread(target=emulator.invoke, args=(b'{"do": "spin"}',), daemon=True).start()
while "asked:" not in emulator.log():
    threading.Event().wait(0.02)
print("busy", flush=True)
threading.Event().wait()
"""


@pytest.fixture
def mark() -> Iterator[str]:
    named = f"OWNER_OF_TEST={uuid.uuid4().hex}"
    yield named
    for pid in leash.marked(named):
        leash.kill(pid)


@pytest.fixture
def owner(mark: str, code: Path, java: Jdk, pieces: Pieces, environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    told = {
        "mark": mark,
        "code": str(code),
        "jdk": str(java.home),
        "release": java.release,
        "pieces": [str(pieces.emulator), str(pieces.runtime), str(pieces.logs), str(pieces.scratch)],
        "environment": {**environment, "AWS_LAMBDA_FUNCTION_TIMEOUT": "60"},
    }
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCES)}, process_group=0,
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(json.dumps(told))
    process.stdin.close()
    assert process.stdout.readline() == "busy\n"
    yield process
    process.kill()
    process.wait()


def none_left(mark: str, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while left := leash.marked(mark):
        assert time.monotonic() < deadline, f"alive after {seconds} s: {left}"
        time.sleep(0.02)


def test_a_busy_runtime_does_not_outlive_an_owner_that_is_killed(owner: subprocess.Popen[str], mark: str) -> None:
    assert len(leash.marked(mark)) == len(("leash", "emulator", "JVM"))
    owner.kill()
    none_left(mark)


def test_nor_an_owner_that_is_killed_with_all_of_its_process_group(owner: subprocess.Popen[str], mark: str) -> None:
    assert len(leash.marked(mark)) == len(("leash", "emulator", "JVM"))
    os.killpg(owner.pid, signal.SIGKILL)
    none_left(mark)


def test_processes_of_another_mark_are_left_alone(owner: subprocess.Popen[str], mark: str) -> None:
    other = subprocess.Popen(["sleep", "60"], env={"OWNER_OF_TEST": "another"})
    try:
        owner.kill()
        none_left(mark)
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_what_is_started_with_the_same_mark_once_all_have_ended_is_left_alone(owner: subprocess.Popen[str], mark: str) -> None:
    owner.kill()
    none_left(mark)
    name, _, value = mark.partition("=")
    # Many times as long as a leash that is still there needs to find it.
    assert subprocess.run(["sleep", "1"], env={name: value}).returncode == 0
