"""The executor against AWS's own Runtime Interface Emulator, with a small Java function."""

import json
import os
import signal
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from process_executor.emulator import Emulator, EmulatorFailed, Function, Outcome, Pieces, answered, timed_out
from process_executor.jdk import Jdk
from process_executor.leash import marked


def ask(emulator: Emulator, what: str) -> tuple[Outcome, Any]:
    outcome = emulator.invoke(json.dumps({"do": what}).encode())
    return outcome, json.loads(outcome.payload)


def alive(pid: int | None) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.02)


def test_an_event_is_answered_and_the_environment_stays_warm(emulator: Emulator) -> None:
    first, body = ask(emulator, "answer")
    assert not first.failed
    assert body == {"invocations": 1, "told": "", "event": {"do": "answer"}}
    assert ask(emulator, "answer")[1]["invocations"] == 2


def test_the_native_library_of_an_environment_is_its_own_so_that_no_other_start_can_break_it(
    function: Function, java: Jdk, pieces: Pieces, environment: dict[str, str]
) -> None:
    running = [Emulator(uuid.uuid4().hex, function, java, pieces) for _ in range(8)]

    def first_answer(one: Emulator) -> Any:
        one.start(environment)
        return ask(one, "answer")[1]

    try:
        with ThreadPoolExecutor(len(running)) as at_once:
            bodies = list(at_once.map(first_answer, running))
        assert [body["invocations"] for body in bodies] == [1] * len(running)
        for one in running:
            assert list((pieces.scratch / one.identity).glob("libaws-lambda-jni.*.so"))
            assert "Failed to load" not in one.log()
    finally:
        for one in running:
            one.stop()


def test_text_beyond_ascii_comes_through_unchanged(emulator: Emulator) -> None:
    outcome = emulator.invoke('{"do": "镁锭 ≥ 99.8%"}'.encode())
    assert json.loads(outcome.payload)["event"]["do"] == "镁锭 ≥ 99.8%"
    assert "镁锭" in outcome.log


def test_a_thrown_error_is_told_with_its_type_and_the_environment_goes_on(emulator: Emulator) -> None:
    outcome, body = ask(emulator, "throw")
    assert outcome.failed
    assert body["errorType"] == "java.lang.IllegalArgumentException"
    assert body["errorMessage"] == "thrown on purpose"
    assert ask(emulator, "answer")[1]["invocations"] == 2


def test_a_function_past_its_time_is_ended_and_the_next_event_is_answered(emulator: Emulator) -> None:
    began = time.monotonic()
    outcome, body = ask(emulator, "spin")
    took = time.monotonic() - began
    assert outcome.failed
    assert body["errorType"] == "Sandbox.Timedout"
    assert body["errorMessage"] == "Task timed out after 20.00 seconds"
    assert 19.5 < took < 60
    assert ask(emulator, "answer")[1]["invocations"] == 1


def test_a_runtime_that_exits_is_told_and_the_next_event_is_answered(emulator: Emulator) -> None:
    outcome, body = ask(emulator, "exit")
    assert outcome.failed
    assert body["errorType"] == "Runtime.ExitError"
    assert "exit status 3" in body["errorMessage"]
    assert ask(emulator, "answer")[1]["invocations"] == 1


def test_a_runtime_that_is_killed_is_told_and_the_next_event_is_answered(emulator: Emulator) -> None:
    pid = int(ask(emulator, "process")[1]["told"])
    answers: list[tuple[Outcome, Any]] = []
    waiting = threading.Thread(target=lambda: answers.append(ask(emulator, "spin")))
    waiting.start()
    until(lambda: emulator.log().count("asked:") == 2)
    os.kill(pid, signal.SIGKILL)
    waiting.join(timeout=120)
    outcome, body = answers[0]
    assert outcome.failed
    assert body["errorType"] == "Runtime.ExitError"
    assert "signal: killed" in body["errorMessage"]
    assert ask(emulator, "answer")[1]["invocations"] == 1


def test_an_emulator_that_is_lost_is_told_and_started_again(emulator: Emulator) -> None:
    ask(emulator, "answer")
    answers: list[tuple[Outcome, Any]] = []
    waiting = threading.Thread(target=lambda: answers.append(ask(emulator, "spin")))
    waiting.start()
    until(lambda: emulator.log().count("asked:") == 2)
    lost = marked(emulator.mark)
    assert len(lost) == 2
    assert emulator.pid is not None
    os.kill(emulator.pid, signal.SIGKILL)
    waiting.join(timeout=120)
    outcome, body = answers[0]
    assert outcome.failed
    assert body["errorType"] == "Runtime.ExitError"
    assert ask(emulator, "answer")[1]["invocations"] == 1
    until(lambda: not any(map(alive, lost)))


def test_a_function_that_fails_at_its_start_is_told(function: Function, java: Jdk, pieces: Pieces, environment: dict[str, str]) -> None:
    emulator = Emulator(uuid.uuid4().hex, function, java, pieces)
    emulator.start({**environment, "FAILS_AT_START": "1"})
    try:
        outcome, body = ask(emulator, "answer")
        assert outcome.failed
        assert "no start without a table" in json.dumps(body) + outcome.log
    finally:
        emulator.stop()


def test_the_memory_limits_the_heap(emulator: Emulator) -> None:
    heap = int(ask(emulator, "heap")[1]["told"])
    assert 195 <= heap <= 218
    outcome, body = ask(emulator, "fill")
    assert outcome.failed
    assert body["errorType"] == "java.lang.OutOfMemoryError"


def test_the_log_of_an_invocation_is_its_own_and_all_of_it_is_in_the_function_s_file(emulator: Emulator, pieces: Pieces) -> None:
    first, _ = ask(emulator, "answer")
    second, _ = ask(emulator, "throw")
    assert '"answer"' in first.log and '"throw"' not in first.log
    assert '"throw"' in second.log and "java.lang.IllegalArgumentException: thrown on purpose" in second.log
    assert "REPORT RequestId" in first.log
    assert "INIT REPORT" in first.log
    assert (pieces.logs / "sample.log").read_text() == emulator.log()


def test_temporary_files_are_gone_with_the_environment(emulator: Emulator, pieces: Pieces) -> None:
    file = Path(ask(emulator, "file")[1]["told"])
    assert file.is_relative_to(pieces.scratch) and file.exists()
    emulator.stop()
    assert not pieces.scratch.exists() or not list(pieces.scratch.iterdir())


def test_nothing_of_the_machine_s_environment_reaches_the_function(emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OF_THE_MACHINE", "1")
    names = ask(emulator, "environment")[1]["told"].split()
    assert "OF_THE_MACHINE" not in names
    assert {"AWS_LAMBDA_RUNTIME_API", "AWS_REGION"} <= set(names)


def test_stopping_ends_a_busy_function_at_once(emulator: Emulator) -> None:
    pid = int(ask(emulator, "process")[1]["told"])
    outer = emulator.pid
    answers: list[tuple[Outcome, Any]] = []
    waiting = threading.Thread(target=lambda: answers.append(ask(emulator, "spin")))
    waiting.start()
    until(lambda: emulator.log().count("asked:") == 2)
    began = time.monotonic()
    emulator.stop()
    waiting.join(timeout=120)
    # Long before its time is over.
    assert time.monotonic() - began < 10
    until(lambda: not alive(pid) and not alive(outer), seconds=5)
    assert answers[0][0].failed
    with pytest.raises(EmulatorFailed, match="stopped"):
        emulator.invoke(b"{}")


def test_an_emulator_that_does_not_start_says_what_it_printed(
    function: Function, java: Jdk, pieces: Pieces, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("process_executor.emulator.START_SECONDS", 3)
    broken = pieces.scratch.parent / "broken"
    broken.write_text("#!/bin/sh\necho wrong machine; exit 1\n")
    broken.chmod(0o755)
    emulator = Emulator(uuid.uuid4().hex, function, java, Pieces(broken, pieces.runtime, pieces.logs, pieces.scratch))
    with pytest.raises(EmulatorFailed, match="wrong machine"):
        emulator.start(environment)


def test_the_runtime_runs_on_the_jdk_it_was_given(emulator: Emulator, java: Jdk) -> None:
    assert ask(emulator, "java")[1]["told"] == str(java.release)


@pytest.mark.parametrize(
    ("payload", "status", "is_answer"),
    [
        (b"{}", 200, True),
        (b"", 200, True),
        (b'{"batchItemFailures": []}', 200, True),
        (b'["errorType", "errorMessage"]', 200, True),
        (b'{"errorType": "a note of its own"}', 200, True),
        (b'{"errorMessage": "m", "errorType": "java.lang.Error", "stackTrace": []}', 200, False),
        (b'{"errorType": "Runtime.ExitError", "errorMessage": "m"}', 502, False),
        (b"", 500, False),
    ],
)
def test_an_error_is_told_from_an_answer(payload: bytes, status: int, is_answer: bool) -> None:
    assert answered(payload, status) is is_answer


def test_a_time_out_is_text_where_an_answer_is_json() -> None:
    assert timed_out(b"Task timed out after 3.00 seconds", 200)
    assert not timed_out(b'"Task timed out after 3.00 seconds"', 200)
