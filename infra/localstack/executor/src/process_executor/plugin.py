"""LocalStack's extension point for runtimes, filled by processes of this machine."""

import logging
import os
from pathlib import Path

from localstack import config
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import RuntimeExecutor

from process_executor import jdk, leash
from process_executor.emulator import Emulator, Function, Pieces

LOG = logging.getLogger(__name__)

# Beside what LocalStack gives a function: nothing of the machine's own environment reaches it but these.
RUN = "LOCALSTACK_RUN"
INHERITED = ("PATH", "HOME", RUN)


def pieces() -> Pieces:
    """The places that `up` names in the environment of LocalStack."""

    def place(name: str) -> Path:
        value = os.environ.get(name)
        if not value:
            raise RuntimeError(f"{name} is not set: LocalStack was not started by infra/localstack/up")
        return Path(value)

    return Pieces(
        emulator=place("PROCESS_EXECUTOR_EMULATOR"),
        runtime=place("PROCESS_EXECUTOR_RUNTIME"),
        logs=place("PROCESS_EXECUTOR_LOGS"),
        scratch=place("PROCESS_EXECUTOR_SCRATCH"),
    )


class ProcessExecutor(RuntimeExecutor):
    """One execution environment of a Java function, as LocalStack drives it."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:
        super().__init__(id=id, function_version=function_version)
        settings = function_version.config
        self._emulator = Emulator(
            id,
            Function(
                name=function_version.id.function_name,
                handler=settings.handler,
                task=settings.code.get_unzipped_code_location(),
                timeout_seconds=settings.timeout,
                memory_megabytes=settings.memory_size,
            ),
            jdk.find(settings.runtime, dict(os.environ)),
            pieces(),
        )

    def start(self, env_vars: dict[str, str]) -> None:
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        given = {name: str(value) for name, value in env_vars.items() if value is not None}
        self._emulator.start({"LANG": "en_US.UTF-8", **inherited, **given})

    def stop(self) -> None:
        self._emulator.stop()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        outcome = self._emulator.invoke(payload["payload"].encode())
        return InvocationResult(
            request_id=payload["invoke-id"],
            payload=outcome.payload,
            is_error=outcome.failed,
            logs=outcome.log,
        )

    def get_logs(self) -> str:
        return self._emulator.log()

    def get_address(self) -> str:
        return "127.0.0.1"

    def get_endpoint_from_executor(self) -> str:
        return "127.0.0.1"

    def get_runtime_endpoint(self) -> str:
        return f"http://127.0.0.1:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        # Told at deployment, not at the first event: a runtime that nothing here can run.
        found = jdk.find(function_version.config.runtime, dict(os.environ))
        LOG.info("%s runs on JDK %s in %s", function_version.id.function_name, found.release, found.home)
        function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        # A new version of the same function may run the same unpacked code: LocalStack deletes it with the function.
        pass

    @classmethod
    def validate_environment(cls) -> bool:
        pieces()
        return True


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """What the entry point names."""

    name = "process"

    def load(self, *args: object, **kwargs: object) -> type[RuntimeExecutor]:
        # What LocalStack starts from here on, DynamoDB Local too, does not outlive it.
        leash.hold(f"{RUN}={os.environ[RUN]}")
        return ProcessExecutor
