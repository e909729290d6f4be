"""Upgrades a stack from an earlier commit to this checkout: nothing that its tables had may be lost, and its feed must become the one
that a new stack makes of the same files. It takes some ten minutes.

usage: infra/localstack/upgrade <commit, tag or branch>
"""

import json
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent / "tests"))

import boto3
from botocore.config import Config
from places import PROJECT, REGION, Run
from sameness import comparable
from system import FEED_SECONDS, Stack, deployed, script
from waiting import until

FEED = "magnesium"
SAMPLES = PROJECT / "events/files"
LAST = "incoming/gacc/flow=export/hs=8104/period=2025-12/magnesium-2025-12.csv"
REVISED = "incoming/gacc/flow=export/hs=8104/magnesium-2025-11.csv"
WITHDRAWN = "incoming/gacc/flow=export/hs=8104/magnesium-2024-02.csv"
TABLES = ("FilesTable", "RecordsTable", "MonthsTable")


def say(what: str) -> None:
    print(f"{time.monotonic() - BEGAN:6.0f} s  {what}", flush=True)


BEGAN = time.monotonic()


def live(stack: Stack, files: list[str]) -> None:
    """Uploads the samples but the last, revises one and withdraws another, each in a second of its own."""
    for key in files:
        stack.upload(key, (SAMPLES / key).read_bytes())
    time.sleep(1.1)
    # A row less.
    stack.upload(REVISED, b"".join((SAMPLES / REVISED).read_bytes().splitlines(keepends=True)[:-1]))
    time.sleep(1.1)
    stack.delete(WITHDRAWN)


def months(stack: Stack) -> set[str]:
    feed = stack.published(f"{FEED}/feed.json") or {"items": []}
    return {item["_customs"]["period"] for item in feed["items"]}


def settled(stack: Stack, month: str) -> None:
    until(lambda: month in months(stack), FEED_SECONDS, lambda: f"a feed with {month}, found {sorted(months(stack))}", every=2)
    stack.quiet()
    # What follows from the last event is published within the delay of the queue.
    time.sleep(35)
    stack.quiet()


def items(stack: Stack) -> dict[str, dict[str, Any]]:
    """All items of the tables, by table and key."""
    found: dict[str, dict[str, Any]] = {}
    for table in TABLES:
        name = stack.names[table]
        keys = [key["AttributeName"] for key in stack.tables.describe_table(TableName=name)["Table"]["KeySchema"]]
        for page in stack.tables.get_paginator("scan").paginate(TableName=name):
            for item in page["Items"]:
                found[" ".join([table, *(json.dumps(item[key]) for key in keys)])] = item
    return found


def feed(stack: Stack) -> dict[str, str]:
    return comparable({key: stack.object(key) for key in stack.published_keys(f"{FEED}/")})


def compare(upgraded: Stack, fresh: Stack, when: str) -> None:
    one, other = feed(upgraded), feed(fresh)
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


def main() -> None:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__)
        sys.exit(0 if sys.argv[1:] == ["--help"] else 2)
    work = Path(tempfile.mkdtemp(prefix="customs-feed-upgrade-"))
    earlier = work / "earlier"
    subprocess.run(["git", "clone", "--quiet", str(PROJECT), str(earlier)], check=True)
    subprocess.run(["git", "checkout", "--quiet", sys.argv[1]], cwd=earlier, check=True)
    run = Run(work / "run")
    run.folder.mkdir()
    script("up", "--without-docker", "--port", "0", "--run", run.folder)
    try:
        upgrade(run, earlier)
    finally:
        script("down", "--run", run.folder)


def upgrade(run: Run, earlier: Path) -> None:
    def client(service: Any) -> Any:
        return boto3.client(
            service, endpoint_url=run.endpoint(), region_name=REGION, aws_access_key_id="test", aws_secret_access_key="test",
            config=Config(read_timeout=120, s3={"addressing_style": "path"}),
        )  # fmt: skip

    files = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file() and path.parent != SAMPLES)
    files.remove(LAST)
    stack = deployed(run, client, "upgraded", "--project", str(earlier))
    say("the earlier state is deployed")
    live(stack, files)
    settled(stack, "2025-11")
    before = items(stack)
    say(f"its feed has {len(months(stack))} months, its tables {len(before)} items")

    stack = deployed(run, client, "upgraded")
    say("this state is deployed over it")
    stack.sqs.send_message(
        QueueUrl=stack.outputs["PublishQueue"],
        MessageBody='{"recompute":"upgrade"}',
        MessageGroupId="upgrade",
        MessageDeduplicationId=uuid.uuid4().hex,
    )
    until(
        lambda: "schemaVersion" in (stack.published(f"{FEED}/feed.json") or {"_customs": {}})["_customs"],
        FEED_SECONDS, "a feed that this state wrote", every=2,
    )  # fmt: skip
    stack.quiet()
    after = items(stack)
    lost = sorted(key for key in before if key not in after)
    changed = sorted(key for key, item in before.items() if key in after and after[key] != item)
    if lost or changed:
        sys.exit(f"found {len(lost)} items lost and {len(changed)} changed, expected none: {[*lost, *changed][:10]}")
    say(f"all {len(before)} items are as they were; {len(after) - len(before)} came with the upgrade")

    fresh = deployed(run, client, "fresh")
    live(fresh, files)
    settled(fresh, "2025-11")
    compare(stack, fresh, "after the upgrade")
    for each in (stack, fresh):
        each.upload(LAST, (SAMPLES / LAST).read_bytes())
    for each in (stack, fresh):
        settled(each, "2025-12")
    compare(stack, fresh, "after another file")
    say("nothing is lost")


if __name__ == "__main__":
    main()
