"""The verification as it is deployed: with it on, files become a report; with it off, nothing of it is there."""

import json
import os
import re
from typing import Any

import pytest
from places import PROJECT, STACK, Run
from system import FEED_SECONDS, Clients, Stack, deployed
from waiting import until

SAMPLE = PROJECT / "events/verification"
# Of the sample, and of nothing else in the project.
NUMBERS = re.compile(r"0202202[56][01]7301\d{5}|SAMPLE-ZM-\d+")


@pytest.fixture(scope="module")
def verification(run: Run, client: Clients) -> Stack:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    return deployed(run, client, f"{STACK}-verification-{worker}", "--parameter", "Verification=on")


def report(verification: Stack) -> dict[str, Any]:
    """What the newest report says; nothing where there is none yet."""
    bucket = verification.outputs["VerificationBucket"]
    try:
        said: dict[str, Any] = json.loads(verification.s3.get_object(Bucket=bucket, Key="report/report.json")["Body"].read())
    except verification.s3.exceptions.NoSuchKey:
        return {}
    return said


def test_without_it_nothing_of_it_is_deployed(stack: Stack) -> None:
    assert not [name for name in stack.names if name.startswith("Verification")]
    assert not [name for name in stack.outputs if name.startswith("Verification")]


def test_the_sample_becomes_a_report_its_numbers_are_in_no_log_and_no_feed_and_a_deletion_withdraws(
    verification: Stack, client: Clients
) -> None:
    bucket = verification.outputs["VerificationBucket"]
    files = sorted(path for path in (SAMPLE / "verification").rglob("*") if path.is_file())
    numbers: set[str] = set()
    for path in files:
        content = path.read_bytes()
        numbers.update(NUMBERS.findall(content.decode("gb18030", errors="replace")))
        verification.s3.put_object(Bucket=bucket, Key=path.relative_to(SAMPLE).as_posix(), Body=content)
    assert len(numbers) > 15

    until(lambda: len(report(verification).get("files", [])) == len(files), FEED_SECONDS, "the report on all files")
    [paid] = [finding for finding in report(verification)["findings"] if finding["code"] == "not-refunded-but-paid"]
    assert paid["due"] == "2145.00"
    assert paid["subject"]["id"] in numbers
    page = verification.s3.get_object(Bucket=bucket, Key="report/index.html")["Body"].read().decode()
    assert paid["subject"]["id"] in page

    logs = client("logs")
    texts = []
    for group in logs.describe_log_groups()["logGroups"]:
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"])
        texts += [event["message"] for page in pages for event in page["events"]]
    texts += [file.read_text(errors="replace") for file in verification.run.function_logs.glob("*.log")]
    for key in verification.published_keys(""):
        texts.append(key)
        texts.append(verification.object(key).decode("latin-1"))
    assert any("published" in text for text in texts), "the test looks at the log that there is"
    assert not [number for number in numbers for text in texts if number in text]

    [refunds] = [path for path in files if "/refunds/" in path.as_posix()]
    verification.s3.delete_object(Bucket=bucket, Key=refunds.relative_to(SAMPLE).as_posix())

    def withdrawn() -> bool:
        codes = {finding["code"] for finding in report(verification)["findings"]}
        return "not-refunded-but-paid" not in codes and "uses-exceed-certificate" in codes

    until(withdrawn, FEED_SECONDS, "the report without refunds")
