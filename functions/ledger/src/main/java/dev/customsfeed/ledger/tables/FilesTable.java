package dev.customsfeed.ledger.tables;

import dev.customsfeed.ledger.ObjectVersion;
import dev.customsfeed.ledger.tables.TrackedUpload.Lease;
import dev.customsfeed.ledger.tables.TrackedUpload.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The table of files: what has become of each uploaded version. */
public final class FilesTable {

    private final DynamoDbTable<TrackedUpload> table;

    /** The table named {@code name}. */
    public FilesTable(DynamoDbEnhancedClient client, String name) {
        this.table = client.table(name, FileItems.SCHEMA);
    }

    DynamoDbTable<TrackedUpload> table() {
        return table;
    }

    /** The entry of one version, as of now. */
    public Optional<TrackedUpload> find(ObjectVersion object) {
        return Optional.ofNullable(
                table.getItem(request -> request.key(key(object)).consistentRead(true)));
    }

    /** The entries of all versions of an object, as of now. */
    public List<TrackedUpload> versionsOf(String object) {
        return table
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(object).build()))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /**
     * Takes the lease that {@code loading} carries, unless somebody else holds one that has not ended or has settled the version
     * meanwhile. Taking the same lease twice is taking it once, so that an answer that got lost does no harm.
     *
     * @return whether it was taken
     */
    public boolean claim(TrackedUpload loading, Instant now) {
        Expression free = Expression.builder()
                .expression("attribute_not_exists(#status)"
                        + " OR (#status IN (:received, :loading, :rejected)"
                        + " AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now OR leaseOwner = :owner))")
                .putExpressionName("#status", "status")
                .putExpressionValue(":received", AttributeValue.fromS(Status.RECEIVED.name()))
                .putExpressionValue(":loading", AttributeValue.fromS(Status.LOADING.name()))
                .putExpressionValue(":rejected", AttributeValue.fromS(Status.REJECTED.name()))
                .putExpressionValue(
                        ":owner",
                        AttributeValue.fromS(loading.lease().orElseThrow().owner()))
                .putExpressionValue(
                        ":now",
                        AttributeValue.fromS(now.truncatedTo(ChronoUnit.SECONDS).toString()))
                .build();
        return putIf(loading, free);
    }

    /**
     * Writes an entry on which {@code lease} is held; {@code file} says whether it is held on.
     *
     * @return false if somebody else holds the lease by now: nothing was written
     */
    public boolean put(TrackedUpload file, Lease lease) {
        return putIf(file, held(lease));
    }

    private boolean putIf(TrackedUpload file, Expression condition) {
        try {
            table.putItem(request -> request.item(file).conditionExpression(condition));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /** The condition that {@code lease} is still held. */
    static Expression held(Lease lease) {
        return Expression.builder()
                .expression("leaseOwner = :owner")
                .putExpressionValue(":owner", AttributeValue.fromS(lease.owner()))
                .build();
    }

    /**
     * Gives an entry another status, unless it has changed since it was read: whoever changed it restates it in turn, from what
     * the log says then.
     *
     * @return whether it was written
     */
    public boolean restate(TrackedUpload file, Status status) {
        Expression unchanged = Expression.builder()
                .expression("#status = :before")
                .putExpressionName("#status", "status")
                .putExpressionValue(
                        ":before", AttributeValue.fromS(file.status().name()))
                .build();
        return putIf(file.with(status), unchanged);
    }

    private static Key key(ObjectVersion object) {
        return Key.builder()
                .partitionValue(object.object())
                .sortValue(object.versionId())
                .build();
    }
}
