"""What infra/release finds wrong, in checkouts of its own."""

import importlib.machinery
import importlib.util
import subprocess
import tempfile
import unittest
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent


def load() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("release", str(HERE / "release"))
    spec = importlib.util.spec_from_loader("release", loader)
    assert spec
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


RELEASE = load()


class ReleaseTest(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.git("init", "--quiet")
        self.write("pom.xml", "<project><version>1.2.0-SNAPSHOT</version><v><version>9</version></v></project>")
        self.write("CHANGELOG.md", "# Changelog\n\n## 1.2.0, 2026-12-01\n\n- This.\n\n## 1.1.0, 2026-11-01\n")
        self.commit()

    def git(self, *command: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *command], cwd=self.root, check=True)

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", "as it is")

    def problems(self, version: str) -> list[str]:
        found: list[str] = RELEASE.problems(self.root, version)
        return found

    def test_a_checkout_that_is_ready_has_no_problem(self) -> None:
        self.assertEqual(self.problems("1.2.0"), [])

    def test_all_that_is_wrong_is_told_at_once(self) -> None:
        self.git("tag", "v1.3.0")
        self.write("CHANGELOG.md", "# Changelog\n\n## 1.3.0, not yet released\n")
        found = self.problems("1.3.0")
        for part in ("not committed", "the tag v1.3.0", "expected 1.3.0-SNAPSHOT", '"## 1.3.0, not yet released"'):
            self.assertTrue(any(part in problem for problem in found), (part, found))
        self.assertEqual(len(found), 4)

    def test_a_version_without_a_section_is_told(self) -> None:
        self.write("CHANGELOG.md", "# Changelog\n\n## 1.2.01, 2026-12-01\n")
        self.commit()
        self.assertEqual(len(self.problems("1.2.0")), 1)


if __name__ == "__main__":
    unittest.main()
