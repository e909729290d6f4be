"""One execution environment: AWS's Runtime Interface Emulator around the JVM of a function."""

import collections
import dataclasses
import http.client
import json
import os
import random
import re
import shutil
import socket
import subprocess
import threading
import time
import zipfile
from pathlib import Path
from typing import IO

from process_executor.jdk import Jdk
from process_executor.leash import kill, marked

RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
INVOCATIONS = "/2015-03-31/functions/function/invocations"

# Where the runtime client looks for its native library. Without it each JVM unpacks one to the same file of /tmp, which on
# Lambda is its own and here is everybody's: two that start at once then load what the other has half written.
NATIVE_PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"

# Its value in a process's environment names the execution environment that the process belongs to.
MARK = "PROCESS_EXECUTOR_ENVIRONMENT"

START_SECONDS = 60
# The emulator ends a late function itself; past this the emulator is the one that hangs.
GRACE_SECONDS = 15
# What the emulator prints last of an invocation, whether it went well or not.
LAST_LINE = re.compile(r"^REPORT RequestId|Waiting for runtime domain processes termination")
LAST_LINE_SECONDS = 1
KEPT_LINES = 2_000


class EmulatorFailed(Exception):
    """The emulator itself did not start: nothing that a function did."""


@dataclasses.dataclass(frozen=True)
class Pieces:
    """What the emulator is made of, and where it writes."""

    emulator: Path
    """AWS's Runtime Interface Emulator, an executable."""
    runtime: Path
    """Folder with the jars of AWS's Java runtime interface client."""
    logs: Path
    """Folder of the log files, one a function."""
    scratch: Path
    """Folder in which each environment has its own for temporary files."""


@dataclasses.dataclass(frozen=True)
class Function:
    """What is run: as Lambda's configuration of a function says it."""

    name: str
    handler: str
    task: Path
    """Folder with the unpacked code."""
    timeout_seconds: int
    memory_megabytes: int


@dataclasses.dataclass(frozen=True)
class Outcome:
    """How an invocation ended: what the function answered, whether that is an error, and what was logged."""

    payload: bytes
    failed: bool
    log: str


def unpacked_native_library(runtime: Path, folder: Path) -> Path:
    """The runtime client's native library for this machine, a copy in the folder."""
    entry = f"jni/libaws-lambda-jni.linux-{os.uname().machine.replace('aarch64', 'aarch_64')}.so"
    jars = sorted(runtime.glob("aws-lambda-java-runtime-interface-client-*.jar"))
    if not jars:
        raise EmulatorFailed(f"{runtime} holds no aws-lambda-java-runtime-interface-client jar: run infra/localstack/up again")
    with zipfile.ZipFile(jars[0]) as jar:
        if entry not in jar.namelist():
            raise EmulatorFailed(f"{jars[0].name} holds no {entry}: it has no library for this machine")
        library = folder / Path(entry).name
        library.write_bytes(jar.read(entry))
    return library


def java_command(jdk: Jdk, function: Function, pieces: Pieces, temporary: Path, native_library: Path) -> list[str]:
    """The JVM as Lambda starts it: the heap is 85% of the memory, one collector thread, the first compiler only."""
    heap = max(function.memory_megabytes * 85 // 100, 32)
    flags = [
        f"-Xmx{heap}m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        f"-Djava.io.tmpdir={temporary}",
        f"-D{NATIVE_PROPERTY}={native_library}",
    ]
    if jdk.release >= 22:
        # The runtime client loads a native library, of which newer JDKs warn.
        flags.append("--enable-native-access=ALL-UNNAMED")
    # The function's own jars are not on this path: the runtime client takes them from the working folder, as on AWS.
    return [str(jdk.java), *flags, "-cp", str(pieces.runtime / "*"), RUNTIME, function.handler]


def answered(payload: bytes, status: int) -> bool:
    """Whether the emulator's response is the function's answer. A thrown error comes with status 200 too."""
    if status != 200:
        return False
    try:
        body = json.loads(payload)
    except ValueError:
        return True
    return not (isinstance(body, dict) and "errorType" in body and "errorMessage" in body)


def timed_out(payload: bytes, status: int) -> bool:
    """Whether the response is the emulator's own word for a time-out, which is text where a function answers JSON."""
    return status == 200 and payload.startswith(b"Task timed out after ")


def error(kind: str, message: str) -> bytes:
    """An error as Lambda words it."""
    return json.dumps({"errorType": kind, "errorMessage": message}).encode()


class Emulator:
    """Runs one function, one invocation at a time. It starts again by itself after a time-out or a lost process."""

    def __init__(self, identity: str, function: Function, jdk: Jdk, pieces: Pieces) -> None:
        self.identity = identity
        self._function = function
        self._jdk = jdk
        self._pieces = pieces
        self._environment: dict[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        # An address of loopback of its own: on the one that all share, somebody else may get a port between its choice and
        # its use, and would be taken for the emulator.
        self._host = f"127.{random.randint(1, 254)}.{random.randint(0, 255)}.{random.randint(1, 254)}"
        self._port = 0
        self._temporary = pieces.scratch / identity
        self._native_library: Path | None = None
        self._lock = threading.Condition()
        self._kept: collections.deque[str] = collections.deque(maxlen=KEPT_LINES)
        self._unread: list[str] = []
        self._stopped = False

    @property
    def mark(self) -> str:
        """What the environment of each of its processes holds, and that of no other process."""
        return f"{MARK}={self.identity}"

    @property
    def pid(self) -> int | None:
        """The emulator's process, while it runs."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self, environment: dict[str, str]) -> None:
        """Starts the emulator. The JVM starts with the first invocation."""
        self._environment = {**environment, MARK: self.identity}
        self._launch()

    def invoke(self, payload: bytes, logged: bool = True) -> Outcome:
        """Hands an event to the function and waits for its answer, and for the last line of its log if that is wanted."""
        if self.pid is None:
            self._launch()
        limit = self._function.timeout_seconds
        connection = http.client.HTTPConnection(self._host, self._port, timeout=limit + GRACE_SECONDS)
        try:
            connection.request("POST", INVOCATIONS, payload, {"Content-Type": "application/json"})
            response = connection.getresponse()
            body, status = response.read(), response.status
        except TimeoutError:
            self._end()
            return self._failed("Sandbox.Timedout", f"Task timed out after {limit}.00 seconds: the emulator hung")
        except (OSError, http.client.HTTPException) as lost:
            self._end()
            return self._failed("Runtime.ExitError", f"The execution environment was lost: {lost!r}")
        finally:
            connection.close()
        log = self._log_of_invocation() if logged else ""
        if timed_out(body, status):
            return Outcome(error("Sandbox.Timedout", body.decode()), True, log)
        return Outcome(body, not answered(body, status), log)

    def log(self) -> str:
        """The newest lines of all that this environment printed."""
        with self._lock:
            return "".join(self._kept)

    def stop(self) -> None:
        """Ends the emulator and its JVM at once, whatever they are doing."""
        self._stopped = True
        self._end()
        shutil.rmtree(self._temporary, ignore_errors=True)

    def _failed(self, kind: str, message: str) -> Outcome:
        return Outcome(error(kind, message), True, self._take_log())

    def _launch(self) -> None:
        if self._stopped:
            raise EmulatorFailed(f"{self._function.name}: the execution environment was stopped")
        self._temporary.mkdir(parents=True, exist_ok=True)
        if self._native_library is None:
            self._native_library = unpacked_native_library(self._pieces.runtime, self._temporary)
        java = java_command(self._jdk, self._function, self._pieces, self._temporary, self._native_library)
        deadline = time.monotonic() + START_SECONDS
        while True:
            # Should somebody take a port all the same, the emulator exits, and two others are tried.
            self._port, api = free_ports(self._host, 2)
            self._process = process = self._spawn(api, java)
            if self._listens(process, deadline):
                return
            if time.monotonic() > deadline:
                self._end()
                raise EmulatorFailed(
                    f"{self._function.name}: the Runtime Interface Emulator did not listen"
                    f" within {START_SECONDS} s; it printed:\n{self.log()}"
                )

    def _spawn(self, api: int, java: list[str]) -> subprocess.Popen[bytes]:
        command = [
            str(self._pieces.emulator),
            "--runtime-interface-emulator-address",
            f"{self._host}:{self._port}",
            "--runtime-api-address",
            f"{self._host}:{api}",
            *java,
        ]
        process = subprocess.Popen(
            command,
            cwd=self._function.task,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            process_group=0,
        )
        assert process.stdout is not None
        threading.Thread(target=self._pump, args=(process.stdout,), daemon=True, name=f"log-{self.identity}").start()
        return process

    def _listens(self, process: subprocess.Popen[bytes], deadline: float) -> bool:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                socket.create_connection((self._host, self._port), timeout=1).close()
                return process.poll() is None
            except OSError:
                time.sleep(0.01)
        return False

    def _pump(self, printed: IO[bytes]) -> None:
        self._pieces.logs.mkdir(parents=True, exist_ok=True)
        with open(self._pieces.logs / f"{self._function.name}.log", "ab", buffering=0) as file:
            for raw in printed:
                file.write(raw)
                line = raw.decode("utf-8", "replace")
                with self._lock:
                    self._kept.append(line)
                    self._unread.append(line)
                    self._lock.notify_all()

    def _log_of_invocation(self) -> str:
        with self._lock:
            self._lock.wait_for(lambda: any(LAST_LINE.search(line) for line in self._unread), LAST_LINE_SECONDS)
        return self._take_log()

    def _take_log(self) -> str:
        with self._lock:
            log, self._unread = "".join(self._unread), []
        return log

    def _end(self) -> None:
        # The emulator gives the JVM a process group of its own, and one that is busy outlives the emulator.
        while left := marked(self.mark):
            for pid in left:
                kill(pid)
            self._reap()

    def _reap(self) -> None:
        if self._process is not None:
            self._process.wait()


def free_ports(host: str, count: int) -> list[int]:
    """Ports of an address of loopback that nobody listens on at this moment, all different."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind((host, 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
