"""Which JDK a runtime gets."""

from collections.abc import Callable
from pathlib import Path

import pytest
from process_executor import jdk

Install = Callable[[str, str], Path]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    def at(place: str, release: str) -> Path:
        home = tmp_path / place
        (home / "bin").mkdir(parents=True)
        (home / "bin/java").write_text("#!/bin/sh\n")
        (home / "bin/java").chmod(0o755)
        (home / "release").write_text(f'IMPLEMENTOR="Somebody"\nJAVA_VERSION="{release}"\n')
        return home

    return at


def only(monkeypatch: pytest.MonkeyPatch, *homes: Path) -> None:
    monkeypatch.setattr(jdk, "places", lambda release, environment: list(homes))


def test_the_runtime_s_own_release_comes_before_any_other(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    older, exact = install("a", "17.0.15"), install("b", "25.0.3")
    only(monkeypatch, older, exact)
    assert jdk.find("java25", {}) == jdk.Jdk(exact, 25)


def test_without_it_the_first_of_release_17_or_newer_serves(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    too_old, able, newer = install("a", "11.0.2"), install("b", "17.0.15"), install("c", "21")
    only(monkeypatch, too_old, able, newer)
    assert jdk.find("java25", {}) == jdk.Jdk(able, 17)


def test_none_at_all_is_told_with_what_to_do(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, install("a", "11.0.2"))
    with pytest.raises(jdk.NoJdk, match=r"no JDK 25 and none of release 17 or newer.*JAVA_25_HOME"):
        jdk.find("java25", {})


def test_a_runtime_that_is_not_java_is_refused() -> None:
    with pytest.raises(jdk.NoJdk, match=r"python3\.13: only Java functions"):
        jdk.find("python3.13", {})


def test_a_named_jdk_comes_first_then_java_home_then_the_path(install: Install) -> None:
    named, home, path = install("a", "25"), install("b", "25"), install("c", "25")
    environment = {"JAVA_25_HOME": str(named), "JAVA_HOME": str(home), "PATH": str(path / "bin")}
    assert jdk.places(25, environment)[:3] == [named, home, path]


def test_a_folder_without_a_release_file_or_without_java_is_no_jdk(install: Install, tmp_path: Path) -> None:
    assert jdk.jdk_at(tmp_path) is None
    home = install("a", "25")
    (home / "bin/java").chmod(0o644)
    assert jdk.jdk_at(home) is None
