"""What `up` starts, and what is left of it when it ends one way or the other."""

import json
import os
import signal
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import processes
import pytest
from botocore.config import Config
from places import REGION, Run
from system import script
from waiting import until


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Run]:
    """A LocalStack that a test may end as it likes."""
    started = Run(tmp_path)
    script("up", "--without-docker", "--port", "0", "--run", tmp_path)
    yield started
    script("down", "--run", tmp_path)


def service(run: Run, name: Any) -> Any:
    return boto3.client(
        name,
        endpoint_url=run.endpoint(),
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"max_attempts": 0}, read_timeout=600),
    )


def busy_function(run: Run, sample_zip: bytes) -> None:
    """A function whose JVM never ends by itself, and a table, so that DynamoDB Local runs too."""
    service(run, "dynamodb").create_table(
        TableName="some",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "key", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "key", "KeyType": "HASH"}],
    )
    functions = service(run, "lambda")
    name = f"busy-{uuid.uuid4().hex[:8]}"
    functions.create_function(
        FunctionName=name,
        Runtime="java25",
        Handler="sample.Sample",
        Role="arn:aws:iam::000000000000:role/sample",
        Code={"ZipFile": sample_zip},
        Timeout=600,
    )
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    functions.invoke(FunctionName=name, InvocationType="Event", Payload=json.dumps({"do": "spin"}))
    log = run.function_logs / f"{name}.log"
    until(lambda: log.exists() and "asked:" in log.read_text(), 300, "a busy function")


def test_nothing_outlives_a_localstack_that_is_killed(own: Run, sample_zip: bytes) -> None:
    busy_function(own, sample_zip)
    # LocalStack, DynamoDB Local, the emulator and the JVM.
    assert len(processes.of(own)) >= 4
    noted = own.read()
    assert noted is not None
    os.kill(noted["pid"], signal.SIGKILL)
    until(lambda: not processes.of(own), 120, lambda: f"the end of {processes.of(own)}")


def test_down_leaves_nothing_of_a_busy_function_and_up_starts_anew(own: Run, sample_zip: bytes) -> None:
    assert "is up already" in script("up", "--run", own.folder)
    busy_function(own, sample_zip)
    assert "LocalStack is down" in script("down", "--run", own.folder)
    assert processes.of(own) == []
    script("up", "--without-docker", "--port", "0", "--run", own.folder)
    assert service(own, "lambda").list_functions()["Functions"] == []
