"""The deployed system from end to end: uploads by a plain S3 client, and what the feed then says."""

import concurrent.futures
import difflib
import fnmatch
import http.client
import itertools
import json
import random
import signal
import subprocess
import threading
import time
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import processes
import pytest
from places import PROJECT, Run
from sameness import comparable
from system import FEED_SECONDS, Clients, Commodity, Stack, commodity, deployed, script
from waiting import until

CODES = itertools.count(90010010, 10)


@pytest.fixture
def traded(stack: Stack) -> Commodity:
    """A commodity that nobody has traded before, with its feed."""
    made = commodity(stack, next(CODES))
    stack.upload(made.definition_key, made.definition())
    return made


def test_the_sample_bucket_becomes_the_feed_that_the_local_runner_makes_of_it(run: Run, client: Clients, tmp_path: Path) -> None:
    ran = subprocess.run(
        [PROJECT / "infra/local/run", "--once", "--input", PROJECT / "events/files", "--output", tmp_path],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    assert ran.returncode == 0, ran.stdout
    # A name with a dot is the mirror's own note of what it wrote.
    files = [path for path in tmp_path.rglob("[!.]*") if path.is_file()]
    local = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in files}
    assert {"magnesium/feed.json", "magnesium/reports/2025-12.json"} <= local.keys()

    # With nothing on it but the samples: what is above the feeds lists them all.
    stack = deployed(run, client, "customs-feed-samples")
    keys = stack.upload_folder(PROJECT / "events/files")

    def complete() -> bool:
        report = stack.published("magnesium/reports/2025-12.json")
        return report is not None and report["status"] == "complete" and len(report["files"]) == 24

    until(complete, 2 * FEED_SECONDS, "a complete month of 24 files", every=1)
    stack.quiet()
    published = {key: stack.object(key) for key in stack.published_keys("")}
    expected, found = comparable(local), comparable(published)
    assert sorted(found) == sorted(expected)
    assert [(key, *difference(expected[key], found[key])) for key in expected if expected[key] != found[key]] == []
    feed = stack.published("magnesium/feed.json")
    assert feed is not None
    for item in feed["items"]:
        archived = f"magnesium/{item['_customs']['archive']}"
        assert published[archived] == published[f"magnesium/reports/{item['_customs']['period']}.json"]
    assert not [key for key in keys if stack.rejected(key)]


def test_one_file_of_each_source_becomes_the_feed_that_the_local_runner_makes_of_it(run: Run, client: Clients, tmp_path: Path) -> None:
    uploads = tmp_path / "uploads"
    feeds = []
    for source in sorted(path.parent for path in (PROJECT / "events").glob("*/incoming")):
        files = (path for path in source.glob("incoming/**/*") if path.is_file())
        newest = max(path for path in files if path.relative_to(source).parts[1] not in ("price", "rate"))
        for path in (newest, *source.glob("feeds/*.json")):
            copy = uploads / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        feeds += [path.stem for path in source.glob("feeds/*.json")]
    assert len({path.name for path in (uploads / "incoming").iterdir()}) == 5
    output = tmp_path / "output"
    ran = subprocess.run(
        [PROJECT / "infra/local/run", "--once", "--input", uploads, "--output", output],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    assert ran.returncode == 0, ran.stdout
    local = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("[!.]*") if path.is_file()}

    stack = deployed(run, client, "customs-feed-sources")
    keys = stack.upload_folder(uploads)
    until(lambda: all(stack.published(f"{feed}/feed.json") for feed in feeds), 2 * FEED_SECONDS, "a feed of each source", every=1)
    stack.quiet()
    expected, found = comparable(local), comparable({key: stack.object(key) for key in stack.published_keys("")})
    assert sorted(found) == sorted(expected)
    assert [(key, *difference(expected[key], found[key])) for key in expected if expected[key] != found[key]] == []
    assert not [key for key in keys if stack.rejected(key)]


def test_readers_get_types_and_times_and_pages_of_any_origin_may_ask(stack: Stack, traded: Commodity) -> None:
    stack.upload(traded.key("a"), traded.file({"2025-01": 1000}))
    traded.shows({"2025-01": 1000})
    page = {"Origin": "https://reader.example"}

    def asks(method: str, headers: str) -> http.client.HTTPResponse:
        return stack.asked("OPTIONS", key, {**page, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers})

    for name, type in {
        "index.html": "text/html; charset=utf-8",
        "series.csv": "text/csv; charset=utf-8",
        "series.json": "application/json",
        "datapackage.json": "application/json",
        "feed.json": "application/json",
    }.items():
        key = f"{traded.feed}/{name}"
        got = stack.asked("GET", key, page)
        assert (got.status, got.headers["Content-Type"]) == (200, type), name
        assert got.headers["Cache-Control"] == "public, max-age=60"
        assert got.headers["Access-Control-Allow-Origin"] == "*"
        assert "ETag" in got.headers["Access-Control-Expose-Headers"]
        assert stack.asked("GET", key, {**page, "If-None-Match": got.headers["ETag"]}).status == 304
        part = stack.asked("GET", key, {**page, "Range": "bytes=0-9"})
        assert (part.status, part.headers["Content-Length"]) == (206, "10")
        leave = asks("GET", "if-none-match")
        assert (leave.status, leave.headers["Access-Control-Allow-Headers"]) == (200, "if-none-match")
        assert leave.headers["Access-Control-Allow-Origin"] == "*"
        assert asks("PUT", "content-type").status == 403


def test_an_overwritten_file_counts_as_it_is_now(stack: Stack, traded: Commodity) -> None:
    stack.upload(traded.key("a"), traded.file({"2025-01": 1000, "2025-02": 2000}))
    traded.shows({"2025-01": 1000, "2025-02": 2000})
    stack.upload(traded.key("a"), traded.file({"2025-01": 1500}))
    traded.shows({"2025-01": 1500, "2025-02": None})


def test_a_deleted_file_is_withdrawn_and_what_it_replaced_counts_again(stack: Stack, traded: Commodity) -> None:
    stack.upload(traded.key("first"), traded.file({"2025-01": 1000}))
    traded.shows({"2025-01": 1000})
    stack.upload(traded.key("revision"), traded.file({"2025-01": 1700}))
    traded.shows({"2025-01": 1700})
    stack.delete(traded.key("revision"))
    traded.shows({"2025-01": 1000})
    stack.upload(traded.key("revision"), traded.file({"2025-01": 1800}))
    traded.shows({"2025-01": 1800})


def test_announcements_in_any_order_and_twice_give_the_same_feed(stack: Stack, traded: Commodity) -> None:
    stack.quiet()
    with stack.paused("IngestFunction"):
        for kilograms in (1000, 1100, 1200):
            stack.upload(traded.key("overwritten"), traded.file({"2025-01": kilograms}))
        stack.upload(traded.key("other"), traded.file({"2025-02": 2000}))
        stack.upload(traded.key("gone"), traded.file({"2025-02": 9999, "2025-03": 9999}))
        stack.delete(traded.key("gone"))
        bodies = stack.taken_out("IngestQueue", 6)
        assert all("Records" in body for body in map(json.loads, bodies))
        order = bodies * 2
        random.Random(8104).shuffle(order)
        for body in order:
            stack.sqs.send_message(QueueUrl=stack.outputs["IngestQueue"], MessageBody=body)
    traded.shows({"2025-01": 1200, "2025-02": 2000, "2025-03": None})


def test_a_corrupt_file_is_reported_and_blocks_nobody(stack: Stack, traded: Commodity) -> None:
    good = traded.file({"2025-01": 1000})
    corrupt = traded.file({"2025-02": 2000}).replace(b'"1000","Kilogram"', b'"12x","Kilogram"', 1)
    stack.upload(traded.key("corrupt"), corrupt)
    stack.upload(traded.key("cut"), good[:-20])
    stack.upload(traded.key("empty"), b"")
    stack.upload(traded.key("good"), good)
    traded.shows({"2025-01": 1000, "2025-02": None})

    reports = until(
        lambda: all_or_none(stack.rejected(traded.key(name)) for name in ("corrupt", "cut", "empty")),
        FEED_SECONDS,
        "three reports of refusal",
    )
    problem = reports[0]["problems"][0]
    assert problem["line"] == 2
    assert problem["columnName"] == "Quantity"
    assert problem["found"] == '"12x"'
    assert stack.rejected(traded.key("good")) is None
    assert stack.waiting_in("IngestDeadLetters") == 0


def test_what_fails_five_times_is_kept_aside_and_redrive_brings_it_back(stack: Stack, traded: Commodity) -> None:
    stack.quiet()
    with stack.queue_set("IngestQueue", VisibilityTimeout=1):
        with stack.function_set("IngestFunction", Environment=broken(stack, "IngestFunction", "RECORDS_TABLE")):
            stack.upload(traded.key("a"), traded.file({"2025-01": 1000}))
            until(lambda: stack.waiting_in("IngestDeadLetters") == 1, FEED_SECONDS, "a message in the dead-letter queue")
        assert traded.kilograms("2025-01") is None
    said = script("redrive", "--run", stack.run.folder, "--stack", stack.name)
    assert "IngestDeadLetters: 1 moved" in said
    traded.shows({"2025-01": 1000})
    assert stack.waiting_in("IngestDeadLetters") == 0


def test_a_message_that_is_no_announcement_ends_in_the_dead_letter_queue_and_blocks_nobody(stack: Stack, traded: Commodity) -> None:
    stack.quiet()
    url = stack.outputs["IngestQueue"]
    with stack.queue_set("IngestQueue", VisibilityTimeout=1):
        stack.sqs.send_message(QueueUrl=url, MessageBody="not an announcement")
        stack.upload(traded.key("a"), traded.file({"2025-01": 1000}))
        traded.shows({"2025-01": 1000})
        until(lambda: stack.waiting_in("IngestDeadLetters") == 1, FEED_SECONDS, "the message in the dead-letter queue")
    stack.sqs.purge_queue(QueueUrl=stack.outputs["IngestDeadLetters"])


def test_a_lost_wake_up_is_made_good_by_the_schedule(run: Run, client: Clients) -> None:
    often = deployed(run, client, "customs-feed-often", "--parameter", "Schedule=rate(1 minute)")
    traded = commodity(often, next(CODES))
    with often.paused("PublishFunction"):
        often.upload(traded.definition_key, traded.definition())
        often.upload(traded.key("a"), traded.file({"2025-01": 1000}))
        taken = (traded.definition_key, traded.key("a"))
        until(lambda: all("COMMITTED" in often.statuses(key) for key in taken), FEED_SECONDS, "the files to be taken")
        until(lambda: often.waiting_in("IngestQueue") == 0, FEED_SECONDS, "the files to be told of")
        lose_wake_ups_of_uploads(often)
        assert traded.kilograms("2025-01") is None
    # A schedule's message that was taken before the pause makes the queue drop its like for five minutes.
    traded.shows({"2025-01": 1000}, 300 + FEED_SECONDS)


def test_two_uploads_at_once_publish_once(stack: Stack, traded: Commodity) -> None:
    published: list[int] = []
    # Once and not twice: of two wake-ups in the same 10 seconds one is dropped, and the first of two finds both months, unless a busy
    # machine takes them too far apart.
    for year in range(2021, 2026):
        stack.quiet()
        # Begin where none of the two can fall into the next.
        until(lambda: time.time() % 10 < 1, 60, "the beginning of 10 seconds", every=0.1)
        before = stack.publications(f"{traded.feed}/feed.json")
        months = {f"{year}-01": 1000, f"{year}-02": 1000}
        uploads = [threading.Thread(target=stack.upload, args=(traded.key(month), traded.file({month: 1000}))) for month in months]
        for upload in uploads:
            upload.start()
        for upload in uploads:
            upload.join()
        traded.shows({**months})
        stack.quiet()
        published.append(stack.publications(f"{traded.feed}/feed.json") - before)
        if published[-1] == 1:
            break
    assert published[-1] == 1, published


def test_of_twenty_feeds_one_that_cannot_be_published_holds_no_other(stack: Stack) -> None:
    feeds = [commodity(stack, next(CODES)) for _ in range(20)]
    poisonous, *others = feeds
    # What lies there is not ours: it is left alone, and the log says so.
    stack.s3.put_object(Bucket=stack.outputs["FeedBucket"], Key=f"{poisonous.feed}/feed.json", Body=b"not a feed")
    months = {f"2025-{month:02}": 1000 + month for month in range(1, 11)}
    for feed in feeds:
        stack.upload(feed.definition_key, feed.definition())
    uploads = [(feed.key(month), feed.file({month: kilograms})) for feed in feeds for month, kilograms in months.items()]
    assert len(uploads) == 200
    with concurrent.futures.ThreadPoolExecutor(20) as at_once:
        list(at_once.map(lambda upload: stack.upload(*upload), uploads))
    for feed in others:
        feed.shows({**months}, 3 * FEED_SECONDS)
    stack.quiet()
    assert stack.object(f"{poisonous.feed}/feed.json") == b"not a feed"
    withheld = [line for line in stack.log_of("PublishFunction").splitlines() if "publication withheld" in line]
    assert withheld
    assert all(f'"feed":"{poisonous.feed}"' in line for line in withheld if any(feed.feed in line for feed in feeds))
    assert stack.waiting_in("PublishDeadLetters") == 0


def test_a_function_that_is_killed_half_way_is_tried_again_to_the_same_end(stack: Stack, traded: Commodity) -> None:
    months = {f"20{year}-{month:02}": 4000 + month for year in range(16, 26) for month in range(1, 13)}
    partners = [str(code) for code in range(101, 148)]
    stack.quiet()
    # The lease of a killed function ends with the time that the function had.
    with stack.queue_set("IngestQueue", VisibilityTimeout=45), stack.function_set("IngestFunction", Timeout=90):
        stack.upload(traded.key("large"), traded.file(months, partners))
        month = f"gacc/CN/export/USD/{traded.code}/2016-01"
        until(lambda: kill_while_storing(stack, month), FEED_SECONDS, "a function that stores records", every=0.05)
        traded.shows({"2016-01": 4001, "2025-12": 4012}, 3 * FEED_SECONDS)
    assert stack.waiting_in("IngestDeadLetters") == 0


def difference(expected: str, found: str) -> list[str]:
    """The first lines in which two texts differ."""
    lines = difflib.unified_diff(expected.splitlines(), found.splitlines(), "local", "deployed", n=1, lineterm="")
    return list(itertools.islice(lines, 20))


def kill_while_storing(stack: Stack, month: str) -> bool:
    """Kills the JVM of ingest once records of the month have arrived in the table."""
    if not stack.records_of(month):
        return False
    jvms = [pid for pid in stack.processes_of("IngestFunction") if "/java" in command_line(pid).split("\0")[0]]
    for pid in jvms:
        processes.signal_to(pid, signal.SIGKILL)
    return bool(jvms)


def command_line(pid: int) -> str:
    try:
        with open(f"/proc/{pid}/cmdline") as file:
            return file.read()
    except OSError:
        return ""


def lose_wake_ups_of_uploads(stack: Stack) -> None:
    """Takes what uploads have sent out of the queue of publish.

    What the schedule has sent stays: it is always the same text, and the queue drops its like for five minutes.
    """
    until(
        lambda: stack.waiting_in("PublishQueue") > 0 and stack.delayed_in("PublishQueue") == 0,
        FEED_SECONDS,
        "wake-ups that can be taken out",
    )
    url = stack.outputs["PublishQueue"]
    lost = []
    for message in stack.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]:
        if json.loads(message["Body"]).get("recompute") == "schedule":
            stack.sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0)
        else:
            stack.sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            lost.append(message["Body"])
    assert lost


def broken(stack: Stack, function: str, variable: str) -> dict[str, Any]:
    """The function's environment, with a table that does not exist."""
    read = stack.functions.get_function_configuration(FunctionName=stack.names[function])
    return {"Variables": {**read["Environment"]["Variables"], variable: "no-such-table"}}


def all_or_none(documents: Iterable[dict[str, Any] | None]) -> list[dict[str, Any]] | None:
    found = list(documents)
    return [document for document in found if document] if all(found) else None


def test_what_another_bucket_announces_is_counted_and_leaves_no_trace(stack: Stack, traded: Commodity) -> None:
    # The queue's policy lets in what is named like it; LocalStack does not look at policies, AWS does.
    assert fnmatch.fnmatchcase(stack.outputs["UploadBucket"], "*-uploadbucket-*")
    other = f"other-uploadbucket-{uuid.uuid4().hex[:12]}"
    stack.s3.create_bucket(Bucket=other)
    queue = stack.sqs.get_queue_attributes(QueueUrl=stack.outputs["IngestQueue"], AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    stack.s3.put_bucket_notification_configuration(
        Bucket=other, NotificationConfiguration={"QueueConfigurations": [{"QueueArn": queue, "Events": ["s3:ObjectCreated:*"]}]}
    )
    stack.s3.put_object(Bucket=other, Key=traded.key("a"), Body=traded.file({"2025-01": 9999}))

    # Of a bucket without versions: a message that could not even be read.
    until(lambda: foreign(stack, other) > 0, FEED_SECONDS, "a count of what another bucket announced")
    stack.upload(traded.key("b"), traded.file({"2025-02": 2000}))
    traded.shows({"2025-01": None, "2025-02": 2000})
    stack.quiet()
    found = stack.tables.scan(
        TableName=stack.names["FilesTable"], ProjectionExpression="#object", ExpressionAttributeNames={"#object": "object"}
    )
    assert not [item for item in found["Items"] if item["object"]["S"].startswith(other)]
    assert stack.waiting_in("IngestDeadLetters") == 0


def foreign(stack: Stack, bucket: str) -> int:
    """How much of another bucket the metrics in the log of ingest tell of."""
    lines = [json.loads(line) for line in stack.log_of("IngestFunction").splitlines() if "ForeignNotifications" in line]
    return sum(line["ForeignNotifications"] for line in lines if line["Buckets"] == bucket)
