package dev.customsfeed.emulators;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * The tables and buckets of the template. The template is the one description of them: what runs on a laptop is made from it too.
 *
 * @param tables by logical id
 * @param buckets by logical id: whether they are versioned
 */
public record TemplateResources(SortedMap<String, Table> tables, SortedMap<String, Boolean> buckets) {

    /**
     * A table of the template.
     *
     * @param attributes the types of its key attributes
     * @param keys its key schema
     */
    public record Table(List<AttributeDefinition> attributes, List<KeySchemaElement> keys) {}

    /**
     * Reads a SAM or CloudFormation template.
     *
     * @throws IOException if the file cannot be read or has no resources
     */
    public static TemplateResources read(Path template) throws IOException {
        Map<?, ?> resources = map(tree(template).get("Resources"), template);
        SortedMap<String, Table> tables = new TreeMap<>();
        SortedMap<String, Boolean> buckets = new TreeMap<>();
        for (Map.Entry<?, ?> resource : resources.entrySet()) {
            String id = String.valueOf(resource.getKey());
            Map<?, ?> body = map(resource.getValue(), template);
            Map<?, ?> properties = body.get("Properties") instanceof Map<?, ?> given ? given : Map.of();
            switch (String.valueOf(body.get("Type"))) {
                case "AWS::DynamoDB::Table" -> tables.put(id, table(properties));
                case "AWS::S3::Bucket" ->
                    buckets.put(
                            id,
                            properties.get("VersioningConfiguration") instanceof Map<?, ?> versioning
                                    && "Enabled".equals(versioning.get("Status")));
                default -> {
                    // Queues, functions and rules run on AWS and on LocalStack.
                }
            }
        }
        return new TemplateResources(tables, buckets);
    }

    /**
     * All that a template says. CloudFormation's short forms are kept as what they are given: {@code !Ref FeedBucket} is {@code
     * FeedBucket}.
     *
     * @throws IOException if the file cannot be read or is no template
     */
    public static Map<?, ?> tree(Path template) throws IOException {
        try (Reader text = Files.newBufferedReader(template)) {
            Object root = new Yaml(new ShortForms()).load(text);
            return map(root, template);
        }
    }

    /**
     * The same, but for a bucket that keeps no versions. S3Mock takes a key that was deleted in a versioned bucket for one that is
     * there, and refuses to put it if it is not.
     *
     * @param bucket its logical id
     */
    public TemplateResources withoutVersions(String bucket) {
        SortedMap<String, Boolean> others = new TreeMap<>(buckets);
        others.replace(bucket, false);
        return new TemplateResources(tables, others);
    }

    private static Map<?, ?> map(@Nullable Object value, Path template) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IOException(template + ": found " + value + ", expected a template with resources");
    }

    private static Table table(Map<?, ?> properties) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        for (Object definition : (List<?>) Objects.requireNonNull(properties.get("AttributeDefinitions"))) {
            Map<?, ?> attribute = (Map<?, ?>) definition;
            attributes.add(AttributeDefinition.builder()
                    .attributeName(String.valueOf(attribute.get("AttributeName")))
                    .attributeType(String.valueOf(attribute.get("AttributeType")))
                    .build());
        }
        List<KeySchemaElement> keys = new ArrayList<>();
        for (Object element : (List<?>) Objects.requireNonNull(properties.get("KeySchema"))) {
            Map<?, ?> key = (Map<?, ?>) element;
            keys.add(KeySchemaElement.builder()
                    .attributeName(String.valueOf(key.get("AttributeName")))
                    .keyType(String.valueOf(key.get("KeyType")))
                    .build());
        }
        return new Table(List.copyOf(attributes), List.copyOf(keys));
    }

    /**
     * Makes all tables and buckets.
     *
     * @param naming from logical id to name
     * @return the names by logical id
     */
    public SortedMap<String, String> createIn(DynamoDbClient dynamoDb, S3Client s3, UnaryOperator<String> naming) {
        SortedMap<String, String> names = new TreeMap<>(createTablesIn(dynamoDb, naming));
        buckets.forEach((id, versioned) -> {
            String name = naming.apply(id);
            s3.createBucket(request -> request.bucket(name));
            if (versioned) {
                s3.putBucketVersioning(request -> request.bucket(name)
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            }
            names.put(id, name);
        });
        return names;
    }

    /** Makes all tables; the names by logical id. */
    public SortedMap<String, String> createTablesIn(DynamoDbClient dynamoDb, UnaryOperator<String> naming) {
        SortedMap<String, String> names = new TreeMap<>();
        tables.forEach((id, table) -> {
            String name = naming.apply(id);
            dynamoDb.createTable(request -> request.tableName(name)
                    .attributeDefinitions(table.attributes())
                    .keySchema(table.keys())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
            names.put(id, name);
        });
        return names;
    }

    /** The plain name of a resource: {@code feed} for {@code FeedBucket}, {@code months} for {@code MonthsTable}. */
    public static String plainName(String logicalId) {
        return logicalId.replaceFirst("(Bucket|Table)$", "").toLowerCase(Locale.ROOT);
    }

    /** Keeps the values of CloudFormation's short forms ({@code !Ref}, {@code !Sub}, ...) as they stand. */
    private static final class ShortForms extends SafeConstructor {

        /** More aliases than SnakeYAML takes by itself: what all resources have in common is written once in the template. */
        private static final int MOST_ALIASES = 500;

        private static LoaderOptions options() {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(MOST_ALIASES);
            return options;
        }

        ShortForms() {
            super(options());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    if (node instanceof ScalarNode scalar) {
                        return scalar.getValue();
                    }
                    if (node instanceof SequenceNode sequence) {
                        return constructSequence(sequence);
                    }
                    return constructMapping((MappingNode) node);
                }
            });
        }
    }
}
