"""Installs what deploying needs, and what LocalStack needs without Docker: once, in `.state`, from PyPI and Maven, each piece pinned."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from places import DYNAMODB, HERE, PIECES, PROJECT, RUNTIME, STATE, TOOLS, VENV, Failed

PYTHON = (3, 13)
# What builds comes first: some of the others are sources.
LOCALSTACK_LOCKS = [HERE / "requirements/build.txt", HERE / "requirements/localstack.txt"]
MAIN_OF_DYNAMODB = "software.amazon.dynamodb.services.local.main.ServerRunner"


def install(tools_alone: bool = False) -> None:
    """Installs what is missing or has changed; does nothing, in no time, when all is there.

    With `tools_alone` only what deploys: a LocalStack in Docker brings the rest.
    """
    STATE.mkdir(parents=True, exist_ok=True)
    with open(STATE / "install.lock", "w") as lock:
        # Two at once would write into the same folders: the second waits and finds all there.
        fcntl.flock(lock, fcntl.LOCK_EX)
        install_missing(tools_alone)


def install_missing(tools_alone: bool) -> None:
    tasks = []
    if not fresh(TOOLS, tools_sources()):
        tasks.append(tools)
    if not tools_alone:
        if not fresh(VENV, localstack_sources()):
            tasks.append(localstack)
        if not fresh(PIECES, pieces_sources()):
            tasks.append(pieces)
    if not tasks:
        return
    print(f"installing {', '.join(task.__name__ for task in tasks)} (once, some minutes) ...", flush=True)
    with ThreadPoolExecutor() as pool:
        for done in [pool.submit(task) for task in tasks]:
            done.result()


def localstack_sources() -> list[Path]:
    return [*LOCALSTACK_LOCKS, HERE / "executor/pyproject.toml", *sorted((HERE / "executor/src").rglob("*.py"))]


def tools_sources() -> list[Path]:
    return [HERE / "requirements/tools.txt"]


def pieces_sources() -> list[Path]:
    return [HERE / "pieces/pom.xml"]


def localstack() -> None:
    """LocalStack in its virtual environment, and in it the executor that runs functions as processes."""
    # What is locked is slow to install and seldom changes; the executor is not.
    if not fresh(VENV, LOCALSTACK_LOCKS, "locked"):
        environment(VENV, *LOCALSTACK_LOCKS)
        mark(VENV, LOCALSTACK_LOCKS, "locked")
    with tempfile.TemporaryDirectory(dir=STATE) as folder:
        # setuptools leaves its build beside the sources: not in the work tree.
        source = Path(folder) / "executor"
        shutil.copytree(HERE / "executor", source, ignore=shutil.ignore_patterns("tests", "build", "*.egg-info"))
        run([VENV / "bin/python", "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-build-isolation",
             "--force-reinstall", source])
    mark(VENV, localstack_sources())


def tools() -> None:
    """The SAM CLI, boto3 and pytest: apart from LocalStack, whose versions of the same libraries differ."""
    environment(TOOLS, HERE / "requirements/tools.txt")
    mark(TOOLS, tools_sources())


def pieces() -> None:
    """DynamoDB Local as LocalStack would have laid it out, and AWS's Java runtime client, from Maven."""
    shutil.rmtree(PIECES, ignore_errors=True)
    ours = "com.amazonaws,dev.customsfeed"
    copy(DYNAMODB / "DynamoDBLocal_lib", f"-DexcludeGroupIds={ours}")
    # utils-lite is what the runtime client shares with the SDK.
    copy(RUNTIME, "-DincludeGroupIds=com.amazonaws,software.amazon.awssdk", "-DincludeArtifactIds="
         "aws-lambda-java-runtime-interface-client,aws-lambda-java-core,aws-lambda-java-serialization,utils-lite")
    jars = sorted(jar.name for jar in (DYNAMODB / "DynamoDBLocal_lib").glob("*.jar"))
    manifest(DYNAMODB / "DynamoDBLocal.jar", jars)
    # LocalStack's own agent raises a limit on indexes that is far away; it insists on finding one under this name.
    agent = next((DYNAMODB / "DynamoDBLocal_lib").glob("byte-buddy-agent-*.jar"))
    shutil.copy(agent, DYNAMODB / "ddb-local-loader-0.1.jar")
    mark(PIECES, pieces_sources())


def copy(target: Path, *selection: str) -> None:
    run([PROJECT / "mvnw", "-B", "-q", "-f", HERE / "pieces", "dependency:copy-dependencies",
         "-DincludeScope=runtime", f"-DoutputDirectory={target}", *selection])


def manifest(jar: Path, libraries: list[str]) -> None:
    """A jar that holds nothing but the class path: `java -jar` starts DynamoDB Local from it."""
    path = " ".join(f"DynamoDBLocal_lib/{name}" for name in libraries)
    lines = ["Manifest-Version: 1.0", f"Main-Class: {MAIN_OF_DYNAMODB}", f"Class-Path: {path}"]
    # A line of a manifest holds 72 bytes; the rest goes on after a space.
    folded = ["\r\n ".join([line[:70], *(line[at : at + 69] for at in range(70, len(line), 69))]) for line in lines]
    with zipfile.ZipFile(jar, "w") as archive:
        archive.writestr("META-INF/MANIFEST.MF", "\r\n".join(folded) + "\r\n\r\n")


def environment(folder: Path, *locks: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    run([python(), "-m", "venv", folder])
    for locked in locks:
        # The lock is complete: nothing is to be resolved. Without isolation, or else pip fetches what builds from outside the lock.
        # Modules are compiled when first imported.
        run([folder / "bin/python", "-m", "pip", "install", "-q", "--require-hashes", "--no-deps", "--no-build-isolation", "--no-compile",
             "--disable-pip-version-check", "-r", locked])


def python() -> str:
    """A Python 3.13: LocalStack 4.14.0 with `java25` runs on no older one."""
    wanted = f"{PYTHON[0]}.{PYTHON[1]}"
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [sys.executable, shutil.which(f"python{wanted}"), shutil.which("python3"),
                  *sorted(map(str, pyenv.glob(f"versions/{wanted}*/bin/python")), reverse=True)]
    uv = shutil.which("uv")
    if uv:
        found = subprocess.run([uv, "python", "find", wanted], capture_output=True, text=True)
        candidates.append(found.stdout.strip())
    for candidate in filter(None, candidates):
        if is_wanted(candidate):
            return candidate
    raise Failed(
        f"Python {wanted} is needed, by the AWS SAM CLI and by LocalStack where no Docker engine runs, and none was found on PATH,"
        f" under pyenv ({pyenv}) or by uv; install one:"
        f" `apt-get install python{wanted}-venv`, `pyenv install {wanted}` or `uv python install {wanted}`"
    )


def is_wanted(candidate: str) -> bool:
    # pyenv puts a python3.13 on PATH that only says which versions have it: asking is the one way to know.
    test = f"import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != {PYTHON})"
    try:
        return subprocess.run([candidate, "-c", test], capture_output=True).returncode == 0
    except OSError:
        return False


def run(command: Sequence[str | Path]) -> None:
    words = [str(word) for word in command]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=PROJECT)
    if done.returncode != 0:
        raise Failed(f"{' '.join(words[:4])} ... failed with status {done.returncode}:\n{done.stdout[-3000:]}")


def stamp(sources: list[Path]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    return digest.hexdigest()


def fresh(folder: Path, sources: list[Path], name: str = "installed") -> bool:
    try:
        return (folder / name).read_text() == stamp(sources)
    except FileNotFoundError:
        return False


def mark(folder: Path, sources: list[Path], name: str = "installed") -> None:
    (folder / name).write_text(stamp(sources))
