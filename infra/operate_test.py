"""What infra/operate says while it works; what it does is tested on LocalStack (localstack/tests/test_operating.py).

    python -m unittest discover -s infra -p 'operate_test.py'
"""

import runpy
import unittest
from pathlib import Path

OPERATE = runpy.run_path(str(Path(__file__).with_name("operate")))


def said_by(total: int, *steps: tuple[float, int, str]) -> list[str]:
    """What is said of a task that had so much done after so many seconds."""
    said: list[str] = []
    now = [0.0]
    progress = OPERATE["Progress"](total, "copied", clock=lambda: now[0], say=said.append)
    for seconds, done, about in steps:
        now[0] = seconds
        progress.reached(done, about)
    return said


class ProgressTest(unittest.TestCase):

    def test_of_a_task_of_less_than_two_seconds_only_the_end_is_told(self) -> None:
        self.assertEqual(["3 of 3 copied"], said_by(3, (0.5, 1, "a"), (1.0, 2, "b"), (1.9, 3, "c")))

    def test_after_two_seconds_it_says_how_far_it_is_and_how_long_it_will_take(self) -> None:
        self.assertEqual(
            ["2 of 8 copied after 2 s, some 6 s to go: b", "8 of 8 copied"],
            said_by(8, (1.0, 1, "a"), (2.0, 2, "b"), (3.9, 7, "c"), (4.0, 8, "d")),
        )

    def test_while_nothing_is_done_yet_it_does_not_guess(self) -> None:
        self.assertEqual(["0 of 4 copied after 2 s"], said_by(4, (2.0, 0, "")))

    def test_it_says_no_more_than_a_line_in_two_seconds(self) -> None:
        said = said_by(1001, *((at / 10, at, f"file {at}") for at in range(1, 1001)))
        self.assertEqual(50, len(said))

    def test_long_times_are_told_in_minutes_and_hours(self) -> None:
        self.assertEqual(["119 s", "2 min", "90 min", "2.5 h"], [OPERATE["duration"](of) for of in (119, 121, 5400, 9000)])


if __name__ == "__main__":
    unittest.main()
