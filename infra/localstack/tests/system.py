"""The deployed system as its users meet it: a bucket to upload to, a bucket with the feed, and an operator's handles."""

import contextlib
import fcntl
import http.client
import json
import shlex
import subprocess
import time
import urllib.parse
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast, overload

import processes
from places import HERE, PROJECT, Run, aws_environment
from waiting import until

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_lambda import LambdaClient
    from mypy_boto3_logs import CloudWatchLogsClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_sqs.literals import QueueAttributeNameType

# From an upload to the feed: the queue of publish holds each wake-up back for 30 s, and this machine may be busy.
FEED_SECONDS = 600

ALIAS = "live"

QueueCount = Literal["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed"]


# Makes a function of the executor's sample with some settings, and gives its name.
Sample = Callable[..., str]


class Clients(Protocol):
    """Makes a client of one of AWS's services."""

    @overload
    def __call__(self, service: Literal["cloudformation"]) -> "CloudFormationClient": ...
    @overload
    def __call__(self, service: Literal["dynamodb"]) -> "DynamoDBClient": ...
    @overload
    def __call__(self, service: Literal["lambda"]) -> "LambdaClient": ...
    @overload
    def __call__(self, service: Literal["logs"]) -> "CloudWatchLogsClient": ...
    @overload
    def __call__(self, service: Literal["s3"]) -> "S3Client": ...
    @overload
    def __call__(self, service: Literal["sqs"]) -> "SQSClient": ...


def script(name: str, *arguments: object) -> str:
    """Runs one of the scripts as a user does, and gives what it said."""
    done = subprocess.run(
        [HERE / name, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert done.returncode == 0, f"{name} failed with status {done.returncode}:\n{done.stdout}"
    return done.stdout


class Stack:
    """The deployed stack; `said` is what deploying it said."""

    def __init__(self, client: Clients, run: Run, name: str, said: str) -> None:
        self.run = run
        self.name = name
        self.said = said
        self.s3 = client("s3")
        self.sqs = client("sqs")
        self.functions = client("lambda")
        self.tables = client("dynamodb")
        described = client("cloudformation").describe_stacks(StackName=name)["Stacks"][0]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in described["Outputs"]}
        resources = client("cloudformation").describe_stack_resources(StackName=name)["StackResources"]
        self.names = {resource["LogicalResourceId"]: resource["PhysicalResourceId"] for resource in resources}

    # What a user does.

    def upload(self, key: str, content: bytes) -> str:
        """Uploads an object, and gives its version."""
        return self.s3.put_object(Bucket=self.outputs["UploadBucket"], Key=key, Body=content)["VersionId"]

    def upload_folder(self, folder: Path) -> list[str]:
        """Uploads a folder that looks like the upload bucket, and gives the keys."""
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.parent != folder)
        keys = [path.relative_to(folder).as_posix() for path in files]
        for key, path in zip(keys, files, strict=True):
            self.upload(key, path.read_bytes())
        return keys

    def delete(self, key: str) -> None:
        self.s3.delete_object(Bucket=self.outputs["UploadBucket"], Key=key)

    def rejected(self, key: str) -> dict[str, Any] | None:
        """The report on a rejected upload."""
        return self._json(self.outputs["UploadBucket"], f"rejected/{key}.json")

    def published(self, key: str) -> dict[str, Any] | None:
        """A JSON document of the feed bucket."""
        return self._json(self.outputs["FeedBucket"], key)

    def object(self, key: str) -> bytes:
        """An object of the feed bucket, as it is."""
        return self.s3.get_object(Bucket=self.outputs["FeedBucket"], Key=key)["Body"].read()

    def asked(self, method: str, key: str, headers: dict[str, str]) -> http.client.HTTPResponse:
        """Asks for an object of the feed bucket as a browser does, and gives the answer, whatever its status."""
        address = urllib.parse.urlsplit(self.run.endpoint())
        connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, f"/{self.outputs['FeedBucket']}/{key}", headers=headers)
            answer = connection.getresponse()
            answer.read()
            return answer

    def published_keys(self, prefix: str) -> list[str]:
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.outputs["FeedBucket"], Prefix=prefix)
        return [entry["Key"] for page in pages for entry in page.get("Contents", [])]

    def publications(self, key: str) -> int:
        """How often an object of the feed was written: the bucket keeps every version."""
        found = self.s3.list_object_versions(Bucket=self.outputs["FeedBucket"], Prefix=key)
        return sum(version["Key"] == key for version in found.get("Versions", []))

    def feed_objects(self, feed: str) -> dict[str, bytes]:
        """The objects of a feed under their stable names."""
        return {key: self.object(key) for key in self.published_keys(f"{feed}/") if "/archive/" not in key}

    def listed(self) -> dict[str, bytes]:
        """What lies above the feeds: the list of them."""
        return {key: self.object(key) for key in ("feeds.json", "index.html")}

    def in_list(self, feed: str) -> dict[str, Any]:
        """What the list of feeds says of one."""
        every = self.published("feeds.json") or {"feeds": []}
        found: dict[str, Any]
        [found] = [listed for listed in every["feeds"] if listed["id"] == feed]
        return found

    def uploaded(self) -> list[str]:
        """The keys of all that lies in the upload bucket."""
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.outputs["UploadBucket"])
        return [entry["Key"] for page in pages for entry in page.get("Contents", [])]

    def _json(self, bucket: str, key: str) -> dict[str, Any] | None:
        try:
            document: dict[str, Any] = json.loads(self.s3.get_object(Bucket=bucket, Key=key)["Body"].read())
        except self.s3.exceptions.NoSuchKey:
            return None
        return document

    # What an operator does.

    def shell(self, line: str, status: int | None = 0) -> str:
        """Types a line, with the AWS CLI set to this LocalStack, and gives what it said."""
        done = subprocess.run(
            line, shell=True, env=aws_environment(self.run.endpoint()), capture_output=True, text=True
        )
        assert status in (None, done.returncode), f"{line}\nended with status {done.returncode}:\n{done.stdout}{done.stderr}"
        return done.stdout if done.returncode == 0 else done.stderr

    def operate(self, *words: str, status: int = 0) -> str:
        """Runs infra/operate on this stack."""
        return self.shell(shlex.join([str(PROJECT / "infra/operate"), "--stack", self.name, *words]), status)

    def log_of(self, function: str) -> str:
        """All that a function has printed."""
        file = self.run.function_logs / f"{self.names[function]}.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def records_of(self, month: str) -> int:
        """How many records of a month, such as gacc/CN/export/USD/81041100/2025-12, are stored."""
        return self.tables.query(
            TableName=self.names["RecordsTable"],
            KeyConditionExpression="#month = :month",
            ExpressionAttributeNames={"#month": "month"},
            ExpressionAttributeValues={":month": {"S": month}},
            Select="COUNT",
        )["Count"]

    def statuses(self, key: str) -> list[str]:
        """What has become of the versions of an uploaded object."""
        found = self.tables.query(
            TableName=self.names["FilesTable"],
            KeyConditionExpression="#object = :object",
            ExpressionAttributeNames={"#object": "object"},
            ExpressionAttributeValues={":object": {"S": f"{self.outputs['UploadBucket']}/{key}"}},
        )
        return [item["status"]["S"] for item in found["Items"]]

    def waiting_in(self, queue: str) -> int:
        """The messages of a queue, seen or not."""
        names: list[QueueCount] = [
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed",
        ]
        read = self.sqs.get_queue_attributes(QueueUrl=self.outputs[queue], AttributeNames=names)["Attributes"]
        return sum(int(read[name]) for name in names)

    def taken_out(self, queue: str, count: int) -> list[str]:
        """Takes so many messages out of a queue whose function is paused, and gives their bodies."""
        url = self.outputs[queue]
        bodies: list[str] = []

        def taken() -> bool:
            received = self.sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=1).get("Messages", [])
            for message in received:
                bodies.append(message["Body"])
                self.sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            return len(bodies) >= count

        until(taken, 300, lambda: f"{count} messages in {queue}, found {bodies}")
        return bodies

    def delayed_in(self, queue: str) -> int:
        """The messages of a queue that it still holds back."""
        name: QueueCount = "ApproximateNumberOfMessagesDelayed"
        return int(self.sqs.get_queue_attributes(QueueUrl=self.outputs[queue], AttributeNames=[name])["Attributes"][name])

    def processes_of(self, function: str) -> list[int]:
        """The processes that events go to. Those of another version wait for the events of tests to come: they are left alone."""
        name = self.names[function]
        version = self.functions.get_alias(FunctionName=name, Name=ALIAS)["FunctionVersion"]
        of_the_version = set(processes.marked(f"AWS_LAMBDA_FUNCTION_VERSION={version}"))
        return [pid for pid in processes.marked(f"AWS_LAMBDA_FUNCTION_NAME={name}") if pid in of_the_version]

    def quiet(self) -> None:
        """Waits until nothing has been on its way for a second: what is between two queues is in none."""
        both = ("IngestQueue", "PublishQueue")
        busy = time.monotonic()

        def quiet_for_a_second() -> bool:
            nonlocal busy
            if any(self.waiting_in(queue) for queue in both):
                busy = time.monotonic()
            return time.monotonic() - busy >= 1

        until(quiet_for_a_second, FEED_SECONDS, "queues that stay empty")

    @contextlib.contextmanager
    def queue_set(self, queue: str, **attributes: int) -> Iterator[None]:
        """Changes attributes of a queue for a while."""
        url = self.outputs[queue]
        wanted = cast("dict[QueueAttributeNameType, int]", attributes)
        before = self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=list(wanted))["Attributes"]
        self.sqs.set_queue_attributes(QueueUrl=url, Attributes={name: str(to) for name, to in wanted.items()})
        try:
            yield
        finally:
            self.sqs.set_queue_attributes(QueueUrl=url, Attributes=before)

    @contextlib.contextmanager
    def function_set(self, function: str, **settings: Any) -> Iterator[None]:
        """Changes settings of a function for a while."""
        name = self.names[function]
        before: Mapping[str, Any] = self.functions.get_function_configuration(FunctionName=name)
        version = self.functions.get_alias(FunctionName=name, Name=ALIAS)["FunctionVersion"]
        self.function_becomes(function, **settings)
        try:
            yield
        finally:
            self.functions.update_alias(FunctionName=name, Name=ALIAS, FunctionVersion=version)
            self._update(name, **{key: before[key] for key in settings})

    def function_becomes(self, function: str, **settings: Any) -> None:
        """Changes settings of a function."""
        name = self.names[function]
        self._update(name, **settings)
        # Events go to the version that the alias names.
        changed = self.functions.publish_version(FunctionName=name)["Version"]
        self.functions.get_waiter("function_active_v2").wait(FunctionName=name, Qualifier=changed)
        self.functions.update_alias(FunctionName=name, Name=ALIAS, FunctionVersion=changed)

    def _update(self, name: str, **settings: Any) -> None:
        self.functions.update_function_configuration(FunctionName=name, **settings)
        self.functions.get_waiter("function_updated_v2").wait(FunctionName=name)

    @contextlib.contextmanager
    def paused(self, function: str) -> Iterator[None]:
        """Holds a function's events back in its queue for a while."""
        mapping = self.pause(function)
        try:
            yield
        finally:
            self._enable(mapping, True)

    def pause(self, function: str) -> str:
        """Holds a function's events back in its queue, and gives the mapping that would take them."""
        live = f"{self.names[function]}:{ALIAS}"
        [mapping] = self.functions.list_event_source_mappings(FunctionName=live)["EventSourceMappings"]
        self._enable(mapping["UUID"], False)
        return mapping["UUID"]

    def _enable(self, mapping: str, enabled: bool) -> None:
        wanted = "Enabled" if enabled else "Disabled"
        self.functions.update_event_source_mapping(UUID=mapping, Enabled=enabled)
        until(lambda: self.functions.get_event_source_mapping(UUID=mapping)["State"] == wanted, 300, wanted)


@dataclass(frozen=True)
class Commodity:
    """A commodity with a feed of its own, so that one test's files are nobody else's figures."""

    stack: Stack
    code: str
    feed: str

    @property
    def definition_key(self) -> str:
        return f"feeds/{self.feed}.json"

    def definition(self) -> bytes:
        name = {"en": f"Commodity {self.code}", "zh": f"商品{self.code}"}
        return json.dumps(
            {
                "id": self.feed,
                "title": name,
                "source": "gacc",
                "reporter": "CN",
                "flow": "export",
                "currency": "USD",
                "sample": True,
                "products": [{"id": "goods", "hs": [self.code], "name": name}],
            },
            ensure_ascii=False,
        ).encode()

    def key(self, name: str) -> str:
        return f"incoming/gacc/flow=export/hs={self.code}/{self.feed}-{name}.csv"

    def file(self, months: dict[str, int], partners: Sequence[str] = ("111", "133")) -> bytes:
        """A customs file: of each month (2025-01) so many kilograms, shared by the partners."""
        rows = []
        for month, kilograms in months.items():
            shares = [kilograms // len(partners)] * len(partners)
            shares[0] += kilograms - sum(shares)
            rows += [
                f'"{month.replace("-", "")}","{self.code}","Sample","{partner}","Partner {partner}","10","Ordinary Trade",'
                f'"{share}","Kilogram","0","?","{2 * share:,}",'
                for partner, share in zip(partners, shares, strict=True)
            ]
        header = (
            '"Date of data","Commodity code","Commodity","Trading partner code","Trading partner","Customs Regime code",'
            '"Customs Regime","Quantity","Unit","Supplementary Quantity","Supplementary Unit","US dollar",'
        )
        return ("\n".join([header, *rows]) + "\n").encode("gb18030")

    def kilograms(self, month: str) -> int | None:
        """What the feed says of a month; nothing while it says nothing."""
        return self._kilograms().get(month)

    def _kilograms(self) -> dict[str, int | None]:
        """What the feed says of each month that it has."""
        # By feed.json, which is written last: whoever sees it there finds all the rest, older months on the pages that it goes on to.
        said: dict[str, int | None] = {}
        page = self.stack.published(f"{self.feed}/feed.json")
        while page:
            said |= {item["_customs"]["period"]: item["_customs"]["total"]["month"]["netWeightKg"] for item in page["items"]}
            following = page.get("next_url")
            # Where the feed knows its address, it names the page by that.
            page = self.stack.published(f"{self.feed}/{following.rpartition(f'{self.feed}/')[2]}") if following else None
        return said

    def shows(self, months: dict[str, int | None], seconds: float = FEED_SECONDS) -> None:
        """Waits until the feed says this of the months."""
        said: dict[str, int | None] = {}

        def as_expected() -> bool:
            kilograms = self._kilograms()
            said.update({month: kilograms.get(month) for month in months})
            return said == months

        until(as_expected, seconds, lambda: f"{self.feed} says {months}, it said last {said}", every=0.5)


def deployed(run: Run, client: Clients, name: str, *options: str) -> Stack:
    """Deploys the system under a name."""
    deploy = ["deploy", "--run", str(run.folder), "--stack", name, *options]
    # The first deployment makes the bucket that sam puts the zips into; two at once would both make it.
    with one_at_a_time(run.folder):
        first = not (run.folder / "deployed").exists()
        if first:
            said = script(*deploy)
            (run.folder / "deployed").touch()
    if not first:
        said = script(*deploy)
    return Stack(client, run, name, said)


@contextlib.contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Holds the other workers of the test run back."""
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def commodity(stack: Stack, code: int) -> Commodity:
    return Commodity(stack, str(code), f"commodity-{uuid.uuid4().hex[:6]}")
