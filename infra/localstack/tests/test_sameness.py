"""What counts as a difference between two feeds, and what does not."""

import hashlib
import json
from datetime import UTC, datetime

import pytest
from sameness import comparable


def feed(version: str, generation: str, kilograms: int, moment: str) -> dict[str, bytes]:
    report = {"generation": generation, "netWeightKg": kilograms, "files": [{"key": "a.csv", "version": version}]}
    return {
        "m/reports/2025-12.json": json.dumps(report).encode(),
        f"m/archive/reports/2025-12.{generation}.json": json.dumps(report).encode(),
        "m/index.html": f"<p>{kilograms} kg of {version}, archive/reports/2025-12.{generation}.json, {moment}".encode(),
    }


@pytest.mark.parametrize("algorithm", ["sha256", "md5"])
def test_a_hash_of_another_object_is_no_difference_and_any_other_hash_is(algorithm: str) -> None:
    def package(of: bytes | None, version: str) -> dict[str, bytes]:
        csv = f"month,version\n2025-12,{version}\n".encode()
        hashed = hashlib.new(algorithm, csv if of is None else of).hexdigest()
        return feed(version, "0123456789abcdef", 5, now(1)) | {"m/a.csv": csv, "m/package.json": json.dumps({"hash": hashed}).encode()}

    assert comparable(package(None, "v1")) == comparable(package(None, "w2"))
    assert comparable(package(None, "v1")) != comparable(package(b"something else", "v1"))


def now(second: int) -> str:
    return f"{datetime.now(UTC).date().isoformat()}T00:00:{second:02}Z"


def test_versions_times_and_the_hashes_made_of_them_are_no_difference() -> None:
    assert comparable(feed("v1", "0123456789abcdef", 5, now(1))) == comparable(feed("w2", "fedcba9876543210", 5, now(2)))


def test_a_figure_is() -> None:
    one, other = (comparable(feed("v1", "0123456789abcdef", kilograms, now(1))) for kilograms in (5, 6))
    assert {key for key in one if one[key] != other[key]} == {"m/reports/2025-12.json", "m/index.html"}


def test_so_is_a_time_of_another_day_and_an_object_that_is_missing() -> None:
    one, other = (feed("v1", "0123456789abcdef", 5, moment) for moment in ("2025-12-01T00:00:00Z", "2025-12-02T00:00:00Z"))
    assert comparable(one) != comparable(other)
    del other["m/index.html"]
    assert comparable(one).keys() - comparable(other).keys() == {"m/index.html"}
