package dev.customsfeed.trade.tables;

import dev.customsfeed.trade.ObjectVersion;
import dev.customsfeed.trade.tables.UploadedFile.Lease;
import dev.customsfeed.trade.tables.UploadedFile.Status;
import java.time.Instant;
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

    private final DynamoDbTable<UploadedFile> table;

    /** The table named {@code name}. */
    public FilesTable(DynamoDbEnhancedClient client, String name) {
        this.table = client.table(name, FileItems.SCHEMA);
    }

    DynamoDbTable<UploadedFile> table() {
        return table;
    }

    /** The entry of one version, as of now. */
    public Optional<UploadedFile> find(ObjectVersion object) {
        return Optional.ofNullable(
                table.getItem(request -> request.key(key(object)).consistentRead(true)));
    }

    /** The entries of all versions of an object, as of now. */
    public List<UploadedFile> versionsOf(String object) {
        return table
                .query(request -> request.queryConditional(QueryConditional.keyEqualTo(
                                Key.builder().partitionValue(object).build()))
                        .consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /** Writes an entry, whatever was there. */
    public void put(UploadedFile file) {
        table.putItem(file);
    }

    /**
     * Takes the lease that {@code loading} carries, unless somebody else holds one that has not ended.
     *
     * @return whether it was taken
     */
    public boolean claim(UploadedFile loading, Instant now) {
        Expression free = Expression.builder()
                .expression("attribute_not_exists(leaseUntil) OR leaseUntil < :now")
                .putExpressionValue(":now", AttributeValue.fromS(now.toString()))
                .build();
        try {
            table.putItem(request -> request.item(loading).conditionExpression(free));
            return true;
        } catch (ConditionalCheckFailedException held) {
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

    /** Gives an entry another status, if it is there and has one of the stored kinds. */
    public void restate(UploadedFile file, Status status) {
        UploadedFile restated = new UploadedFile(
                file.object(),
                file.order(),
                status,
                file.layout(),
                file.encoding(),
                file.sha256(),
                file.rows(),
                file.value(),
                file.netWeightKg(),
                file.months(),
                file.warnings(),
                file.reason(),
                Optional.empty());
        Expression unchanged = Expression.builder()
                .expression("#status = :before")
                .putExpressionName("#status", "status")
                .putExpressionValue(
                        ":before", AttributeValue.fromS(file.status().name()))
                .build();
        try {
            table.putItem(request -> request.item(restated).conditionExpression(unchanged));
        } catch (ConditionalCheckFailedException changed) {
            // Whoever changed it restates it in turn, from what the log says then.
        }
    }

    private static Key key(ObjectVersion object) {
        return Key.builder()
                .partitionValue(object.object())
                .sortValue(object.versionId())
                .build();
    }
}
