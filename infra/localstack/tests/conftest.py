"""One LocalStack for all tests, on a port of its own; it is started and ended by the scripts that a user has."""

import contextlib
import os
import subprocess
import uuid

import boto3
import pytest
from botocore.config import Config
from places import HERE, REGION, RUNTIME, Run
from process_executor import jdk
from system import Stack, script


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """A running LocalStack with nothing deployed on it."""
    started = Run(tmp_path_factory.mktemp("localstack"))
    script("up", "--without-docker", "--port", "0", "--run", started.folder)
    yield started
    script("down", "--run", started.folder)


@pytest.fixture(scope="session")
def client(run):
    """Clients of AWS's services, as any user of LocalStack has them."""
    endpoint = run.endpoint()

    def of(service):
        return boto3.client(
            service,
            endpoint_url=endpoint,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            # One request, one answer: an invocation is not to be repeated behind the test's back.
            config=Config(retries={"max_attempts": 0}, read_timeout=120, s3={"addressing_style": "path"}),
        )

    return of


@pytest.fixture(scope="session")
def stack(run, client):
    """The system as it is deployed. The test that wants it otherwise says so, and puts it back."""
    script("deploy", "--run", run.folder)
    return Stack(client, run)


@pytest.fixture(scope="session")
def sample_zip(tmp_path_factory) -> bytes:
    """The executor's sample function as a zip of lib/*.jar."""
    folder = tmp_path_factory.mktemp("sample")
    tools = jdk.find("java25", dict(os.environ)).home / "bin"
    source = HERE / "executor/tests/java/sample/Sample.java"
    (folder / "zip/lib").mkdir(parents=True)
    quiet(tools / "javac", "--release", "17", "-cp", f"{RUNTIME}/*", "-d", folder / "classes", source)
    quiet(tools / "jar", "cf", folder / "zip/lib/sample.jar", "-C", folder / "classes", ".")
    quiet(tools / "jar", "cMf", folder / "sample.zip", "-C", folder / "zip", ".")
    return (folder / "sample.zip").read_bytes()


@pytest.fixture
def sample(client, sample_zip):
    """Makes sample functions with the settings asked for, and deletes them afterwards."""
    functions = client("lambda")
    made = []

    def make(**settings):
        name = f"sample-{uuid.uuid4().hex[:8]}"
        functions.create_function(
            **{
                "FunctionName": name,
                "Runtime": "java25",
                "Handler": "sample.Sample",
                "Role": "arn:aws:iam::000000000000:role/sample",
                "Code": {"ZipFile": sample_zip},
                "Timeout": 8,
                "MemorySize": 256,
                **settings,
            }
        )
        made.append(name)
        functions.get_waiter("function_active_v2").wait(FunctionName=name)
        return name

    yield make
    for name in made:
        with contextlib.suppress(functions.exceptions.ResourceNotFoundException):
            functions.delete_function(FunctionName=name)


def quiet(*command) -> None:
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout
