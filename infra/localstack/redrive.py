"""Brings the messages of the dead-letter queues back to the queues they came from.

With --aws it works on the account of the caller's credentials instead of LocalStack.
"""

import argparse
import sys
import time

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from places import REGION, STACK, Failed, Run, add_run_option

PAIRS = {"IngestDeadLetters": "IngestQueue", "PublishDeadLetters": "PublishQueue"}
MOVE_SECONDS = 300


def main() -> None:
    parser = argparse.ArgumentParser(prog="redrive", description=__doc__)
    parser.add_argument("--stack", default=STACK, help=f"name of the stack (default: {STACK})")
    parser.add_argument("--aws", action="store_true", help="on AWS, by the credentials and region in force, not on LocalStack")
    add_run_option(parser)
    options = parser.parse_args()
    session = boto3.Session()
    settings = {}
    if not options.aws:
        settings = {
            "endpoint_url": Run(options.run.resolve()).endpoint(),
            "region_name": REGION,
            "aws_access_key_id": "test",
            "aws_secret_access_key": "test",
        }
    queues = outputs(session.client("cloudformation", **settings), options.stack)
    sqs = session.client("sqs", **settings)
    for dead_letters, queue in PAIRS.items():
        if dead_letters not in queues:
            raise Failed(f"the stack {options.stack} has no output {dead_letters}")
        count = waiting(sqs, queues[dead_letters])
        if count == 0:
            print(f"{dead_letters}: empty")
            continue
        print(f"{dead_letters}: {count} back to {queue} ...", flush=True)
        print(f"{dead_letters}: {move(sqs, queues[dead_letters])} moved")


def outputs(cloudformation, stack: str) -> dict[str, str]:
    try:
        described = cloudformation.describe_stacks(StackName=stack)["Stacks"][0]
    except ClientError as error:
        raise Failed(f"the stack {stack} cannot be read: {error}; was it deployed?") from error
    return {output["OutputKey"]: output["OutputValue"] for output in described.get("Outputs", [])}


def waiting(sqs, url: str) -> int:
    name = "ApproximateNumberOfMessages"
    return int(sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[name])["Attributes"][name])


def move(sqs, url: str) -> int:
    """Lets SQS itself move them: each goes to the queue that gave it up. Gives the number moved."""
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sqs.start_message_move_task(SourceArn=arn)
    deadline = time.monotonic() + MOVE_SECONDS
    while True:
        task = sqs.list_message_move_tasks(SourceArn=arn, MaxResults=1)["Results"][0]
        if task["Status"] == "COMPLETED":
            return task.get("ApproximateNumberOfMessagesMoved", 0)
        if task["Status"] in ("FAILED", "CANCELLED"):
            raise Failed(f"moving from {url} ended as {task['Status']}: {task.get('FailureReason', 'no reason given')}")
        if time.monotonic() > deadline:
            raise Failed(f"moving from {url} did not end within {MOVE_SECONDS} s; it goes on: run redrive again to see")
        time.sleep(0.2)


if __name__ == "__main__":
    try:
        main()
    except (Failed, ClientError, BotoCoreError) as failed:
        sys.exit(f"redrive: {failed}")
