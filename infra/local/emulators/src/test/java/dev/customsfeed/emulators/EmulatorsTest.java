package dev.customsfeed.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

@Tag("any-jdk")
class EmulatorsTest {

    private static final String TEMPLATE = """
            Resources:
              UploadBucket:
                Type: AWS::S3::Bucket
                Properties:
                  BucketName: !Sub '${AWS::StackName}-upload'
                  VersioningConfiguration:
                    Status: Enabled
              FeedBucket:
                Type: AWS::S3::Bucket
              MonthsTable:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - {AttributeName: series, AttributeType: S}
                    - {AttributeName: entry, AttributeType: S}
                  KeySchema:
                    - {AttributeName: series, KeyType: HASH}
                    - {AttributeName: entry, KeyType: RANGE}
              Queue:
                Type: AWS::SQS::Queue
                Properties:
                  RedrivePolicy: !If [Small, !Ref AWS::NoValue, {maxReceiveCount: 5}]
                  Tags: !Join
                    Not: real
            """;

    @TempDir
    Path folder;

    @Test
    void the_templates_tables_and_buckets_are_made() throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
        TemplateResources resources = TemplateResources.read(template);
        Emulators emulators = SharedEmulators.get();
        try (DynamoDbClient dynamoDb = emulators.dynamoDb();
                S3Client s3 = emulators.s3()) {

            Map<String, String> names =
                    resources.createIn(dynamoDb, s3, id -> TemplateResources.plainName(id) + "-emulators");

            assertThat(names)
                    .containsEntry("UploadBucket", "upload-emulators")
                    .containsEntry("FeedBucket", "feed-emulators")
                    .containsEntry("MonthsTable", "months-emulators")
                    .hasSize(3);
            dynamoDb.putItem(request -> request.tableName("months-emulators")
                    .item(Map.of("series", AttributeValue.fromS("a"), "entry", AttributeValue.fromS("b"))));
            assertThat(dynamoDb.scan(request -> request.tableName("months-emulators"))
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void what_the_project_needs_of_s3_is_there() {
        try (S3Client s3 = SharedEmulators.get().s3()) {
            s3.createBucket(request -> request.bucket("versions"));
            s3.putBucketVersioning(request ->
                    request.bucket("versions").versioningConfiguration(versioning -> versioning.status("Enabled")));
            String first = put(s3, "1");
            String second = put(s3, "2");

            assertThat(first).isNotBlank().isNotEqualTo(second);
            assertThat(s3.getObjectAsBytes(
                                    get -> get.bucket("versions").key("k").versionId(first))
                            .asUtf8String())
                    .isEqualTo("1");
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> s3.putObject(
                            put -> put.bucket("versions").key("k").ifNoneMatch("*"), RequestBody.fromString("3")))
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(412));
            assertThatExceptionOfType(S3Exception.class)
                    .isThrownBy(() -> s3.putObject(
                            put -> put.bucket("versions").key("k").ifMatch("\"0123456789abcdef0123456789abcdef\""),
                            RequestBody.fromString("3")))
                    .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(412));
            String marker = s3.deleteObject(delete -> delete.bucket("versions").key("k"))
                    .versionId();
            assertThat(marker).isNotBlank();
            // Its listings still name a key under a delete marker; only reading it tells.
            assertThatExceptionOfType(NoSuchKeyException.class)
                    .isThrownBy(() ->
                            s3.getObjectAsBytes(get -> get.bucket("versions").key("k")));
        }
    }

    private static String put(S3Client s3, String content) {
        return s3.putObject(put -> put.bucket("versions").key("k"), RequestBody.fromString(content))
                .versionId();
    }

    @Test
    void what_is_no_template_is_refused() throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), "Description: nothing\n");

        assertThatIOException()
                .isThrownBy(() -> TemplateResources.read(template))
                .withMessageContaining("template");
    }

    @Test
    void a_program_that_does_not_start_says_what_it_wrote() throws Exception {
        try (ChildJvm child = ChildJvm.start("nothing", folder, List.of("no.such.Main"))) {
            assertThatIOException().isThrownBy(() -> child.await(() -> false)).withMessageContaining("no.such.Main");
        }
    }

    @Test
    void a_folder_that_the_build_did_not_make_is_named() {
        assertThatIOException()
                .isThrownBy(() -> ChildJvm.builtFolder("no-such-folder"))
                .withMessageContaining("mvnw");
    }

    @Test
    void an_emulator_ends_with_its_parent_even_if_that_is_killed() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        long child;
        try (var out = parent.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.startsWith("child ")) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();
            child = Long.parseLong(line.substring("child ".length()));
            parent.destroyForcibly();
        }
        ProcessHandle.of(child).ifPresent(handle -> assertThat(handle.onExit()).succeedsWithin(5, TimeUnit.MINUTES));
    }

    @Test
    void no_emulator_is_left_once_all_are_ended_and_none_starts_any_more() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Ending.class.getName(),
                        folder.toString())
                .start();
        try (var out = parent.inputReader()) {
            assertThat(out.readLine()).isEqualTo("true false");
            assertThat(out.readLine()).contains("none is started any more");
            assertThat(folder.resolve("another")).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }

    /** Says whether a child runs before and after all were ended, and what starting another says. */
    static final class Ending {
        public static void main(String[] arguments) throws Exception {
            ChildJvm child = ChildJvm.start(
                    "waiting",
                    Path.of(arguments[0]),
                    List.of("-cp", System.getProperty("java.class.path"), Waiting.class.getName()));
            boolean before = child.handle().isAlive();
            Emulators.endAll();
            System.out.println(before + " " + child.handle().isAlive());
            try {
                ChildJvm.start("another", Path.of(arguments[0], "another"), List.of());
            } catch (java.io.IOException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    /** Waits to be killed. */
    static final class Waiting {
        public static void main(String[] arguments) throws Exception {
            Thread.currentThread().join();
        }
    }

    @Test
    void children_have_one_locale_charset_and_zone_whatever_the_users_are() throws Exception {
        for (String locale : List.of("ar-EG", "fa-IR", "th-TH-u-ca-buddhist-nu-thai")) {
            java.util.Locale of = java.util.Locale.forLanguageTag(locale);
            ProcessBuilder starting = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Parent.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true);
            starting.environment()
                    .put(
                            "JAVA_TOOL_OPTIONS",
                            "-Duser.language=" + of.getLanguage() + " -Duser.country=" + of.getCountry()
                                    + " -Duser.extensions=nu-" + (locale.contains("thai") ? "thai" : "arab")
                                    + " -Duser.timezone=Pacific/Kiritimati");
            Process started = starting.start();
            try (var out = started.inputReader()) {
                assertThat(out.lines().filter(line -> line.startsWith("child ")).findFirst())
                        .as(locale)
                        .isPresent();
            } finally {
                started.destroyForcibly();
            }
        }
    }

    /** Starts DynamoDB Local, says its process id, and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws Exception {
            DynamoDbEmulator emulator = DynamoDbEmulator.start(Path.of(arguments[0]));
            System.out.println("child " + emulator.process().pid());
            Thread.currentThread().join();
        }
    }
}
