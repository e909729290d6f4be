"""Measures cold starts under AWS's Runtime Interface Emulator, and the time from upload to feed, on a LocalStack of its own.

A cold start is counted from the start of the emulator's process to the function's answer. The function's first event is a
sample file, uploaded for the purpose; the empty handler answers an empty event. All run in turn, so that a busy moment of
the machine meets each alike.
"""

import argparse
import collections
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
import zipfile
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from places import HERE, PROJECT, REGION, RUNTIME, Run, emulator

sys.path[:0] = [str(HERE / "executor/src"), str(HERE / "tests")]

import processes
from process_executor import jdk
from process_executor.emulator import MARK, Emulator, Function, Pieces
from system import Commodity, Stack, commodity, deployed, script
from waiting import until

SAMPLE = PROJECT / "events/files/incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv"
SAMPLE_SOURCE = HERE / "executor/tests/java/sample/Sample.java"
QUEUE_DELAY_SECONDS = 30
# Counters of the JVM: no time is in two of them.
COUNTERS = {
    "finding": ["sun.cls.appClassLoadTime.self"],
    "reading": ["sun.cls.defineAppClassTime.self", "sun.cls.sysClassLoadTime", "sun.cls.sharedClassLoadTime"],
    "verification": ["sun.cls.classVerifyTime.self"],
    "linking": ["sun.cls.classLinkedTime.self"],
    "initialisation": ["sun.cls.classInitTime.self"],
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmark", description=__doc__.splitlines()[0])
    parser.add_argument("--cold", type=int, default=7, metavar="N", help="cold starts of each kind (default: 7)")
    parser.add_argument("--feeds", type=int, default=3, metavar="N", help="uploads whose way to the feed is timed (default: 3)")
    parser.add_argument("--java-options", action="append", default=[], metavar="FLAGS", help="a kind of its own with these flags")
    parser.add_argument("--classes", action="store_true", help="count the classes that a cold start loads, and time it")
    options = parser.parse_args()
    # Asked to end, it ends LocalStack too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("benchmark: ended before it was done"))
    folder = Path(tempfile.mkdtemp(prefix="customs-feed-benchmark-"))
    run = Run(folder)
    try:
        script("up", "--without-docker", "--port", "0", "--run", folder)

        def client(service: Any) -> Any:
            return boto3.client(
                service, endpoint_url=run.endpoint(), region_name=REGION, aws_access_key_id="test",
                aws_secret_access_key="test", config=Config(s3={"addressing_style": "path"}),
            )

        stack = deployed(run, client, "customs-feed-measured")
        if options.feeds:
            from_upload_to_feed(stack, options.feeds)
        if options.cold or options.classes:
            cold_starts(stack, folder, options.cold, options.java_options, options.classes)
    finally:
        script("down", "--run", folder)
        shutil.rmtree(folder)


def from_upload_to_feed(stack: Stack, count: int) -> None:
    taken = []
    for number in range(count):
        traded = commodity(stack, 70010010 + 10 * number)
        stack.upload(traded.definition_key, traded.definition())
        stack.quiet()
        began = time.monotonic()
        stack.upload(traded.key("a"), traded.file({"2025-01": 1000}))
        await_feed(traded)
        taken.append(time.monotonic() - began)
    tell("upload to feed", taken)
    print(f"  of that the queue's delay: {QUEUE_DELAY_SECONDS} s; beside it {statistics.median(taken) - QUEUE_DELAY_SECONDS:.2f} s")


def await_feed(traded: Commodity) -> None:
    until(lambda: traded.kilograms("2025-01") == 1000, 300, "the feed", every=0.1)


def cold_starts(stack: Stack, folder: Path, count: int, flags: list[str], classes: bool) -> None:
    java = jdk.find("java25", dict(os.environ))
    pieces = Pieces(emulator(), RUNTIME, folder / "logs", folder / "scratch")
    ingest = Function("ingest", "dev.customsfeed.ingest.IngestHandler", unpacked(folder), 300, 1769)
    empty = Function("empty", "sample.Sample", compiled(folder, java), 300, 1769)
    settings = stack.functions.get_function_configuration(FunctionName=stack.names["IngestFunction"])
    environment = {
        "PATH": os.environ["PATH"],
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL": stack.run.endpoint(),
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_LAMBDA_FUNCTION_TIMEOUT": "300",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1769",
        **settings["Environment"]["Variables"],
    }
    kinds: list[tuple[str, Function, dict[str, str]]] = [("empty handler", empty, {}), ("ingest", ingest, {})]
    for given in flags:
        kinds += [(f"empty handler, {given}", empty, {"JAVA_TOOL_OPTIONS": given})]
        kinds += [(f"ingest, {given}", ingest, {"JAVA_TOOL_OPTIONS": given})]
    cold: dict[str, list[float]] = {name: [] for name, _, _ in kinds}
    warm: dict[str, list[float]] = {name: [] for name, _, _ in kinds}
    print(f"JDK {java.release}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with stack.paused("IngestFunction"):
        # The first of each kind fills the machine's caches and is not counted.
        for number in range(count + 1 if count else 0):
            for name, function, more in kinds:
                events = [b"{}", b"{}"] if function is empty else [upload(stack), upload(stack)]
                first, second = times(Emulator(uuid.uuid4().hex, function, java, pieces), {**environment, **more}, events)
                if number:
                    cold[name].append(first)
                    warm[name].append(second)
        if classes:
            class_loading(stack, ingest, java, pieces, environment)
    if not count:
        return
    base = statistics.median(cold["empty handler"])
    for name, _, _ in kinds:
        tell(f"cold start: {name}", cold[name])
        next_event = statistics.median(warm[name]) * 1000
        print(f"  {statistics.median(cold[name]) / base:.2f} times the empty handler; the next event {next_event:.0f} ms")


def class_loading(stack: Stack, function: Function, java: jdk.Jdk, pieces: Pieces, environment: dict[str, str]) -> None:
    """Tells which classes a function's first file loads and what the JVM takes for it, then the same of the next file."""
    log = pieces.scratch.parent / "loaded"
    emulator = Emulator(uuid.uuid4().hex, function, java, pieces)
    emulator.start({**environment, "JAVA_TOOL_OPTIONS": f"-Xlog:class+load:file={log}:none"})
    seen = 0
    before = dict.fromkeys(("processor", *COUNTERS), 0.0)
    try:
        for which in ("first", "next"):
            succeed(emulator, upload(stack))
            lines = log.read_text(encoding="utf-8").splitlines()
            counted = collections.Counter(origin(line) for line in lines[seen:] if " source: " in line)
            now = jvm_seconds(java, emulator.identity)
            taken = ", ".join(f"{name} {now[name] - before[name]:.2f} s" for name in now)
            print(f"classes of the {which} file: {sum(counted.values())}, of which {dict(counted.most_common())}; {taken}", flush=True)
            seen, before = len(lines), now
        loaded = {Path(line.rpartition(" source: ")[2]).name for line in lines}
        print(f"jars that no class was loaded from: {sorted({jar.name for jar in function.task.glob('lib/*.jar')} - loaded)}")
    finally:
        emulator.stop()


def origin(line: str) -> str:
    """Whose class a line of the JVM's log of loaded classes is about."""
    name, _, source = line.partition(" source: ")
    whose = {"software.amazon.": "SDK", "org.apache.": "Apache", "com.fasterxml.": "Jackson", "dev.customsfeed.": "own"}
    found = next((whose[prefix] for prefix in whose if name.startswith(prefix)), "JDK and others")
    if source.startswith("shared objects file"):
        return f"{found}, in the JDK's archive"
    return f"{found}, lambdas" if "$$Lambda" in name else found


def jvm_seconds(java: jdk.Jdk, identity: str) -> dict[str, float]:
    """What the JVM of an environment has spent: of processor time in all, and of time for loading and making ready its classes."""
    [pid] = [each for each in processes.marked(f"{MARK}={identity}") if "java" in Path(f"/proc/{each}/comm").read_text()]
    printed = subprocess.run([java.home / "bin/jcmd", str(pid), "PerfCounter.print"], stdout=subprocess.PIPE, text=True, check=True).stdout
    counters = dict(line.split("=", 1) for line in printed.splitlines() if "=" in line)
    ticks = int(counters["sun.os.hrt.frequency"])
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    processor = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
    return {"processor": processor, **{name: sum(int(counters[each]) for each in some) / ticks for name, some in COUNTERS.items()}}


def times(emulator: Emulator, environment: dict[str, str], events: list[bytes]) -> list[float]:
    taken = []
    began = time.monotonic()
    emulator.start(environment)
    try:
        for event in events:
            succeed(emulator, event)
            taken.append(time.monotonic() - began)
            began = time.monotonic()
    finally:
        emulator.stop()
    return taken


def succeed(emulator: Emulator, event: bytes) -> None:
    """Hands an event to the function, and ends the benchmark if it is not taken."""
    outcome = emulator.invoke(event, logged=False)
    if outcome.failed or b'"itemIdentifier"' in outcome.payload:
        sys.exit(f"benchmark: the function failed: {outcome.payload.decode()}\n{emulator.log()}")


def upload(stack: Stack) -> bytes:
    """Uploads the sample file under a name of its own, and gives the event that announces it."""
    event = json.loads((PROJECT / "events/s3-created.json").read_text())
    [message] = event["Records"]
    body = json.loads(message["body"])
    [announced] = body["Records"]
    key = f"incoming/gacc/flow=export/hs=8104/{uuid.uuid4().hex}.csv"
    version = stack.upload(key, SAMPLE.read_bytes())
    announced["s3"]["bucket"]["name"] = stack.outputs["UploadBucket"]
    announced["s3"]["object"] |= {"key": key.replace("=", "%3D"), "versionId": version}
    message["body"] = json.dumps(body)
    return json.dumps(event).encode()


def unpacked(folder: Path) -> Path:
    with zipfile.ZipFile(PROJECT / "functions/ingest/target/ingest.zip") as archive:
        archive.extractall(folder / "ingest")
    return folder / "ingest"


def compiled(folder: Path, java: jdk.Jdk) -> Path:
    """The empty handler, laid out as its zip would be unpacked."""
    home = folder / "empty"
    (home / "lib").mkdir(parents=True)
    tools = java.home / "bin"
    subprocess.run([tools / "javac", "--release", "17", "-cp", f"{RUNTIME}/*", "-d", folder / "classes", SAMPLE_SOURCE], check=True)
    subprocess.run([tools / "jar", "cf", home / "lib/sample.jar", "-C", folder / "classes", "."], check=True)
    return home


def tell(what: str, taken: list[float]) -> None:
    print(f"{what}: {statistics.median(taken):.2f} s (median of {len(taken)}; {min(taken):.2f} to {max(taken):.2f})", flush=True)


if __name__ == "__main__":
    main()
