"""What must hold of the template beyond what cfn-lint knows; checked on its SAM translation, each with its reason.

    python -m unittest discover -s infra -p 'template_test.py'

Needs cfn-lint, which brings SAM's translator, and the functions' zips (./mvnw -DskipTests package).
"""

import fnmatch
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

INFRA = Path(__file__).resolve().parent
PROJECT = INFRA.parent
ZIPS = {
    "IngestFunction": PROJECT / "functions/ingest/target/ingest.zip",
    "PublishFunction": PROJECT / "functions/publish/target/publish.zip",
    "VerificationFunction": PROJECT / "functions/verify/target/verify.zip",
}
SOURCES = {
    "IngestFunction": ["functions/ingest/src/main/java", "functions/runtime/src/main/java", "functions/ledger/src/main/java"],
    "PublishFunction": ["functions/publish/src/main/java", "functions/runtime/src/main/java", "functions/ledger/src/main/java"],
    "VerificationFunction": ["functions/verify/src/main/java", "functions/runtime/src/main/java", "functions/ledger/src/main/java"],
}
# By what AWS's documentation calls them: an id says nothing to a reader, and one for another is found out by readers of the feed only.
MANAGED_POLICIES = {
    "CachePolicyId": {"CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6"},
    "OriginRequestPolicyId": {"CORS-S3Origin": "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"},
}
PAGES = PROJECT / "functions/publish/src/main/resources/dev/customsfeed/publish/documents/page"
HOLD_DATA = ("AWS::S3::Bucket", "AWS::DynamoDB::Table")


class NoManagedPolicies:
    """Roles are the template's own: there is nothing to look up."""

    @staticmethod
    def load() -> dict[str, str]:
        return {}


def translated() -> dict[str, Any]:
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    template = yaml_parse((INFRA / "template.yaml").read_text())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packaged/function.zip"
    template_of_cloudformation: dict[str, Any] = transform(template, {}, NoManagedPolicies())
    return template_of_cloudformation


TEMPLATE = translated()
RESOURCES: dict[str, dict[str, Any]] = TEMPLATE["Resources"]


def of_type(*types: str) -> dict[str, dict[str, Any]]:
    return {name: body for name, body in RESOURCES.items() if body["Type"] in types}


def get_att(value: dict[str, Any]) -> str:
    """The resource whose attribute `value` is, e.g. {"Fn::GetAtt": ["IngestQueue", "Arn"]}."""
    attribute: str | list[str] = value["Fn::GetAtt"]
    return (attribute if isinstance(attribute, list) else attribute.split("."))[0]


def statements(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for statement in document["Statement"]:
        yield statement["Fn::If"][1] if "Fn::If" in statement else statement


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def directives(policy: str) -> dict[str, set[str]]:
    """A Content-Security-Policy: the sources of each directive."""
    return {name: set(sources) for name, *sources in (directive.split() for directive in policy.split(";"))}


def in_text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


class TemplateTest(unittest.TestCase):

    def test_it_translates_to_every_resource_that_the_other_tests_look_at(self) -> None:
        """Because a test over nothing passes."""
        for type, least in {
            "AWS::Lambda::Function": 3, "AWS::SQS::Queue": 6, "AWS::S3::Bucket": 4, "AWS::DynamoDB::Table": 4,
            "AWS::IAM::Role": 3, "AWS::Lambda::EventSourceMapping": 3, "AWS::CloudWatch::Alarm": 10,
        }.items():
            self.assertGreaterEqual(len(of_type(type)), least, type)

    def test_cfn_lint_finds_nothing_in_the_translation(self) -> None:
        """Because what SAM makes of a template is what CloudFormation gets."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "translated.json"
            file.write_text(json.dumps(TEMPLATE))
            lint = subprocess.run([Path(sys.executable).with_name("cfn-lint"), str(file)], capture_output=True, text=True)
        self.assertEqual((0, ""), (lint.returncode, lint.stdout), lint.stderr)

    def test_no_statement_of_a_role_names_every_resource(self) -> None:
        """Because a function that is led astray must not reach what is not its own. X-Ray alone has no resources to name."""
        for name, role in of_type("AWS::IAM::Role").items():
            self.assertNotIn("ManagedPolicyArns", role["Properties"], f"{name}: AWS's policies name every resource")
            for policy in role["Properties"]["Policies"]:
                for statement in statements(policy["PolicyDocument"]):
                    for action in as_list(statement["Action"]):
                        self.assertRegex(action, r"^[a-z0-9]+:[A-Za-z]+$", f"{name}: an action, not a pattern")
                    if "*" in as_list(statement["Resource"]):
                        self.assertEqual({"xray"}, {action.split(":")[0] for action in as_list(statement["Action"])}, name)

    def test_each_function_has_a_role_of_its_own(self) -> None:
        """Because what one may do the other need not."""
        roles = [get_att(function["Properties"]["Role"]) for function in of_type("AWS::Lambda::Function").values()]
        self.assertEqual(sorted(roles), sorted(of_type("AWS::IAM::Role")))

    def test_messages_stay_hidden_for_six_times_the_function_s_timeout(self) -> None:
        """Because Lambda retries throttled batches meanwhile; AWS asks for six times."""
        for name, (_, function, queue) in self.mappings().items():
            hidden = queue["Properties"]["VisibilityTimeout"]
            self.assertGreaterEqual(hidden, 6 * function["Properties"]["Timeout"], name)

    def test_every_queue_that_is_worked_on_has_a_dead_letter_queue_of_its_kind(self) -> None:
        """Because a message that can never be taken must not come back for ever, nor be lost."""
        behind = set()
        for name, queue in of_type("AWS::SQS::Queue").items():
            if "RedrivePolicy" in queue["Properties"]:
                target = get_att(queue["Properties"]["RedrivePolicy"]["deadLetterTargetArn"])
                behind.add(target)
                letters = RESOURCES[target]["Properties"]
                self.assertEqual(queue["Properties"].get("FifoQueue"), letters.get("FifoQueue"), name)
                self.assertEqual(1209600, letters["MessageRetentionPeriod"], f"{target}: as long as SQS can")
        for name, (_, _, queue) in self.mappings().items():
            self.assertIn("RedrivePolicy", queue["Properties"], name)
        for name, queue in of_type("AWS::SQS::Queue").items():
            self.assertTrue(name in behind or "RedrivePolicy" in queue["Properties"], name)

    def test_batches_tell_which_messages_failed(self) -> None:
        """Because one message that fails must not bring back those that were done."""
        for name, (mapping, _, _) in self.mappings().items():
            self.assertEqual(["ReportBatchItemFailures"], mapping["Properties"]["FunctionResponseTypes"], name)

    def test_a_fifo_queue_has_no_batching_window_and_two_at_a_time_at_least(self) -> None:
        """Because Lambda refuses both, and only when the stack is being made."""
        for name, (mapping, _, queue) in self.mappings().items():
            if queue["Properties"].get("FifoQueue"):
                self.assertNotIn("MaximumBatchingWindowInSeconds", mapping["Properties"], name)
            self.assertGreaterEqual(mapping["Properties"]["ScalingConfig"]["MaximumConcurrency"], 2, name)

    def test_a_feed_is_published_by_itself(self) -> None:
        """Because a batch may hold several groups: what ends the function would end other feeds' publications with it."""
        [publish] = [mapping for mapping, function, _ in self.mappings().values() if "Publish" in function["Properties"]["Handler"]]
        self.assertEqual(1, publish["Properties"]["BatchSize"])
        self.assertGreaterEqual(publish["Properties"]["ScalingConfig"]["MaximumConcurrency"], 10)

    def test_a_wake_up_is_held_back_longer_than_its_like_are_dropped(self) -> None:
        """Because whoever is dropped must have written what it tells of before the one that was let in is delivered."""
        queue = (PROJECT / "functions/runtime/src/main/java/dev/customsfeed/runtime/aws/FifoQueue.java").read_text()
        [seconds] = [int(said) for said in re.findall(r"COLLAPSE_SECONDS = (\d+);", queue)]
        self.assertGreaterEqual(RESOURCES["PublishQueue"]["Properties"]["DelaySeconds"], seconds + 5)

    def test_both_schedules_may_wake_publish_and_nobody_else_s(self) -> None:
        """Because a schedule whose message is not let in is silent."""
        rules = of_type("AWS::Events::Rule")
        self.assertEqual({"PublishSchedule", "CheckSchedule"}, set(rules))
        [allowed] = [statement for statement in statements(RESOURCES["PublishQueuePolicy"]["Properties"]["PolicyDocument"])
                     if statement["Effect"] == "Allow"]
        self.assertEqual(set(rules), {get_att(arn) for arn in allowed["Condition"]["ArnEquals"]["aws:SourceArn"]})
        for name, rule in rules.items():
            [target] = rule["Properties"]["Targets"]
            self.assertEqual("PublishQueue", get_att(target["Arn"]), name)
            self.assertEqual("recompute", target["SqsParameters"]["MessageGroupId"], name)

    def test_what_holds_data_survives_the_stack(self) -> None:
        """Because figures must not go with a stack that somebody deletes, or with a resource that is replaced."""
        for name, resource in of_type(*HOLD_DATA).items():
            self.assertEqual("Retain", resource.get("DeletionPolicy"), name)
            self.assertEqual("Retain", resource.get("UpdateReplacePolicy"), name)

    def test_tables_can_be_brought_back_and_not_be_deleted_by_mistake(self) -> None:
        """Because what was withdrawn and revised lives in them alone."""
        for name, table in of_type("AWS::DynamoDB::Table").items():
            self.assertTrue(table["Properties"]["DeletionProtectionEnabled"], name)
            self.assertTrue(table["Properties"]["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], name)

    def test_buckets_are_versioned_encrypted_private_and_tidy(self) -> None:
        """Because an overwritten file must stay to be looked at, and nobody may read by mistake."""
        policies = {policy["Properties"]["Bucket"]["Ref"]: policy for policy in of_type("AWS::S3::BucketPolicy").values()}
        for name, bucket in of_type("AWS::S3::Bucket").items():
            properties = bucket["Properties"]
            self.assertEqual("Enabled", properties["VersioningConfiguration"]["Status"], name)
            self.assertIn("BucketEncryption", properties, name)
            self.assertEqual({True}, set(properties["PublicAccessBlockConfiguration"].values()), name)
            self.assertEqual(4, len(properties["PublicAccessBlockConfiguration"]), name)
            rules = properties["LifecycleConfiguration"]["Rules"]
            self.assertTrue(any("AbortIncompleteMultipartUpload" in in_text(rule) for rule in rules), name)
            self.assertTrue(any("NoncurrentVersionExpiration" in in_text(rule) for rule in rules), name)
            tls = [statement for statement in statements(policies[name]["Properties"]["PolicyDocument"])
                   if statement["Effect"] == "Deny" and statement["Principal"] == "*"
                   and statement.get("Condition") == {"Bool": {"aws:SecureTransport": "false"}}]
            self.assertEqual(1, len(tls), f"{name}: only over TLS")

    def test_only_the_distribution_of_this_stack_may_read_the_feed_bucket_from_outside(self) -> None:
        """Because any other distribution of the world could be pointed at it."""
        allowed = [statement for statement in statements(RESOURCES["FeedBucketPolicy"]["Properties"]["PolicyDocument"])
                   if statement["Effect"] == "Allow"]
        self.assertEqual(1, len(allowed))
        self.assertEqual("s3:GetObject", allowed[0]["Action"])
        self.assertIn("distribution/${FeedDistribution}", in_text(allowed[0]["Condition"]))
        for name, resource in of_type("AWS::CloudFront::Distribution", "AWS::CloudFront::OriginAccessControl").items():
            self.assertEqual("OnCloudFront", resource["Condition"], name)

    def test_a_page_of_any_origin_may_read_the_feed_and_nobody_write_it(self) -> None:
        """Because readers of feeds are pages too, and they ask with conditions, for which a browser asks leave first."""
        [rule] = RESOURCES["FeedBucket"]["Properties"]["CorsConfiguration"]["CorsRules"]
        self.assertEqual((["*"], ["*"]), (rule["AllowedOrigins"], rule["AllowedHeaders"]))
        self.assertEqual(["GET", "HEAD"], rule["AllowedMethods"])
        self.assertIn("ETag", rule["ExposedHeaders"])
        self.assertNotIn("CorsConfiguration", RESOURCES["UploadBucket"]["Properties"])
        [distribution] = of_type("AWS::CloudFront::Distribution").values()
        self.assertEqual(
            ["GET", "HEAD", "OPTIONS"],
            distribution["Properties"]["DistributionConfig"]["DefaultCacheBehavior"]["AllowedMethods"],
        )

    def test_the_distribution_compresses_and_keeps_to_the_policies_that_the_template_speaks_of(self) -> None:
        """Because the wrong one of AWS's ids is no error to anybody but the readers."""
        [distribution] = of_type("AWS::CloudFront::Distribution").values()
        behavior = distribution["Properties"]["DistributionConfig"]["DefaultCacheBehavior"]
        self.assertTrue(behavior["Compress"])
        comments = (INFRA / "template.yaml").read_text()
        for kind, policy in MANAGED_POLICIES.items():
            [(name, id)] = policy.items()
            self.assertEqual(id, behavior[kind], kind)
            self.assertRegex(comments, rf"# {name} of AWS: [^\n]+\n +{kind}: {id}\n")

    def test_a_function_with_snapshots_has_no_more_than_the_least_disk(self) -> None:
        """Because Lambda refuses a snapshot of more, and only when the stack is being made."""
        for name, function in of_type("AWS::Lambda::Function").items():
            snapshot = function["Properties"]["SnapStart"]["ApplyOn"]
            self.assertEqual({"Fn::If": ["FromSnapshot", "PublishedVersions", "None"]}, snapshot, name)
            disk = function["Properties"].get("EphemeralStorage", {"Size": 512})["Size"]
            with_snapshots = disk["Fn::If"][1] if isinstance(disk, dict) and disk["Fn::If"][0] == "FromSnapshot" else disk
            self.assertEqual(512, with_snapshots, name)

    def test_queues_are_spoken_to_over_tls_alone(self) -> None:
        """Because messages name what was uploaded, and one that was forged would be believed."""
        denied = set()
        for policy in of_type("AWS::SQS::QueuePolicy").values():
            for statement in statements(policy["Properties"]["PolicyDocument"]):
                if statement["Effect"] == "Deny" and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}:
                    self.assertEqual(("*", "sqs:*"), (statement["Principal"], statement["Action"]))
                    self.assertEqual([{"Ref": get_att(statement["Resource"])}], policy["Properties"]["Queues"])
                    denied.add(get_att(statement["Resource"]))
        self.assertEqual(set(of_type("AWS::SQS::Queue")), denied)

    def test_notifications_are_let_in_of_this_account_s_buckets_that_are_named_like_the_stack_s_alone(self) -> None:
        """Because whatever else reaches the queue has to be looked at. Naming the bucket itself would be a circle."""
        [allowed] = [statement for statement in statements(RESOURCES["IngestQueuePolicy"]["Properties"]["PolicyDocument"])
                     if statement["Effect"] == "Allow"]
        self.assertEqual({"Service": "s3.amazonaws.com"}, allowed["Principal"])
        self.assertEqual("sqs:SendMessage", allowed["Action"])
        pattern = "arn:${AWS::Partition}:s3:::*-uploadbucket-*"
        self.assertEqual(
            {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}, "ArnLike": {"aws:SourceArn": {"Fn::Sub": pattern}}},
            allowed["Condition"],
        )

        def let_in(bucket: str) -> bool:
            return fnmatch.fnmatchcase(f"arn:aws:s3:::{bucket}", pattern.replace("${AWS::Partition}", "aws"))

        # As CloudFormation names a bucket without a name: the stack in small letters, cut so that all are 63, the logical id, a suffix.
        for stack in ("customs-feed", "Customs-Feed-Test", "s" * 128):
            self.assertTrue(let_in(f"{stack.lower()[:37]}-uploadbucket-1r2f4ihmm5hf"), stack)
        self.assertFalse(let_in("customs-feed-feedbucket-1r2f4ihmm5hf"))
        self.assertFalse(let_in("somebody-s-photos"))
        self.assertNotIn("BucketName", RESOURCES["UploadBucket"]["Properties"], "the pattern is of names that CloudFormation gives")

    def test_ingest_is_told_the_one_bucket_whose_objects_it_takes(self) -> None:
        """Because the queue's policy lets buckets in whose names look alike."""
        variables = RESOURCES["IngestFunction"]["Properties"]["Environment"]["Variables"]
        self.assertEqual({"Ref": "UploadBucket"}, variables["UPLOAD_BUCKET"])

    def test_whatever_happens_to_an_upload_or_a_definition_is_announced(self) -> None:
        """Because what a lifecycle rule removes would count for ever otherwise: S3 does not call that a removal."""
        announced: dict[str, list[str]] = {}
        for queue in RESOURCES["UploadBucket"]["Properties"]["NotificationConfiguration"]["QueueConfigurations"]:
            self.assertEqual("IngestQueue", get_att(queue["Queue"]))
            [rule] = queue["Filter"]["S3Key"]["Rules"]
            self.assertEqual("prefix", rule["Name"])
            announced.setdefault(rule["Value"], []).append(queue["Event"])
        events = ["s3:LifecycleExpiration:*", "s3:ObjectCreated:*", "s3:ObjectRemoved:*"]
        self.assertEqual({"incoming/": events, "feeds/": events}, {prefix: sorted(of) for prefix, of in announced.items()})

    def test_the_distribution_sends_what_the_pages_say_of_themselves_and_lets_no_page_frame_them(self) -> None:
        """Because a browser reads frame-ancestors in a header alone, and a policy in a tag comes after what stands before it."""
        [distribution] = of_type("AWS::CloudFront::Distribution").values()
        behavior = distribution["Properties"]["DistributionConfig"]["DefaultCacheBehavior"]
        self.assertEqual({"Ref": "FeedHeaders"}, behavior["ResponseHeadersPolicyId"])
        self.assertEqual("OnCloudFront", RESOURCES["FeedHeaders"]["Condition"])
        config = RESOURCES["FeedHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
        headers = config["SecurityHeadersConfig"]
        for name, header in headers.items():
            self.assertTrue(header["Override"], name)
        self.assertEqual("DENY", headers["FrameOptions"]["FrameOption"])
        self.assertIn("ContentTypeOptions", headers)
        self.assertEqual("strict-origin-when-cross-origin", headers["ReferrerPolicy"]["ReferrerPolicy"])
        self.assertGreaterEqual(headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"], 31536000)

        sent = directives(headers["ContentSecurityPolicy"]["ContentSecurityPolicy"])
        tags = [directives(policy) for page in sorted(PAGES.glob("*.html"))
                for policy in re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page.read_text())]
        self.assertEqual(2, len(tags))
        # A browser keeps to both: the header may forbid nothing that a page needs, and allow nothing that none does.
        together: dict[str, set[str]] = {}
        for tag in tags:
            for name, allowed in tag.items():
                together[name] = together.get(name, set()) | allowed
        together = {name: allowed - {"'none'"} or {"'none'"} for name, allowed in together.items()}
        self.assertEqual({**together, "frame-ancestors": {"'none'"}}, sent)
        self.assertEqual({"'none'"}, sent["default-src"])

    def test_the_distribution_answers_pages_of_any_origin_as_the_bucket_does(self) -> None:
        """Because readers of feeds are pages too; where the bucket has answered, its answer stands."""
        cors = RESOURCES["FeedHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["CorsConfig"]
        [rule] = RESOURCES["FeedBucket"]["Properties"]["CorsConfiguration"]["CorsRules"]
        self.assertFalse(cors["OriginOverride"])
        self.assertFalse(cors["AccessControlAllowCredentials"])
        self.assertEqual(rule["AllowedOrigins"], cors["AccessControlAllowOrigins"]["Items"])
        self.assertEqual([*rule["AllowedMethods"], "OPTIONS"], cors["AccessControlAllowMethods"]["Items"])
        self.assertEqual(rule["ExposedHeaders"], cors["AccessControlExposeHeaders"]["Items"])
        self.assertEqual(rule["MaxAge"], cors["AccessControlMaxAgeSec"])

    def test_handlers_are_in_the_zips(self) -> None:
        """Because Lambda finds out at the first event only."""
        for name, function in of_type("AWS::Lambda::Function").items():
            entry = function["Properties"]["Handler"].replace(".", "/") + ".class"
            with zipfile.ZipFile(ZIPS[name]) as zip:
                others = [item for item in zip.namelist() if not re.fullmatch(r"lib/([^/]+\.jar)?", item)]
                self.assertEqual(["LICENSE", "NOTICE"], others, f"{name}: jars under lib/, their licences, and nothing else")
                for text in others:
                    self.assertEqual((PROJECT / text).read_bytes(), zip.read(text), f"{name}: {text}")
                own = [jar for jar in zip.namelist() if "customs-feed" in jar]
                classes = set()
                for jar in own:
                    with zip.open(jar) as opened, zipfile.ZipFile(opened) as inner:
                        classes.update(inner.namelist())
            self.assertIn(entry, classes, name)

    def test_what_opens_7z_is_in_the_zip_of_ingest_alone(self) -> None:
        """Because no other function takes a 7z file: 2.3 MB that each cold start would fetch."""
        for name in of_type("AWS::Lambda::Function"):
            with zipfile.ZipFile(ZIPS[name]) as zip:
                jars = [re.sub(r"^lib/|-[\d.]+\.jar$", "", jar) for jar in sorted(zip.namelist())]
            opening = [jar for jar in jars if jar.startswith(("commons-", "xz"))]
            expected = ["commons-compress", "commons-io", "commons-lang3", "xz"] if name == "IngestFunction" else []
            self.assertEqual(expected, opening, name)

    def test_variables_that_are_set_are_those_that_are_read(self) -> None:
        """Because one that is missing stops the function and one too many misleads who looks after it."""
        for name, function in of_type("AWS::Lambda::Function").items():
            read = set()
            for folder in SOURCES[name]:
                for source in (PROJECT / folder).rglob("*.java"):
                    # Constants that are looked up in the environment. AWS_ ones are the SDK's and Lambda's own.
                    looked_up = r'(?:getenv|environment|required|environment\.get)\(\s*(?:environment,\s*)?"([A-Z_]+)"'
                    read.update(re.findall(looked_up, source.read_text()))
            read = {variable for variable in read if not variable.startswith("AWS_")}
            self.assertEqual(read, set(function["Properties"]["Environment"]["Variables"]), name)

    def test_functions_are_traced_and_log_json_into_groups_that_forget(self) -> None:
        """Because logs that are kept for ever cost for ever, and text cannot be searched by field."""
        for name, function in of_type("AWS::Lambda::Function").items():
            self.assertEqual("Active", function["Properties"]["TracingConfig"]["Mode"], name)
            logging = function["Properties"]["LoggingConfig"]
            self.assertEqual("JSON", logging["LogFormat"], name)
            self.assertIn("RetentionInDays", RESOURCES[logging["LogGroup"]["Ref"]]["Properties"], name)

    def test_a_function_may_write_into_its_own_log_and_take_from_its_own_queue_alone(self) -> None:
        """Because Lambda does both in the function's name."""
        for name, (_, function, _) in self.mappings().items():
            role = RESOURCES[get_att(function["Properties"]["Role"])]
            granted: dict[str, list[str]] = {}
            for policy in role["Properties"]["Policies"]:
                for statement in statements(policy["PolicyDocument"]):
                    for action in as_list(statement["Action"]):
                        granted.setdefault(action, []).extend(map(in_text, as_list(statement["Resource"])))
            self.assertEqual(1, len(granted["logs:PutLogEvents"]), name)
            self.assertIn(function["Properties"]["LoggingConfig"]["LogGroup"]["Ref"], granted["logs:PutLogEvents"][0])
            for action in ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"):
                self.assertEqual(1, len(granted[action]), f"{name} {action}")

    def test_every_alarm_tells_somebody_and_is_on_a_dashboard(self) -> None:
        """Because an alarm that nobody hears is none."""
        bodies = [in_text(board["Properties"]["DashboardBody"]) for board in of_type("AWS::CloudWatch::Dashboard").values()]
        for name, alarm in of_type("AWS::CloudWatch::Alarm").items():
            self.assertEqual([{"Ref": "AlarmTopic"}], alarm["Properties"]["AlarmActions"], name)
            self.assertTrue(any("${" + name + ".Arn}" in body for body in bodies), name)

    def test_alarms_of_our_own_metrics_name_metrics_that_the_functions_write(self) -> None:
        """Because an alarm on a metric that nobody writes is silent for ever, or never."""
        written = set()
        for folder in {folder for folders in SOURCES.values() for folder in folders}:
            for source in (PROJECT / folder).rglob("*.java"):
                written.update(re.findall(r'Value\.(?:count|secondsSince)\(\s*"([A-Za-z]+)"', source.read_text()))
        alarms = [alarm["Properties"] for alarm in of_type("AWS::CloudWatch::Alarm").values()]
        own = {alarm["MetricName"] for alarm in alarms if alarm["Namespace"] == "customs-feed"}
        body = RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
        shown = set(re.findall(r'\["customs-feed", "([A-Za-z]+)"', body))
        self.assertTrue(own)
        self.assertLessEqual(own | shown, written)

    def test_dashboards_are_json(self) -> None:
        """Because CloudWatch refuses it otherwise, and only when the stack is being made."""
        for name, board in of_type("AWS::CloudWatch::Dashboard").items():
            body = board["Properties"]["DashboardBody"]["Fn::Sub"]
            self.assertTrue(json.loads(re.sub(r"\$\{[^}]*}", "x", body))["widgets"], name)

    def test_notifications_wait_until_the_queue_lets_them_in(self) -> None:
        """Because S3 tries the queue when the notification is made, and the stack fails if it may not."""
        self.assertIn("IngestQueuePolicy", as_list(RESOURCES["UploadBucket"]["DependsOn"]))
        self.assertIn("VerificationQueuePolicy", as_list(RESOURCES["VerificationBucket"]["DependsOn"]))

    def test_without_verification_nothing_of_it_is_deployed_and_nothing_else_needs_it(self) -> None:
        """Because who does not ask for it must have no place where such files could lie."""
        self.assertEqual("off", TEMPLATE["Parameters"]["Verification"]["Default"])
        of_it = {name for name in RESOURCES if name.startswith("Verification")}
        self.assertGreaterEqual(len(of_it), 15)
        for name, resource in RESOURCES.items():
            if name in of_it:
                self.assertEqual("WithVerification", resource.get("Condition"), name)
            else:
                self.assertNotEqual("WithVerification", resource.get("Condition"), name)
                self.assertNotIn("Verification", in_text(resource), name)
        for name, output in TEMPLATE["Outputs"].items():
            self.assertEqual("Verification" in in_text(output["Value"]), output.get("Condition") == "WithVerification", name)

    def test_only_the_verification_has_rights_on_what_is_confidential_and_it_has_none_on_anything_else(self) -> None:
        """Because declarations are trade secrets: what is led astray must not reach them, nor carry them out."""
        for name, role in of_type("AWS::IAM::Role").items():
            for policy in role["Properties"]["Policies"]:
                for statement in statements(policy["PolicyDocument"]):
                    for resource in as_list(statement["Resource"]):
                        if resource != "*":
                            self.assertEqual(name == "VerificationRole", "Verification" in in_text(resource), f"{name}: {resource}")
        for name, policy in of_type("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy").items():
            for statement in statements(policy["Properties"]["PolicyDocument"]):
                if statement["Effect"] == "Allow" and name.startswith("Verification"):
                    self.assertIn("aws:SourceAccount", in_text(statement["Condition"]), name)
                    self.assertIn("Service", statement["Principal"], name)
        for name, distribution in of_type("AWS::CloudFront::Distribution").items():
            self.assertNotIn("Verification", in_text(distribution), name)

    def test_what_is_confidential_is_encrypted_by_a_key_of_its_own_logged_and_deleted_in_time(self) -> None:
        """Because a return may come a year after export, and nothing of it may stay for ever."""
        key = {"Fn::GetAtt": ["VerificationKey", "Arn"]}
        days = {"Ref": "VerificationRetentionDays"}
        self.assertTrue(RESOURCES["VerificationKey"]["Properties"]["EnableKeyRotation"])
        self.assertEqual("Retain", RESOURCES["VerificationKey"]["DeletionPolicy"])
        bucket = RESOURCES["VerificationBucket"]["Properties"]
        [rule] = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]
        self.assertEqual({"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key}, rule["ServerSideEncryptionByDefault"])
        self.assertEqual({"Ref": "VerificationAccess"}, bucket["LoggingConfiguration"]["DestinationBucketName"])
        self.assertNotIn("CorsConfiguration", bucket)
        rules = bucket["LifecycleConfiguration"]["Rules"]
        expire = {rule["Prefix"]: rule["ExpirationInDays"] for rule in rules if "ExpirationInDays" in rule}
        self.assertEqual({"verification/": days, "taken/": days, "rejected/": days}, expire)
        logs = RESOURCES["VerificationAccess"]["Properties"]["LifecycleConfiguration"]["Rules"]
        self.assertIn(days, [rule.get("ExpirationInDays") for rule in logs])
        table = RESOURCES["VerificationTable"]["Properties"]
        self.assertEqual({"SSEEnabled": True, "SSEType": "KMS", "KMSMasterKeyId": key}, table["SSESpecification"])
        self.assertEqual({"AttributeName": "expires", "Enabled": True}, table["TimeToLiveSpecification"])
        variables = RESOURCES["VerificationFunction"]["Properties"]["Environment"]["Variables"]
        self.assertEqual(days, variables["RETENTION_DAYS"])
        for queue in ("VerificationQueue", "VerificationDeadLetters"):
            self.assertEqual(key, RESOURCES[queue]["Properties"]["KmsMasterKeyId"], queue)
        announced = {(queue["Event"], queue["Filter"]["S3Key"]["Rules"][0]["Value"])
                     for queue in bucket["NotificationConfiguration"]["QueueConfigurations"]}
        self.assertEqual({(event, "verification/") for event in
                          ("s3:LifecycleExpiration:*", "s3:ObjectCreated:*", "s3:ObjectRemoved:*")}, announced)

    def mappings(self) -> dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
        found = {}
        for name, mapping in of_type("AWS::Lambda::EventSourceMapping").items():
            aliased = mapping["Properties"]["FunctionName"]["Ref"]
            function = RESOURCES[RESOURCES[aliased]["Properties"]["FunctionName"]["Ref"]]
            found[name] = (mapping, function, RESOURCES[get_att(mapping["Properties"]["EventSourceArn"])])
        self.assertEqual(3, len(found))
        return found


if __name__ == "__main__":
    unittest.main()
