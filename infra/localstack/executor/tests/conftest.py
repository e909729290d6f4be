import os
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import places
import pytest
from process_executor import jdk
from process_executor.emulator import Emulator, Function, Pieces


@pytest.fixture(scope="session")
def java() -> jdk.Jdk:
    return jdk.find("java25", dict(os.environ))


@pytest.fixture(scope="session")
def code(java: jdk.Jdk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample function, compiled and laid out as its zip would be unpacked: lib/*.jar."""
    folder = tmp_path_factory.mktemp("code")
    classes = folder / "classes"
    (folder / "lib").mkdir()
    source = Path(__file__).parent / "java/sample/Sample.java"
    tools = java.home / "bin"
    subprocess.run(
        [tools / "javac", "--release", "17", "-cp", f"{places.RUNTIME}/*", "-d", classes, source], check=True, capture_output=True
    )
    subprocess.run([tools / "jar", "cf", folder / "lib/sample.jar", "-C", classes, "."], check=True, capture_output=True)
    return folder


@pytest.fixture
def pieces(tmp_path: Path) -> Pieces:
    return Pieces(emulator=places.emulator(), runtime=places.RUNTIME, logs=tmp_path / "logs", scratch=tmp_path / "scratch")


@pytest.fixture
def environment() -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "AWS_LAMBDA_FUNCTION_NAME": "sample",
        "AWS_LAMBDA_FUNCTION_TIMEOUT": "20",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "256",
        "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }


@pytest.fixture
def function(code: Path) -> Function:
    return Function(name="sample", handler="sample.Sample", task=code, timeout_seconds=20, memory_megabytes=256)


@pytest.fixture
def emulator(function: Function, java: jdk.Jdk, pieces: Pieces, environment: dict[str, str]) -> Iterator[Emulator]:
    running = Emulator(uuid.uuid4().hex, function, java, pieces)
    running.start(environment)
    yield running
    running.stop()
