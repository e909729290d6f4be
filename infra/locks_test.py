"""Whatever comes from PyPI is locked, with hashes, and installed by them; so is Maven.

    python -m unittest discover -s infra -p 'locks_test.py'
"""

import re
import subprocess
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NAMED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^]]*])?(?:==(?P<version>[^\s;\\]+))?")
# A command goes on after a backslash, and in a list over the lines of its brackets.
INSTALLATION = r"""^[^#\n]*\bpip["']?,?\s+["']?install\b(?:[^\n]*\\\n)*[^\n]*(?:\n\s+["'][^\n]*)*"""


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=PROJECT, check=True,
                            capture_output=True, text=True)
    return [PROJECT / name for name in listed.stdout.split("\0") if name and (PROJECT / name).is_file()]


def requirements(file: Path) -> list[str]:
    """Those of a lock or of what it is made from: each with all that stands in the lines that it goes on in."""
    text = re.sub(r"\\\n", " ", file.read_text(encoding="utf-8"))
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


def named(requirement: str) -> re.Match[str]:
    found = NAMED.match(requirement)
    assert found is not None, requirement
    return found


def name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", named(requirement)["name"]).lower()


WANTED = [file for file in tracked() if file.suffix == ".in" and file.name != "MANIFEST.in"]
SCRIPTS = [file for file in tracked() if file.suffix in ("", ".py", ".sh", ".yaml", ".yml") and file != Path(__file__).resolve()]


class LocksTest(unittest.TestCase):

    def test_each_list_of_requirements_has_a_lock(self) -> None:
        """Because what is not locked is another thing tomorrow."""
        self.assertEqual(
            [".ci/lint.in", "infra/local/browser/clients/requirements.in", "infra/localstack/requirements/build.in",
             "infra/localstack/requirements/localstack.in", "infra/localstack/requirements/tools.in"],
            sorted(file.relative_to(PROJECT).as_posix() for file in WANTED),
        )
        for wanted in WANTED:
            locked = {name(line): named(line)["version"] for line in requirements(wanted.with_suffix(".txt"))}
            for line in requirements(wanted):
                self.assertIn(name(line), locked, wanted)
                version = named(line)["version"]
                self.assertIn(version, (None, locked[name(line)]), f"{wanted}: the lock is of another version")

    def test_each_locked_requirement_names_a_version_and_the_hashes_of_its_files(self) -> None:
        """Because a version says who made a file, and only its hash that it is the same."""
        for wanted in WANTED:
            lines = requirements(wanted.with_suffix(".txt"))
            self.assertTrue(lines, wanted)
            for line in lines:
                self.assertRegex(line, r"^[A-Za-z0-9._-]+==\S+( ;[^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+(\s+#.*)?$", wanted)

    def test_the_wrapper_of_maven_names_the_hash_of_what_it_fetches(self) -> None:
        """Because it runs what it fetched before anything else of the build does."""
        text = (PROJECT / ".mvn/wrapper/maven-wrapper.properties").read_text(encoding="utf-8")
        self.assertRegex(text, r"(?m)^distributionUrl=https://")
        self.assertRegex(text, r"(?m)^distributionSha256Sum=[0-9a-f]{64}$")

    def test_every_installation_asks_for_the_hashes_and_builds_nothing_by_what_is_not_locked(self) -> None:
        """Because pip takes a lock without its hashes for a wish, and fetches what builds a package as it likes."""
        found = 0
        for script in SCRIPTS:
            try:
                text = script.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            for command in re.findall(INSTALLATION, text, re.MULTILINE):
                found += 1
                with self.subTest(script.relative_to(PROJECT).as_posix()):
                    if "--no-index" in command:
                        continue
                    self.assertIn("--require-hashes", command)
                    self.assertRegex(command, r"--only-binary :all:|--no-build-isolation")
        self.assertEqual(4, found, "the installations that there are")


if __name__ == "__main__":
    unittest.main()
