package dev.customsfeed.runtime.aws;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients of all functions: the SDK's defaults, so that its own variables say where and as whom. */
public final class AwsClients {

    private AwsClients() {}

    /**
     * How calls are made. One that hangs ends long before the function's own time does, so that another attempt is left; reading
     * an object's bytes is not part of the call. Three attempts: DynamoDB's own default of nine, with longer and longer pauses,
     * would outlast a function that has little time left, and whatever fails for good is delivered again.
     */
    public static final ClientOverrideConfiguration CALLS = ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Duration.ofSeconds(10))
            .apiCallTimeout(Duration.ofSeconds(45))
            .retryStrategy(RetryMode.STANDARD)
            .build();

    /** DynamoDB. */
    public static DynamoDbClient dynamoDb() {
        return DynamoDbClient.builder().overrideConfiguration(CALLS).build();
    }

    /** S3. Where another endpoint is set, bucket names go into the path: only AWS itself has a host name for each bucket. */
    public static S3Client s3() {
        return S3Client.builder()
                .overrideConfiguration(CALLS)
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
