package dev.customsfeed.trade.aws;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients of both functions: the SDK's defaults, so that its own variables say where and as whom. */
public final class AwsClients {

    private AwsClients() {}

    /**
     * Ends a call that hangs long before the function's own time does, so that another attempt is left. Reading an object's bytes
     * is not part of the call.
     */
    public static final ClientOverrideConfiguration TIMEOUTS = ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofSeconds(10))
            .apiCallTimeout(Duration.ofSeconds(45))
            .build();

    /** DynamoDB. */
    public static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder().overrideConfiguration(TIMEOUTS).build();
    }

    /** S3. Where another endpoint is set, bucket names go into the path: only AWS itself has a host name for each bucket. */
    public static S3Client s3() {
        return S3Client.builder()
                .overrideConfiguration(TIMEOUTS)
                .forcePathStyle(hasOwnEndpoint())
                .build();
    }

    private static boolean hasOwnEndpoint() {
        return System.getenv("AWS_ENDPOINT_URL") != null
                || System.getenv("AWS_ENDPOINT_URL_S3") != null
                || System.getProperty("aws.endpointUrl") != null
                || System.getProperty("aws.endpointUrlS3") != null;
    }
}
