"""Finds the JDK that a Lambda runtime such as `java25` asks for."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

OLDEST = 17


class NoJdk(Exception):
    """No JDK that could run the functions was found."""


@dataclass(frozen=True)
class Jdk:
    """A JDK on this machine: its folder and its feature release, such as 25."""

    home: Path
    release: int

    @property
    def java(self) -> Path:
        return self.home / "bin" / "java"


def jdk_at(home: Path) -> Jdk | None:
    """The JDK in a folder, by the `release` file that every JDK since 9 carries."""
    try:
        text = (home / "release").read_text(encoding="utf-8")
    except OSError:
        return None
    version = re.search(r'^JAVA_VERSION="(\d+)', text, re.MULTILINE)
    if version is None or not os.access(home / "bin" / "java", os.X_OK):
        return None
    return Jdk(home, int(version[1]))


def places(release: int, environment: dict[str, str]) -> list[Path]:
    """Where JDKs are looked for, the most deliberate choice first."""
    named = [f"JAVA_{release}_HOME", f"JAVA_HOME_{release}_X64", f"JAVA_HOME_{release}_ARM64", "JAVA_HOME"]
    found = [Path(environment[name]) for name in named if environment.get(name)]
    java = shutil.which("java", path=environment.get("PATH"))
    if java:
        found.append(Path(java).resolve().parent.parent)
    home = Path(environment.get("HOME", "/nonexistent"))
    for parent in (Path("/usr/lib/jvm"), home / ".sdkman/candidates/java", home / ".jdks", Path("/opt/java")):
        if parent.is_dir():
            found.extend(sorted(parent.iterdir()))
    return found


def find(runtime: str, environment: dict[str, str]) -> Jdk:
    """The JDK of exactly the runtime's release, else the first of release 17 or newer.

    The functions are compiled for release 17, so an older JDK than the runtime's still runs them.
    """
    asked = re.fullmatch(r"java(\d+)(\.al2)?", runtime)
    if asked is None:
        raise NoJdk(f"runtime {runtime}: only Java functions can run here, such as java25")
    release = int(asked[1])
    known = [jdk for jdk in map(jdk_at, places(release, environment)) if jdk is not None]
    exact = [jdk for jdk in known if jdk.release == release]
    able = [jdk for jdk in known if jdk.release >= OLDEST]
    if not exact and not able:
        raise NoJdk(
            f"runtime {runtime}: no JDK {release} and none of release {OLDEST} or newer was found;"
            f" install one, or set JAVA_{release}_HOME or JAVA_HOME to its folder"
        )
    return (exact or able)[0]
