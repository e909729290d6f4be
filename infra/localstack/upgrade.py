"""Upgrades a stack from an earlier commit to this checkout: nothing that it had may be lost, and its feed must become the one that a new
stack makes of the same files. It takes some seven minutes once both are built.

usage: infra/localstack/upgrade COMMIT      (a commit, tag or branch)

LocalStack cannot update a stack whose functions have changed. So what an update comes to is done piece by piece: the new template is
deployed beside the old one, its functions get the tables and buckets of the old stack, the buckets announce to its queues, and what still
waits in the old queues goes into the new ones. That an update by CloudFormation keeps all these is told from the two templates.
"""

import json
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent / "tests"))

import boto3
from botocore.config import Config
from places import PROJECT, REGION, STATE, Run
from sameness import comparable
from samtranslator.yaml_helper import yaml_parse
from system import FEED_SECONDS, Clients, Stack, deployed, script
from waiting import until

FEED = "magnesium"
FOLDER = "incoming/gacc/flow=export/hs=8104"
REVISED = f"{FOLDER}/magnesium-2025-11.csv"
WITHDRAWN = f"{FOLDER}/magnesium-2024-02.csv"
# On their way at the moment of the upgrade: the one is not ingested yet, of the other publish does not know yet.
ANNOUNCED = f"{FOLDER}/magnesium-2024-03.csv"
INGESTED = f"{FOLDER}/magnesium-2024-04.csv"
AFTERWARDS = f"{FOLDER}/period=2025-12/magnesium-2025-12.csv"

TABLES = ("FilesTable", "RecordsTable", "MonthsTable")
KEPT = (*TABLES, "UploadBucket", "FeedBucket")
# What CloudFormation makes anew where one of these is another, as AWS's reference of resources says.
MADE_ANEW: dict[str, tuple[str, ...]] = {
    "AWS::S3::Bucket": ("BucketName",),
    "AWS::SQS::Queue": ("QueueName", "FifoQueue"),
    "AWS::DynamoDB::Table": (
        "TableName", "KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes", "LocalSecondaryIndexes", "ImportSourceSpecification",
    ),
}  # fmt: skip

BEGAN = time.monotonic()


def say(what: str) -> None:
    print(f"{time.monotonic() - BEGAN:6.0f} s  {what}", flush=True)


def replaced(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What of the tables, buckets and queues of one template CloudFormation would remove or make anew when it is given the other."""
    found = []
    for name, resource in before["Resources"].items():
        telling = MADE_ANEW.get(resource["Type"])
        if telling is None:
            continue
        other = after["Resources"].get(name, {})
        if (other.get("Type"), other.get("Condition")) != (resource["Type"], resource.get("Condition")):
            found.append(name)
            continue
        properties, others = resource.get("Properties", {}), other.get("Properties", {})
        found += [f"{name}.{each}" for each in telling if properties.get(each) != others.get(each)]
    return found


def lost(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """What was there and is not, or is another."""
    return sorted(key for key, value in before.items() if after.get(key) != value)


def items(stack: Stack) -> dict[str, Any]:
    """All items of the tables, by table and key."""
    found: dict[str, Any] = {}
    for table in TABLES:
        name = stack.names[table]
        keys = [key["AttributeName"] for key in stack.tables.describe_table(TableName=name)["Table"]["KeySchema"]]
        for page in stack.tables.get_paginator("scan").paginate(TableName=name):
            for item in page["Items"]:
                found[" ".join([table, *(json.dumps(item[key]) for key in keys)])] = item
    return found


def versions(stack: Stack) -> dict[str, Any]:
    """All versions of all objects of the feed, and their sizes and hashes."""
    pages = stack.s3.get_paginator("list_object_versions").paginate(Bucket=stack.names["FeedBucket"])
    found = [version for page in pages for version in page.get("Versions", [])]
    return {f"{version['Key']} {version['VersionId']}": (version["Size"], version["ETag"]) for version in found}


def months(stack: Stack) -> set[str]:
    feed = stack.published(f"{FEED}/feed.json") or {"items": []}
    return {item["_customs"]["period"] for item in feed["items"]}


def settled(stack: Stack, month: str) -> None:
    until(lambda: month in months(stack), FEED_SECONDS, lambda: f"a feed with {month}, found {sorted(months(stack))}", every=2)
    # What follows from the last event is published within the delay of the queue, where it is seen as a message.
    time.sleep(5)
    stack.quiet()


def uploaded(stack: Stack, samples: Path, keys: Iterable[str]) -> None:
    for key in keys:
        stack.upload(key, (samples / key).read_bytes())


def revise_and_withdraw(stack: Stack, samples: Path) -> None:
    """Each in a second of its own: what is newer is told by that."""
    time.sleep(1.1)
    # A row less.
    stack.upload(REVISED, b"".join((samples / REVISED).read_bytes().splitlines(keepends=True)[:-1]))
    time.sleep(1.1)
    stack.delete(WITHDRAWN)


def send(stack: Stack, queue: str, bodies: list[str]) -> None:
    url = stack.outputs[queue]
    for body in bodies:
        if url.endswith(".fifo"):
            stack.sqs.send_message(QueueUrl=url, MessageBody=body, MessageGroupId="feed", MessageDeduplicationId=uuid.uuid4().hex)
        else:
            stack.sqs.send_message(QueueUrl=url, MessageBody=body)


def hand_over(earlier: Stack, later: Stack) -> None:
    """Gives the functions and queues of one stack the tables and buckets of another."""
    announcing = later.s3.get_bucket_notification_configuration(Bucket=later.names["UploadBucket"])["QueueConfigurations"]
    other_names = {later.names[each]: earlier.names[each] for each in KEPT}
    for function in ("IngestFunction", "PublishFunction"):
        variables = later.functions.get_function_configuration(FunctionName=later.names[function])["Environment"]["Variables"]
        later.function_becomes(function, Environment={"Variables": {name: other_names.get(to, to) for name, to in variables.items()}})
    later.names.update({each: earlier.names[each] for each in KEPT})
    later.outputs.update({name: other_names.get(to, to) for name, to in later.outputs.items()})
    later.s3.put_bucket_notification_configuration(
        Bucket=later.names["UploadBucket"], NotificationConfiguration={"QueueConfigurations": announcing}
    )


def compare(upgraded: Stack, fresh: Stack, when: str) -> None:
    one, other = (
        comparable({key: stack.object(key) for key in (*stack.published_keys(f"{FEED}/"), "feeds.json", "index.html")})
        for stack in (upgraded, fresh)
    )
    different = sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key))
    if different:
        folder = Path(tempfile.mkdtemp(prefix="customs-feed-upgrade-"))
        for side, objects in (("upgraded", one), ("fresh", other)):
            for key in different:
                if key in objects:
                    file = folder / side / key
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(objects[key], encoding="utf-8")
        sys.exit(f"found {len(different)} objects that differ {when}, expected none: {different[:10]}; both are in {folder}")
    say(f"{len(one)} objects of the feed are those of a new stack, {when}")


def upgrade(run: Run, project: Path) -> None:
    def client(service: Any) -> Any:
        return boto3.client(
            service, endpoint_url=run.endpoint(), region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test",
            config=Config(read_timeout=120, s3={"addressing_style": "path"}),
        )  # fmt: skip

    samples = project / "events/files"
    every = sorted(path.relative_to(samples).as_posix() for path in samples.rglob("*") if path.is_file() and path.parent != samples)
    before, files = begin(run, client, project, samples, every)
    had_items, had_versions = items(before), versions(before)
    say(f"the feed has {len(months(before))} months and {len(had_versions)} versions of objects, the tables {len(had_items)} items")

    after = deployed(run, client, "later")
    hand_over(before, after)
    for queue, bodies in files.items():
        send(after, queue, bodies)
    say(f"this state has taken over, with {sum(map(len, files.values()))} messages that were on their way")
    until(lambda: "schemaVersion" in (after.published(f"{FEED}/feed.json") or {"_customs": {}})["_customs"],
          FEED_SECONDS, "a feed that this state wrote", every=2)  # fmt: skip
    settled(after, "2024-03")
    if gone := [*lost(had_items, items(after)), *lost(had_versions, versions(after))]:
        sys.exit(f"found {len(gone)} items of tables or versions of objects lost or changed, expected none: {gone[:10]}")
    say("all items of the tables and all versions of the feed's objects are as they were")

    fresh = deployed(run, client, "fresh")
    uploaded(fresh, samples, (key for key in every if key not in (AFTERWARDS, INGESTED, ANNOUNCED)))
    revise_and_withdraw(fresh, samples)
    # Documents list files by the time of their upload, those of one second by their key.
    for key in (INGESTED, ANNOUNCED):
        time.sleep(1.1)
        uploaded(fresh, samples, (key,))
    settled(fresh, "2024-03")
    compare(after, fresh, "after the upgrade")
    for each in (after, fresh):
        uploaded(each, samples, (AFTERWARDS,))
    for each in (after, fresh):
        settled(each, "2025-12")
    compare(after, fresh, "after another file")
    say("nothing is lost")


def begin(run: Run, client: Clients, project: Path, samples: Path, every: list[str]) -> tuple[Stack, dict[str, list[str]]]:
    """The stack of the earlier state with its feed, its functions at rest, and the messages that were in its queues."""
    stack = deployed(run, client, "earlier", "--project", str(project))
    say("the earlier state is deployed")
    uploaded(stack, samples, (key for key in every if key not in (AFTERWARDS, INGESTED, ANNOUNCED)))
    revise_and_withdraw(stack, samples)
    settled(stack, "2025-11")
    stack.pause("PublishFunction")
    uploaded(stack, samples, (INGESTED,))
    waiting = {"PublishQueue": stack.taken_out("PublishQueue", 1)}
    stack.pause("IngestFunction")
    uploaded(stack, samples, (ANNOUNCED,))
    waiting["IngestQueue"] = stack.taken_out("IngestQueue", 1)
    return stack, waiting


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__)
        sys.exit(0 if sys.argv[1:] == ["--help"] else 2)
    commit = subprocess.run(
        ["git", "rev-parse", "--verify", f"{sys.argv[1]}^{{commit}}"], cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()
    # Kept, and built once: what was committed does not change.
    earlier = STATE / "earlier" / commit
    if not earlier.exists():
        subprocess.run(["git", "clone", "--quiet", "--no-checkout", str(PROJECT), str(earlier)], check=True)
    # Each time: the one before may have been cut short between the two.
    subprocess.run(["git", "checkout", "--quiet", commit], cwd=earlier, check=True)
    templates = [yaml_parse((project / "infra/template.yaml").read_text(encoding="utf-8")) for project in (earlier, PROJECT)]
    if anew := replaced(*templates):
        sys.exit(f"found {anew} that CloudFormation would remove or make anew, expected it to keep all tables, buckets and queues")
    say("by its template, an update keeps all tables, buckets and queues")
    run = Run(Path(tempfile.mkdtemp(prefix="customs-feed-upgrade-")))
    script("up", "--without-docker", "--port", "0", "--run", run.folder)
    try:
        upgrade(run, earlier)
    finally:
        script("down", "--run", run.folder)


if __name__ == "__main__":
    main()
