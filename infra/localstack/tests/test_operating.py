"""The procedures of infra/README.md, as an operator would type them."""

import itertools
import json
import re
import runpy
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from places import PROJECT, Run
from system import FEED_SECONDS, Clients, Commodity, Stack, commodity, deployed
from waiting import until

CODES = itertools.count(80010010, 10)
MAGNESIUM_FILES = 24
RUNBOOK = (PROJECT / "infra/README.md").read_text(encoding="utf-8")


@pytest.fixture
def traded(stack: Stack) -> Commodity:
    made = commodity(stack, next(CODES))
    stack.upload(made.definition_key, made.definition())
    until(lambda: "COMMITTED" in stack.statuses(made.definition_key), FEED_SECONDS, "the definition to be taken")
    return made


def test_whoever_types_what_deploy_says_next_sees_the_feed_where_it_says(stack: Stack) -> None:
    [exported, uploading] = re.findall(r"^    (export .+|.*aws s3 cp .+)$", stack.said, re.MULTILINE)
    stack.shell(f"{exported}\n{uploading}")

    [page, feed] = re.findall(r"^    (http://\S+)$", stack.said, re.MULTILINE)
    [every_feed] = re.findall(r"^all feeds: (http://\S+)$", stack.said, re.MULTILINE)
    key = urllib.parse.urlsplit(feed).path.partition(f"/{stack.outputs['FeedBucket']}/")[2]
    folder = key.rpartition("/")[0]

    def complete() -> bool:
        newest = ((stack.published(key) or {}).get("items") or [{"_customs": {"period": "none"}}])[0]["_customs"]["period"]
        report = stack.published(f"{folder}/reports/{newest}.json")
        return report is not None and len(report["files"]) == MAGNESIUM_FILES

    until(complete, 2 * FEED_SECONDS, "a feed of all files", every=1)

    def holds(address: str, names: bytes) -> bool:
        with urllib.request.urlopen(address) as answer:
            return names in answer.read()

    assert holds(page, b"<html")
    assert holds(feed, b'"items"')
    # The list follows the feed by a message of its own.
    until(lambda: holds(every_feed, b"magnesium/index.html"), FEED_SECONDS, "the list of feeds with the feed", every=1)
    [rejected] = re.findall(r"^what was rejected, and why: (.+)$", stack.said, re.MULTILINE)
    assert "magnesium" not in stack.shell(rejected, status=None)


def test_a_file_is_uploaded_its_refusal_read_and_it_is_withdrawn(stack: Stack, traded: Commodity, tmp_path: Path) -> None:
    bucket = stack.outputs["UploadBucket"]
    file = tmp_path / "december.csv"
    folder = f"s3://{bucket}/{traded.key('').rpartition('/')[0]}/"
    file.write_bytes(traded.file({"2025-12": 1000}))
    stack.shell(f'aws s3 cp {file} "{folder}"')
    stack.upload(traded.key("october"), traded.file({"2025-10": 3000}))
    traded.shows({"2025-10": 3000, "2025-12": 1000})

    refused = tmp_path / "november.csv"
    refused.write_bytes(b"not a customs file\n")
    stack.shell(f'aws s3 cp {refused} "{folder}"')
    report = f"s3://{bucket}/rejected/{folder.partition(bucket + '/')[2]}november.csv.json"
    listed = until(
        lambda: "november.csv.json" in stack.shell(f'aws s3 ls "s3://{bucket}/rejected/" --recursive', status=None),
        FEED_SECONDS,
        "a report of refusal",
        every=2,
    )
    assert listed
    assert json.loads(stack.shell(f'aws s3 cp "{report}" -'))["problems"]

    stack.shell(f'aws s3 rm "{folder}december.csv"')
    traded.shows({"2025-10": 3000, "2025-12": None})


def test_a_folder_that_nobody_announced_is_replayed(stack: Stack, traded: Commodity) -> None:
    stack.quiet()
    with stack.paused("IngestFunction"):
        stack.upload(traded.key("revised"), traded.file({"2025-01": 1000}))
        stack.upload(traded.key("revised"), traded.file({"2025-01": 1500}))
        stack.upload(traded.key("with space 镁"), traded.file({"2025-02": 2000}))
        stack.upload(traded.key("gone"), traded.file({"2025-01": 9999}))
        stack.delete(traded.key("gone"))
        # Lost: taken out of the queue, and nobody has read them.
        stack.taken_out("IngestQueue", 5)
    said = stack.operate("replay", traded.key("").rpartition("/")[0] + "/")
    assert "5 of 5 announced" in said
    traded.shows({"2025-01": 1500, "2025-02": 2000})


def test_of_versions_of_the_same_second_the_latest_is_replayed_as_the_last() -> None:
    operate = runpy.run_path(str(PROJECT / "infra/operate"))

    def announced(**version: object) -> tuple[str, str]:
        told = {"Key": "incoming/a.csv", "LastModified": "2026-01-18T03:04:05+00:00", **version}
        [record] = json.loads(operate["announcement"]("uploads", told))["Records"]
        return record["eventTime"], record["s3"]["object"].get("sequencer", "")

    earlier = announced(VersionId="z", IsLatest=False, Size=1)
    for latest in (announced(VersionId="a", IsLatest=True, Size=1), announced(VersionId="a", IsLatest=True)):
        assert earlier < latest
        # S3's own sequencers, of what was announced in the first place.
        assert latest[1] > "F" * 32 and latest[1] > "f" * 32


def test_replaying_what_is_known_changes_nothing(stack: Stack, traded: Commodity) -> None:
    stack.upload(traded.key("a"), traded.file({"2025-01": 1000}))
    traded.shows({"2025-01": 1000})
    stack.quiet()
    before = stack.publications(f"{traded.feed}/feed.json")
    stack.operate("replay", traded.key("").rpartition("/")[0] + "/")
    stack.quiet()
    assert stack.publications(f"{traded.feed}/feed.json") == before
    assert traded.kilograms("2025-01") == 1000


def test_a_feed_is_rolled_back_and_stays_so_until_it_is_resumed(stack: Stack, traded: Commodity) -> None:
    stack.upload(traded.key("good"), traded.file({"2025-01": 1000}))
    traded.shows({"2025-01": 1000})
    stack.quiet()
    good = stack.feed_objects(traded.feed)
    listed = stack.listed()
    assert stack.in_list(traded.feed)["newest"] == "2025-01"
    when = stack.shell(
        f"aws s3api list-object-versions --bucket {stack.outputs['FeedBucket']} --prefix {traded.feed}/feed.json"
        " --query 'Versions[?IsLatest].LastModified' --output text"
    ).strip()
    stack.upload(traded.key("bad"), traded.file({"2025-01": 9999, "2025-02": 9999}))
    traded.shows({"2025-01": 9999, "2025-02": 9999})
    until(lambda: stack.in_list(traded.feed)["newest"] == "2025-02", FEED_SECONDS, "the list of feeds to name the new month")

    try:
        said = stack.operate("rollback", traded.feed, when)
        assert f"{traded.feed} is as it was" in said
        assert "the list of feeds (feeds.json, index.html) says the same" in said
        assert said.rstrip().endswith("operate resume")
        assert stack.feed_objects(traded.feed) == good
        assert stack.listed() == listed
        stack.upload(traded.key("other"), traded.file({"2025-03": 3000}))
        until(lambda: stack.waiting_in("PublishQueue") > 0, FEED_SECONDS, "a wake-up that nobody hears")
        assert stack.feed_objects(traded.feed) == good
        stack.delete(traded.key("bad"))
    finally:
        stack.operate("resume")
    traded.shows({"2025-01": 1000, "2025-02": None, "2025-03": 3000})


def test_a_message_that_can_never_be_taken_comes_back_from_a_redrive_until_it_is_purged(stack: Stack) -> None:
    stack.quiet()
    with stack.queue_set("IngestQueue", VisibilityTimeout=1):
        stack.sqs.send_message(QueueUrl=stack.outputs["IngestQueue"], MessageBody="not an announcement")
        until(lambda: stack.waiting_in("IngestDeadLetters") == 1, FEED_SECONDS, "the message among the dead letters")
        said = stack.operate("redrive")
        assert "IngestDeadLetters: found 1, moving to IngestQueue" in said
        assert "IngestDeadLetters: 1 moved" in said
        assert "PublishDeadLetters: empty" in said
        assert f"why those of IngestDeadLetters failed: level WARN or ERROR in the log group {stack.names['IngestLog']}" in said
        until(lambda: stack.waiting_in("IngestDeadLetters") == 1, FEED_SECONDS, "the message among the dead letters again")
    type_of_runbook(stack, "aws sqs purge-queue --queue-url $(output IngestDeadLetters)")
    assert stack.waiting_in("IngestDeadLetters") == 0
    said = stack.operate("redrive")
    assert "IngestDeadLetters: empty" in said
    assert "nothing to do" in said


def test_a_function_is_rolled_back_to_the_version_from_before(stack: Stack, traded: Commodity, tmp_path: Path) -> None:
    event = PROJECT / "events/publish-recompute.json"
    stack.upload(traded.key("before"), traded.file({"2025-01": 1000}))
    traded.shows({"2025-01": 1000})
    stack.quiet()
    listing = (
        "aws lambda list-versions-by-function --function-name $(output PublishFunction)"
        " --query 'Versions[].[Version,LastModified]' --output text"
    )
    [*_, before] = versions(type_of_runbook(stack, listing))
    with stack.function_set("PublishFunction", Handler="dev.customsfeed.publish.NotThere"):
        [*_, bad] = versions(type_of_runbook(stack, listing))
        assert int(bad) > int(before)
        assert "FunctionError" in invoked(stack, "PublishFunction:live", event, tmp_path)
        type_of_runbook(
            stack,
            "aws lambda update-alias --function-name $(output PublishFunction) --name live --function-version N",
            N=before,
        )
        assert answer_to(stack, "PublishFunction:live", event, tmp_path) == {"batchItemFailures": []}
        stack.upload(traded.key("after"), traded.file({"2025-02": 2000}))
        traded.shows({"2025-01": 1000, "2025-02": 2000})


def test_all_uploads_move_to_another_installation(stack: Stack, run: Run, client: Clients, traded: Commodity) -> None:
    stack.upload(traded.key("b-first"), traded.file({"2025-01": 1000, "2025-02": 2000}))
    traded.shows({"2025-01": 1000})
    # Later, and before the other by its key: what counts is the order of uploading.
    stack.upload(traded.key("a-revision"), traded.file({"2025-01": 1500}))
    traded.shows({"2025-01": 1500, "2025-02": 2000})

    other = deployed(run, client, "customs-feed-moved", "--parameter", "Stage=moved")
    source, target = stack.outputs["UploadBucket"], other.outputs["UploadBucket"]
    other.upload("incoming/gacc/flow=export/beside.csv", b"")
    # Of this worker's other tests as well.
    lies_there = len([key for key in stack.uploaded() if key.startswith(("incoming/", "feeds/"))])
    said = other.operate("copy", source)
    assert said.startswith(f"copy uploads what lies in {source} now once more, to {target}, in the order")
    assert f"found {lies_there} objects of " in said
    assert f"1 objects lie in {target} alone, such as incoming/gacc/flow=export/beside.csv: they stay" in said
    assert f"{lies_there} of {lies_there} copied\n" in said
    assert f"aws s3 ls s3://{target}/rejected/ --recursive" in said
    moved = type(traded)(other, traded.code, traded.feed)
    moved.shows({"2025-01": 1500, "2025-02": 2000}, 2 * FEED_SECONDS)


def test_a_stack_s_own_bucket_is_not_copied_onto_itself(stack: Stack) -> None:
    said = stack.operate("copy", stack.outputs["UploadBucket"], status=1)
    assert "own upload bucket" in said


def test_a_rollback_to_before_the_first_publication_is_refused(stack: Stack) -> None:
    said = stack.operate("rollback", "nothing-of-this-name", "2026-01-18T03:04:05Z", status=1)
    assert "nothing-of-this-name was not published" in said


@pytest.mark.parametrize(
    ("event", "function"),
    [
        ("s3-created", "IngestFunction"),
        ("s3-delete-marker", "IngestFunction"),
        ("s3-version-removed", "IngestFunction"),
        ("s3-lifecycle-delete-marker", "IngestFunction"),
        ("s3-lifecycle-version-removed", "IngestFunction"),
        ("s3-test-event", "IngestFunction"),
        ("publish-schedule", "PublishFunction"),
        ("publish-recompute", "PublishFunction"),
    ],
)
def test_an_event_is_handed_to_its_function(stack: Stack, event: str, function: str, tmp_path: Path) -> None:
    assert answer_to(stack, function, PROJECT / f"events/{event}.json", tmp_path) == {"batchItemFailures": []}


def test_an_event_with_the_names_of_the_stack_is_taken_and_published(stack: Stack, traded: Commodity, tmp_path: Path) -> None:
    stack.quiet()
    with stack.paused("IngestFunction"):
        version = stack.upload(traded.key("by-hand"), traded.file({"2025-01": 1000}))
        stack.taken_out("IngestQueue", 1)
    event = json.loads((PROJECT / "events/s3-created.json").read_text())
    [message] = event["Records"]
    body = json.loads(message["body"])
    [announced] = body["Records"]
    announced["s3"]["bucket"]["name"] = stack.outputs["UploadBucket"]
    announced["s3"]["object"] |= {"key": traded.key("by-hand").replace("=", "%3D"), "versionId": version}
    message["body"] = json.dumps(body)
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event))
    assert answer_to(stack, "IngestFunction", file, tmp_path) == {"batchItemFailures": []}
    assert stack.records_of(f"gacc/CN/export/USD/{traded.code}/2025-01") == 2
    traded.shows({"2025-01": 1000})


def answer_to(stack: Stack, function: str, event: Path, folder: Path) -> Any:
    """Invokes a function as events/README.md says."""
    assert "FunctionError" not in invoked(stack, function, event, folder)
    return json.loads((folder / "answer.json").read_text())


def invoked(stack: Stack, function: str, event: Path, folder: Path) -> dict[str, Any]:
    """What Lambda says of an invocation; `function` may name an alias, such as PublishFunction:live."""
    name, *alias = function.split(":")
    said = stack.shell(
        f"aws lambda invoke --function-name {':'.join([stack.outputs[name], *alias])}"
        f" --cli-read-timeout 120 --payload fileb://{event} {folder / 'answer.json'}"
    )
    answer: dict[str, Any] = json.loads(said)
    assert answer["StatusCode"] == 200
    return answer


def type_of_runbook(stack: Stack, line: str, **filled_in: str) -> str:
    """Types a line that stands in the runbook, with what it says to fill in, and gives what was said."""
    assert f"    {line}\n" in RUNBOOK
    [output] = re.findall(r"^ +(output\(\) {.+?; })$", RUNBOOK, re.MULTILINE | re.DOTALL)
    for name, value in filled_in.items():
        line = re.sub(rf"\b{name}\b", value, line)
    # Version 1 of the AWS CLI heeds the variable for all services but SQS; the option, for all.
    endpoint = 'aws() { command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; }'
    return stack.shell("\n".join([endpoint, output.replace("--stack-name customs-feed ", f"--stack-name {stack.name} "), line]))


def versions(listed: str) -> list[str]:
    """The numbered versions of a function, oldest first; $LATEST is what is being worked on."""
    return sorted((line.split()[0] for line in listed.splitlines() if line[0].isdigit()), key=int)
