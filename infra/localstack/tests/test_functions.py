"""Java functions on LocalStack without Docker: what a caller of Lambda sees, and what is left behind."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

import processes
import pytest
from places import Run
from system import Clients, Sample
from waiting import until

if TYPE_CHECKING:
    from mypy_boto3_lambda import LambdaClient


@pytest.fixture
def functions(client: Clients) -> LambdaClient:
    return client("lambda")


def invoke(functions: LambdaClient, name: str, what: str) -> tuple[str | None, Any]:
    response = functions.invoke(FunctionName=name, Payload=json.dumps({"do": what}), LogType="Tail")
    return response.get("FunctionError"), json.loads(response["Payload"].read())


def test_a_function_answers_and_its_log_is_in_cloudwatch_and_in_its_file(
    functions: LambdaClient, sample: Sample, client: Clients, run: Run
) -> None:
    name = sample()
    failed, body = invoke(functions, name, "answer")
    assert failed is None
    assert body["event"] == {"do": "answer"}
    assert 'asked: {"do": "answer"}' in (run.function_logs / f"{name}.log").read_text()

    logs = client("logs")

    def logged() -> bool:
        try:
            events = logs.filter_log_events(logGroupName=f"/aws/lambda/{name}")["events"]
        except logs.exceptions.ResourceNotFoundException:
            return False
        return any('asked: {"do": "answer"}' in event["message"] for event in events)

    until(logged, 120, "the log in CloudWatch")


def test_a_thrown_error_reaches_the_caller(functions: LambdaClient, sample: Sample) -> None:
    failed, body = invoke(functions, sample(), "throw")
    assert failed == "Unhandled"
    assert body["errorType"] == "java.lang.IllegalArgumentException"


def test_a_function_past_its_time_reaches_the_caller_as_a_time_out_and_the_next_event_is_answered(
    functions: LambdaClient, sample: Sample
) -> None:
    name = sample()
    failed, body = invoke(functions, name, "spin")
    assert failed == "Unhandled"
    assert "Task timed out after 20.00 seconds" in body["errorMessage"]
    assert invoke(functions, name, "answer")[0] is None


def test_a_runtime_that_exits_reaches_the_caller_and_the_next_event_is_answered(functions: LambdaClient, sample: Sample) -> None:
    name = sample()
    failed, body = invoke(functions, name, "exit")
    assert failed == "Unhandled"
    assert body["errorType"] == "Runtime.ExitError"
    assert invoke(functions, name, "answer")[0] is None


def test_settings_of_the_function_are_those_of_its_process(functions: LambdaClient, sample: Sample) -> None:
    name = sample(MemorySize=512, Environment={"Variables": {"FILES_TABLE": "files"}})
    assert 400 <= int(invoke(functions, name, "heap")[1]["told"]) <= 435
    names = invoke(functions, name, "environment")[1]["told"].split()
    assert {"FILES_TABLE", "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_LAMBDA_FUNCTION_NAME"} <= set(names)


def test_two_events_at_once_run_in_two_environments(functions: LambdaClient, sample: Sample) -> None:
    name = sample()
    first = threading.Thread(target=invoke, args=(functions, name, "spin"))
    first.start()
    failed, body = invoke(functions, name, "answer")
    first.join()
    assert failed is None
    assert body["invocations"] == 1


def test_changed_settings_hold_from_the_next_event(functions: LambdaClient, sample: Sample) -> None:
    name = sample()
    assert invoke(functions, name, "answer")[1]["invocations"] == 1
    functions.update_function_configuration(FunctionName=name, Environment={"Variables": {"CHANGED": "1"}})
    functions.get_waiter("function_updated_v2").wait(FunctionName=name)
    assert "CHANGED" in invoke(functions, name, "environment")[1]["told"].split()


def test_a_deleted_function_leaves_no_process(functions: LambdaClient, sample: Sample, run: Run) -> None:
    name = sample()
    pid = int(invoke(functions, name, "process")[1]["told"])
    assert pid in processes.of(run)
    functions.delete_function(FunctionName=name)
    until(lambda: pid not in processes.of(run), 120, f"the end of process {pid}")
