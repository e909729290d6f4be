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
from pathlib import Path

from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

INFRA = Path(__file__).resolve().parent
PROJECT = INFRA.parent
ZIPS = {
    "IngestFunction": PROJECT / "functions/ingest/target/ingest.zip",
    "PublishFunction": PROJECT / "functions/publish/target/publish.zip",
}
SOURCES = {
    "IngestFunction": ["functions/ingest/src/main/java", "functions/runtime/src/main/java", "functions/ledger/src/main/java"],
    "PublishFunction": ["functions/publish/src/main/java", "functions/runtime/src/main/java", "functions/ledger/src/main/java"],
}
# By what AWS's documentation calls them: an id says nothing to a reader, and one for another is found out by readers of the feed only.
MANAGED_POLICIES = {
    "CachePolicyId": {"CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6"},
    "OriginRequestPolicyId": {"CORS-S3Origin": "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf"},
}
PAGES = PROJECT / "functions/publish/src/main/resources/dev/customsfeed/publish/page"
HOLD_DATA = ("AWS::S3::Bucket", "AWS::DynamoDB::Table")


class NoManagedPolicies:
    """Roles are the template's own: there is nothing to look up."""

    @staticmethod
    def load():
        return {}


def translated():
    os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
    template = yaml_parse((INFRA / "template.yaml").read_text())
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            resource["Properties"]["CodeUri"] = "s3://packaged/function.zip"
    return transform(template, {}, NoManagedPolicies())


TEMPLATE = translated()
RESOURCES = TEMPLATE["Resources"]


def of_type(*types):
    return {name: body for name, body in RESOURCES.items() if body["Type"] in types}


def get_att(value):
    """The resource whose attribute `value` is, e.g. {"Fn::GetAtt": ["IngestQueue", "Arn"]}."""
    attribute = value["Fn::GetAtt"]
    return (attribute if isinstance(attribute, list) else attribute.split("."))[0]


def statements(document):
    for statement in document["Statement"]:
        yield statement["Fn::If"][1] if "Fn::If" in statement else statement


def as_list(value):
    return value if isinstance(value, list) else [value]


def directives(policy):
    """A Content-Security-Policy: the sources of each directive."""
    return {name: set(sources) for name, *sources in (directive.split() for directive in policy.split(";"))}


def in_text(value):
    return json.dumps(value, sort_keys=True)


class TemplateTest(unittest.TestCase):

    def test_it_translates_to_every_resource_that_the_other_tests_look_at(self):
        """Because a test over nothing passes."""
        for type, least in {
            "AWS::Lambda::Function": 2, "AWS::SQS::Queue": 4, "AWS::S3::Bucket": 2, "AWS::DynamoDB::Table": 3,
            "AWS::IAM::Role": 2, "AWS::Lambda::EventSourceMapping": 2, "AWS::CloudWatch::Alarm": 10,
        }.items():
            self.assertGreaterEqual(len(of_type(type)), least, type)

    def test_cfn_lint_finds_nothing_in_the_translation(self):
        """Because what SAM makes of a template is what CloudFormation gets."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "translated.json"
            file.write_text(json.dumps(TEMPLATE))
            lint = subprocess.run([Path(sys.executable).with_name("cfn-lint"), str(file)], capture_output=True, text=True)
        self.assertEqual((0, ""), (lint.returncode, lint.stdout), lint.stderr)

    def test_no_statement_of_a_role_names_every_resource(self):
        """Because a function that is led astray must not reach what is not its own. X-Ray alone has no resources to name."""
        for name, role in of_type("AWS::IAM::Role").items():
            self.assertNotIn("ManagedPolicyArns", role["Properties"], f"{name}: AWS's policies name every resource")
            for policy in role["Properties"]["Policies"]:
                for statement in statements(policy["PolicyDocument"]):
                    for action in as_list(statement["Action"]):
                        self.assertRegex(action, r"^[a-z0-9]+:[A-Za-z]+$", f"{name}: an action, not a pattern")
                    if "*" in as_list(statement["Resource"]):
                        self.assertEqual({"xray"}, {action.split(":")[0] for action in as_list(statement["Action"])}, name)

    def test_each_function_has_a_role_of_its_own(self):
        """Because what one may do the other need not."""
        roles = [get_att(function["Properties"]["Role"]) for function in of_type("AWS::Lambda::Function").values()]
        self.assertEqual(sorted(roles), sorted(of_type("AWS::IAM::Role")))

    def test_messages_stay_hidden_for_six_times_the_function_s_timeout(self):
        """Because Lambda retries throttled batches meanwhile; AWS asks for six times."""
        for name, (mapping, function, queue) in self.mappings().items():
            hidden = queue["Properties"]["VisibilityTimeout"]
            self.assertGreaterEqual(hidden, 6 * function["Properties"]["Timeout"], name)

    def test_every_queue_that_is_worked_on_has_a_dead_letter_queue_of_its_kind(self):
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

    def test_batches_tell_which_messages_failed(self):
        """Because one message that fails must not bring back those that were done."""
        for name, (mapping, _, _) in self.mappings().items():
            self.assertEqual(["ReportBatchItemFailures"], mapping["Properties"]["FunctionResponseTypes"], name)

    def test_a_fifo_queue_has_no_batching_window_and_two_at_a_time_at_least(self):
        """Because Lambda refuses both, and only when the stack is being made."""
        for name, (mapping, _, queue) in self.mappings().items():
            if queue["Properties"].get("FifoQueue"):
                self.assertNotIn("MaximumBatchingWindowInSeconds", mapping["Properties"], name)
            self.assertGreaterEqual(mapping["Properties"]["ScalingConfig"]["MaximumConcurrency"], 2, name)

    def test_what_holds_data_survives_the_stack(self):
        """Because figures must not go with a stack that somebody deletes, or with a resource that is replaced."""
        for name, resource in of_type(*HOLD_DATA).items():
            self.assertEqual("Retain", resource.get("DeletionPolicy"), name)
            self.assertEqual("Retain", resource.get("UpdateReplacePolicy"), name)

    def test_tables_can_be_brought_back_and_not_be_deleted_by_mistake(self):
        """Because what was withdrawn and revised lives in them alone."""
        for name, table in of_type("AWS::DynamoDB::Table").items():
            self.assertTrue(table["Properties"]["DeletionProtectionEnabled"], name)
            self.assertTrue(table["Properties"]["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"], name)

    def test_buckets_are_versioned_encrypted_private_and_tidy(self):
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

    def test_only_the_distribution_of_this_stack_may_read_the_feed_bucket_from_outside(self):
        """Because any other distribution of the world could be pointed at it."""
        allowed = [statement for statement in statements(RESOURCES["FeedBucketPolicy"]["Properties"]["PolicyDocument"])
                   if statement["Effect"] == "Allow"]
        self.assertEqual(1, len(allowed))
        self.assertEqual("s3:GetObject", allowed[0]["Action"])
        self.assertIn("distribution/${FeedDistribution}", in_text(allowed[0]["Condition"]))
        for name, resource in of_type("AWS::CloudFront::Distribution", "AWS::CloudFront::OriginAccessControl").items():
            self.assertEqual("OnCloudFront", resource["Condition"], name)

    def test_a_page_of_any_origin_may_read_the_feed_and_nobody_write_it(self):
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

    def test_the_distribution_compresses_and_keeps_to_the_policies_that_the_template_speaks_of(self):
        """Because the wrong one of AWS's ids is no error to anybody but the readers."""
        [distribution] = of_type("AWS::CloudFront::Distribution").values()
        behavior = distribution["Properties"]["DistributionConfig"]["DefaultCacheBehavior"]
        self.assertTrue(behavior["Compress"])
        comments = (INFRA / "template.yaml").read_text()
        for kind, policy in MANAGED_POLICIES.items():
            [(name, id)] = policy.items()
            self.assertEqual(id, behavior[kind], kind)
            self.assertRegex(comments, rf"# {name} of AWS: [^\n]+\n +{kind}: {id}\n")

    def test_a_function_with_snapshots_has_no_more_than_the_least_disk(self):
        """Because Lambda refuses a snapshot of more, and only when the stack is being made."""
        for name, function in of_type("AWS::Lambda::Function").items():
            snapshot = function["Properties"]["SnapStart"]["ApplyOn"]
            self.assertEqual({"Fn::If": ["FromSnapshot", "PublishedVersions", "None"]}, snapshot, name)
            disk = function["Properties"].get("EphemeralStorage", {"Size": 512})["Size"]
            with_snapshots = disk["Fn::If"][1] if isinstance(disk, dict) and disk["Fn::If"][0] == "FromSnapshot" else disk
            self.assertEqual(512, with_snapshots, name)

    def test_queues_are_spoken_to_over_tls_alone(self):
        """Because messages name what was uploaded, and one that was forged would be believed."""
        denied = set()
        for policy in of_type("AWS::SQS::QueuePolicy").values():
            for statement in statements(policy["Properties"]["PolicyDocument"]):
                if statement["Effect"] == "Deny" and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}:
                    self.assertEqual(("*", "sqs:*"), (statement["Principal"], statement["Action"]))
                    self.assertEqual([{"Ref": get_att(statement["Resource"])}], policy["Properties"]["Queues"])
                    denied.add(get_att(statement["Resource"]))
        self.assertEqual(set(of_type("AWS::SQS::Queue")), denied)

    def test_notifications_are_let_in_of_this_account_s_buckets_that_are_named_like_the_stack_s_alone(self):
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

        def let_in(bucket):
            return fnmatch.fnmatchcase(f"arn:aws:s3:::{bucket}", pattern.replace("${AWS::Partition}", "aws"))

        # As CloudFormation names a bucket without a name: the stack in small letters, cut so that all are 63, the logical id, a suffix.
        for stack in ("customs-feed", "Customs-Feed-Test", "s" * 128):
            self.assertTrue(let_in(f"{stack.lower()[:37]}-uploadbucket-1r2f4ihmm5hf"), stack)
        self.assertFalse(let_in("customs-feed-feedbucket-1r2f4ihmm5hf"))
        self.assertFalse(let_in("somebody-s-photos"))
        self.assertNotIn("BucketName", RESOURCES["UploadBucket"]["Properties"], "the pattern is of names that CloudFormation gives")

    def test_ingest_is_told_the_one_bucket_whose_objects_it_takes(self):
        """Because the queue's policy lets buckets in whose names look alike."""
        variables = RESOURCES["IngestFunction"]["Properties"]["Environment"]["Variables"]
        self.assertEqual({"Ref": "UploadBucket"}, variables["UPLOAD_BUCKET"])

    def test_whatever_happens_to_an_upload_or_a_definition_is_announced(self):
        """Because what a lifecycle rule removes would count for ever otherwise: S3 does not call that a removal."""
        announced = {}
        for queue in RESOURCES["UploadBucket"]["Properties"]["NotificationConfiguration"]["QueueConfigurations"]:
            self.assertEqual("IngestQueue", get_att(queue["Queue"]))
            [rule] = queue["Filter"]["S3Key"]["Rules"]
            self.assertEqual("prefix", rule["Name"])
            announced.setdefault(rule["Value"], []).append(queue["Event"])
        events = ["s3:LifecycleExpiration:*", "s3:ObjectCreated:*", "s3:ObjectRemoved:*"]
        self.assertEqual({"incoming/": events, "feeds/": events}, {prefix: sorted(of) for prefix, of in announced.items()})

    def test_the_distribution_sends_what_the_pages_say_of_themselves_and_lets_no_page_frame_them(self):
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
        tags = [directives(re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page.read_text()).group(1))
                for page in sorted(PAGES.glob("*.html"))]
        self.assertEqual(2, len(tags))
        # A browser keeps to both: the header may forbid nothing that a page needs, and allow nothing that none does.
        together = {}
        for tag in tags:
            for name, allowed in tag.items():
                together[name] = together.get(name, set()) | allowed
        together = {name: allowed - {"'none'"} or {"'none'"} for name, allowed in together.items()}
        self.assertEqual({**together, "frame-ancestors": {"'none'"}}, sent)
        self.assertEqual({"'none'"}, sent["default-src"])

    def test_the_distribution_answers_pages_of_any_origin_as_the_bucket_does(self):
        """Because readers of feeds are pages too; where the bucket has answered, its answer stands."""
        cors = RESOURCES["FeedHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["CorsConfig"]
        [rule] = RESOURCES["FeedBucket"]["Properties"]["CorsConfiguration"]["CorsRules"]
        self.assertFalse(cors["OriginOverride"])
        self.assertFalse(cors["AccessControlAllowCredentials"])
        self.assertEqual(rule["AllowedOrigins"], cors["AccessControlAllowOrigins"]["Items"])
        self.assertEqual([*rule["AllowedMethods"], "OPTIONS"], cors["AccessControlAllowMethods"]["Items"])
        self.assertEqual(rule["ExposedHeaders"], cors["AccessControlExposeHeaders"]["Items"])
        self.assertEqual(rule["MaxAge"], cors["AccessControlMaxAgeSec"])

    def test_handlers_are_in_the_zips(self):
        """Because Lambda finds out at the first event only."""
        for name, function in of_type("AWS::Lambda::Function").items():
            entry = function["Properties"]["Handler"].replace(".", "/") + ".class"
            with zipfile.ZipFile(ZIPS[name]) as zip:
                others = [item for item in zip.namelist() if not re.fullmatch(r"lib/([^/]+\.jar)?", item)]
                self.assertEqual([], others, f"{name}: jars under lib/ and nothing else")
                own = [jar for jar in zip.namelist() if "customs-feed" in jar]
                classes = set()
                for jar in own:
                    with zip.open(jar) as opened, zipfile.ZipFile(opened) as inner:
                        classes.update(inner.namelist())
            self.assertIn(entry, classes, name)

    def test_variables_that_are_set_are_those_that_are_read(self):
        """Because one that is missing stops the function and one too many misleads who looks after it."""
        for name, function in of_type("AWS::Lambda::Function").items():
            read = set()
            for folder in SOURCES[name]:
                for source in (PROJECT / folder).rglob("*.java"):
                    # Constants that are looked up in the environment. AWS_ ones are the SDK's and Lambda's own.
                    read.update(re.findall(r'(?:getenv|environment|required|environment\.get)\(\s*(?:environment,\s*)?"([A-Z_]+)"', source.read_text()))
            read = {variable for variable in read if not variable.startswith("AWS_")}
            self.assertEqual(read, set(function["Properties"]["Environment"]["Variables"]), name)

    def test_functions_are_traced_and_log_json_into_groups_that_forget(self):
        """Because logs that are kept for ever cost for ever, and text cannot be searched by field."""
        for name, function in of_type("AWS::Lambda::Function").items():
            self.assertEqual("Active", function["Properties"]["TracingConfig"]["Mode"], name)
            logging = function["Properties"]["LoggingConfig"]
            self.assertEqual("JSON", logging["LogFormat"], name)
            self.assertIn("RetentionInDays", RESOURCES[logging["LogGroup"]["Ref"]]["Properties"], name)

    def test_a_function_may_write_into_its_own_log_and_take_from_its_own_queue_alone(self):
        """Because Lambda does both in the function's name."""
        for name, (_, function, _) in self.mappings().items():
            role = RESOURCES[get_att(function["Properties"]["Role"])]
            granted = {}
            for policy in role["Properties"]["Policies"]:
                for statement in statements(policy["PolicyDocument"]):
                    for action in as_list(statement["Action"]):
                        granted.setdefault(action, []).extend(map(in_text, as_list(statement["Resource"])))
            self.assertEqual(1, len(granted["logs:PutLogEvents"]), name)
            self.assertIn(function["Properties"]["LoggingConfig"]["LogGroup"]["Ref"], granted["logs:PutLogEvents"][0])
            for action in ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"):
                self.assertEqual(1, len(granted[action]), f"{name} {action}")

    def test_every_alarm_tells_somebody_and_is_on_the_dashboard(self):
        """Because an alarm that nobody hears is none."""
        body = in_text(RESOURCES["Dashboard"]["Properties"]["DashboardBody"])
        for name, alarm in of_type("AWS::CloudWatch::Alarm").items():
            self.assertEqual([{"Ref": "AlarmTopic"}], alarm["Properties"]["AlarmActions"], name)
            self.assertIn("${" + name + ".Arn}", body)

    def test_alarms_of_our_own_metrics_name_metrics_that_the_functions_write(self):
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

    def test_the_dashboard_is_json(self):
        """Because CloudWatch refuses it otherwise, and only when the stack is being made."""
        body = RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
        self.assertTrue(json.loads(re.sub(r"\$\{[^}]*}", "x", body))["widgets"])

    def test_notifications_wait_until_the_queue_lets_them_in(self):
        """Because S3 tries the queue when the notification is made, and the stack fails if it may not."""
        self.assertIn("IngestQueuePolicy", as_list(RESOURCES["UploadBucket"]["DependsOn"]))

    def mappings(self):
        found = {}
        for name, mapping in of_type("AWS::Lambda::EventSourceMapping").items():
            aliased = mapping["Properties"]["FunctionName"]["Ref"]
            function = RESOURCES[RESOURCES[aliased]["Properties"]["FunctionName"]["Ref"]]
            found[name] = (mapping, function, RESOURCES[get_att(mapping["Properties"]["EventSourceArn"])])
        self.assertEqual(2, len(found))
        return found


if __name__ == "__main__":
    unittest.main()
