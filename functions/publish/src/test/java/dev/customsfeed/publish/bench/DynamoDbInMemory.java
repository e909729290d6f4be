package dev.customsfeed.publish.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * As much of DynamoDB as publishing calls, for the one table of months, within the process: keys are read by partition and sort key,
 * items are answered as they were written. Other tables are empty. DynamoDB Local takes some thousand items a second and a whole log of a
 * hundred thousand for minutes, which would be measured instead.
 *
 * <p>Read units are counted as DynamoDB counts them: one for each 4 KB, or part of it, of what a strongly consistent request reads.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">Item sizes</a>
 */
final class DynamoDbInMemory extends ServiceInMemory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTITION = "series";
    private static final String SORT = "entry";
    private static final int READ_UNIT = 4096;
    private static final int BYTES_A_PAGE = 1 << 20;

    private static final Pattern CONDITION = Pattern.compile(
            "(\\S+) = (:\\S+?)(?: AND (?:begins_with ?\\( ?(\\S+?) ?, ?(:\\S+?) ?\\)|(\\S+) (BETWEEN|>) (:\\S+)(?: AND (:\\S+))?))?");

    private final Map<String, NavigableMap<String, Item>> partitions = new ConcurrentHashMap<>();

    /** An item as it is answered, and its size as DynamoDB counts it. */
    private record Item(byte[] json, long size) {}

    /** A request that DynamoDB would not take. */
    private static final class Unmet extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Override
    HttpExecuteResponse answer(HttpExecuteRequest execute) throws IOException {
        String target =
                execute.httpRequest().firstMatchingHeader("X-Amz-Target").orElseThrow();
        JsonNode request =
                JSON.readTree(execute.contentStreamProvider().orElseThrow().newStream());
        try {
            return switch (target.substring(target.indexOf('.') + 1)) {
                case "Query" -> respond(200, query(request));
                case "GetItem" -> respond(200, get(request));
                case "BatchWriteItem" -> {
                    for (JsonNode table : request.path("RequestItems")) {
                        for (JsonNode write : table) {
                            put(write.path("PutRequest").path("Item"));
                        }
                    }
                    yield respond(200, "{\"UnprocessedItems\":{}}".getBytes(StandardCharsets.UTF_8));
                }
                case "TransactWriteItems" -> {
                    transact(request.path("TransactItems"));
                    yield respond(200, "{}".getBytes(StandardCharsets.UTF_8));
                }
                default -> throw new IOException("found a call of " + target + ", expected one that publishing makes");
            };
        } catch (Unmet e) {
            return respond(
                    400,
                    ("{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"CancellationReasons\":"
                                    + "[{\"Code\":\"None\"},{\"Code\":\"ConditionalCheckFailed\"}]}")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void put(JsonNode item) throws JsonProcessingException {
        partitions
                .computeIfAbsent(item.path(PARTITION).path("S").textValue(), any -> new ConcurrentSkipListMap<>())
                .put(item.path(SORT).path("S").textValue(), new Item(JSON.writeValueAsBytes(item), sizeOfMap(item)));
    }

    private synchronized void transact(JsonNode writes) throws IOException, Unmet {
        for (JsonNode write : writes) {
            if (!write.has("Put")) {
                throw new IOException("found " + write + ", expected a put");
            }
            JsonNode item = write.path("Put").path("Item");
            if (write.path("Put").has("ConditionExpression") && find(item).isPresent()) {
                throw new Unmet();
            }
        }
        for (JsonNode write : writes) {
            put(write.path("Put").path("Item"));
        }
    }

    private Optional<Item> find(JsonNode key) {
        if (!key.has(PARTITION)) {
            return Optional.empty();
        }
        return Optional.ofNullable(partitions.get(key.path(PARTITION).path("S").textValue()))
                .map(items -> items.get(key.path(SORT).path("S").textValue()));
    }

    private byte[] get(JsonNode request) throws IOException {
        Optional<Item> found = find(request.path("Key"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "{");
        if (found.isPresent()) {
            write(out, "\"Item\":");
            out.write(found.get().json());
            write(out, ",");
        }
        write(out, capacity(request, found.map(Item::size).orElse(0L)) + "}");
        return out.toByteArray();
    }

    private byte[] query(JsonNode request) throws IOException {
        Matcher condition =
                CONDITION.matcher(request.path("KeyConditionExpression").textValue());
        if (!condition.matches()) {
            throw new IOException("found " + request.path("KeyConditionExpression") + ", expected keys");
        }
        NavigableMap<String, Item> items =
                partitions.getOrDefault(value(request, condition.group(2)), Collections.emptyNavigableMap());
        if (condition.group(4) != null) {
            String prefix = value(request, condition.group(4));
            items = items.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
        } else if (">".equals(condition.group(6))) {
            items = items.tailMap(value(request, condition.group(7)), false);
        } else if (condition.group(6) != null) {
            items = items.subMap(value(request, condition.group(7)), true, value(request, condition.group(8)), true);
        }
        if (!request.path("ScanIndexForward").asBoolean(true)) {
            items = items.descendingMap();
        }
        JsonNode start = request.path("ExclusiveStartKey").path(SORT).path("S");
        if (start.isTextual()) {
            items = items.tailMap(start.textValue(), false);
        }
        int limit = request.path("Limit").asInt(Integer.MAX_VALUE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> answered = new ArrayList<>();
        long size = 0;
        boolean more = false;
        write(out, "{\"Items\":[");
        for (Map.Entry<String, Item> item : items.entrySet()) {
            if (answered.size() == limit || size >= BYTES_A_PAGE) {
                more = true;
                break;
            }
            write(out, answered.isEmpty() ? "" : ",");
            out.write(item.getValue().json());
            answered.add(item.getKey());
            size += item.getValue().size();
        }
        more |= answered.size() == limit;
        write(out, "],\"Count\":" + answered.size() + ",\"ScannedCount\":" + answered.size() + ",");
        if (more) {
            ObjectNode last = JSON.createObjectNode();
            last.putObject(PARTITION).put("S", value(request, condition.group(2)));
            last.putObject(SORT).put("S", answered.get(answered.size() - 1));
            write(out, "\"LastEvaluatedKey\":" + last + ",");
        }
        write(out, capacity(request, size) + "}");
        return out.toByteArray();
    }

    private static String value(JsonNode request, String name) {
        return request.path("ExpressionAttributeValues").path(name).path("S").textValue();
    }

    private static String capacity(JsonNode request, long size) {
        double units = Math.max(1, (size + READ_UNIT - 1) / READ_UNIT)
                * (request.path("ConsistentRead").asBoolean() ? 1 : 0.5);
        return "\"ConsumedCapacity\":{\"TableName\":\""
                + request.path("TableName").textValue() + "\",\"CapacityUnits\":" + units + "}";
    }

    private static long sizeOfMap(JsonNode attributes) {
        long size = 0;
        for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
            size += attribute.getKey().getBytes(StandardCharsets.UTF_8).length + sizeOf(attribute.getValue());
        }
        return size;
    }

    /** Of an attribute's value: as many bytes as text has in UTF-8, half as many as a number has digits, three more for what holds others. */
    private static long sizeOf(JsonNode value) {
        Map.Entry<String, JsonNode> typed = value.properties().iterator().next();
        JsonNode content = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> content.textValue().getBytes(StandardCharsets.UTF_8).length;
            case "N" -> content.textValue().length() / 2 + 1;
            case "B" -> content.textValue().length() * 3L / 4;
            case "M" -> 3 + content.size() + sizeOfMap(content);
            case "L" -> {
                long size = 3 + content.size();
                for (JsonNode one : (ArrayNode) content) {
                    size += sizeOf(one);
                }
                yield size;
            }
            case "SS", "NS" -> {
                long size = 0;
                for (JsonNode one : (ArrayNode) content) {
                    size += one.textValue().getBytes(StandardCharsets.UTF_8).length;
                }
                yield size;
            }
            default -> 1;
        };
    }

    private static void write(ByteArrayOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpExecuteResponse respond(int status, byte[] body) {
        return respond(
                status,
                Map.of(
                        "Content-Type",
                        List.of("application/x-amz-json-1.0"),
                        "Content-Length",
                        List.of(Integer.toString(body.length))),
                body);
    }
}
