"""Where things lie: the project, what is installed once, and what one running LocalStack leaves."""

import argparse
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
STATE = HERE / ".state"

VENV = STATE / "venv"
TOOLS = STATE / "tools"
PIECES = STATE / "pieces"
DYNAMODB = PIECES / "dynamodb-local"
RUNTIME = PIECES / "lambda-runtime"

REGION = "us-east-1"
STACK = "customs-feed"


class Failed(Exception):
    """What went wrong and what to do about it, in words for the person at the terminal."""


def emulator() -> Path:
    """AWS's Runtime Interface Emulator for this machine, as the SAM CLI brings it."""
    if os.uname().sysname != "Linux":
        raise Failed("without Docker, LocalStack's functions run on Linux only: start a Docker engine")
    machine = os.uname().machine
    # The other names of the emulator are those of the kernel.
    architecture = "arm64" if machine == "aarch64" else machine
    found = sorted(TOOLS.glob(f"lib/python*/site-packages/samcli/local/rapid/aws-lambda-rie-{architecture}"))
    if not found:
        raise Failed(f"aws-sam-cli in {TOOLS} brought no Runtime Interface Emulator for {architecture}")
    return found[0]


class Somewhere(TypedDict):
    """How a LocalStack runs (`process` or `docker`), and its port."""

    how: str
    port: int


class Noted(Somewhere, total=False):
    """What `up` noted: with the process and its log, or with Docker's project."""

    pid: int
    log: str
    project: str


@dataclass(frozen=True)
class Run:
    """One running LocalStack: all that it writes lies in this folder."""

    folder: Path

    @property
    def record(self) -> Path:
        return self.folder / "run.json"

    @property
    def log(self) -> Path:
        return self.folder / "localstack.log"

    @property
    def function_logs(self) -> Path:
        return self.folder / "logs"

    def read(self) -> Noted | None:
        """What `up` noted, or nothing where it noted nothing."""
        try:
            noted: Noted = json.loads(self.record.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        return noted

    def write(self, noted: Noted) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.record.write_text(json.dumps(noted, indent=2) + "\n", encoding="utf-8")

    def endpoint(self) -> str:
        noted = self.read()
        if noted is None:
            raise Failed("LocalStack was not started here: run infra/localstack/up first")
        return f"http://127.0.0.1:{noted['port']}"


def add_run_option(parser: argparse.ArgumentParser) -> None:
    """The option by which several LocalStacks stay apart: each has a folder of its own."""
    parser.add_argument(
        "--run",
        type=Path,
        default=STATE / "run",
        metavar="DIR",
        help="folder of the running LocalStack (default: infra/localstack/.state/run)",
    )


def aws_settings(endpoint: str) -> dict[str, str]:
    """The variables that point an AWS client at LocalStack; it takes any credentials."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }


def aws_environment(endpoint: str) -> dict[str, str]:
    """The environment of any AWS client that is to speak with LocalStack, and with nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    return {
        **kept,
        # LocalStack brings an AWS CLI, for machines that have none.
        "PATH": f"{os.environ.get('PATH', os.defpath)}{os.pathsep}{VENV / 'bin'}",
        **aws_settings(endpoint),
        "AWS_REGION": REGION,
        "AWS_EC2_METADATA_DISABLED": "true",
        "SAM_CLI_TELEMETRY": "0",
    }
