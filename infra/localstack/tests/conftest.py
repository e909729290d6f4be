"""One LocalStack for all tests, on a port of its own; it is started and ended by the scripts that a user has."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config
from places import HERE, REGION, RUNTIME, STACK, Run
from process_executor import jdk
from system import Clients, Sample, Stack, deployed, one_at_a_time, script

FOLDER = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """The folder of the one LocalStack: made by the first process, told to the workers."""
    if is_worker(config):
        given: dict[str, str] = vars(config)["workerinput"]
        config.stash[FOLDER] = Path(given["localstack"])
        return
    config.stash[FOLDER] = Path(tempfile.mkdtemp(prefix="customs-feed-localstack-"))
    # A test run that is asked to end ends as by Ctrl-C, which is ignored in a shell's background: in order, and LocalStack with it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))


def pytest_configure_node(node: Any) -> None:
    node.workerinput["localstack"] = str(node.config.stash[FOLDER])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if is_worker(session.config):
        return
    folder = session.config.stash[FOLDER]
    script("down", "--run", folder)
    if exitstatus == 0:
        shutil.rmtree(folder)
    else:
        print(f"\nthe logs of LocalStack and of the functions are in {folder}")


def is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.fixture(scope="session")
def run(pytestconfig: pytest.Config) -> Run:
    """The running LocalStack, started by the first test that wants it."""
    folder = pytestconfig.stash[FOLDER]
    with one_at_a_time(folder):
        script("up", "--without-docker", "--port", "0", "--run", folder)
    return Run(folder)


@pytest.fixture(scope="session")
def client(run: Run) -> Clients:
    """Clients of AWS's services, as any user of LocalStack has them."""
    endpoint = run.endpoint()

    def of(service: Any) -> Any:
        return boto3.client(
            service,
            endpoint_url=endpoint,
            region_name=REGION,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            # One request, one answer: an invocation is not to be repeated behind the test's back.
            config=Config(retries={"max_attempts": 0}, read_timeout=600, s3={"addressing_style": "path"}),
        )

    return of


@pytest.fixture(scope="session")
def stack(run: Run, client: Clients) -> Stack:
    """The system as it is deployed, one for each worker. The test that wants it otherwise says so, and puts it back."""
    return deployed(run, client, f"{STACK}-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")


@pytest.fixture(scope="session")
def sample_zip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
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
def sample(client: Clients, sample_zip: bytes) -> Iterator[Sample]:
    """Makes sample functions with the settings asked for, and deletes them afterwards."""
    functions = client("lambda")
    made: list[str] = []

    def make(**settings: Any) -> str:
        name = f"sample-{uuid.uuid4().hex[:8]}"
        functions.create_function(
            **{
                "FunctionName": name,
                "Runtime": "java25",
                "Handler": "sample.Sample",
                "Role": "arn:aws:iam::000000000000:role/sample",
                "Code": {"ZipFile": sample_zip},
                "Timeout": 20,
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


def quiet(*command: object) -> None:
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout
