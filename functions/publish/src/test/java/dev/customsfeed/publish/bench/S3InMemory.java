package dev.customsfeed.publish.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * As much of S3 as the function calls, within the process: the SDK does all that it does, and nobody else takes time. A storage
 * service on the same machine slows down with what it holds, which would be measured instead.
 */
public final class S3InMemory extends ServiceInMemory {

    /** What the function ever reads; of all else the hash is enough. */
    static final Pattern READ = Pattern.compile(
            ".*(/feed\\.json|/archive/feed\\..*|/page/summary\\.json|/rows/index\\.json|/feeds\\.json|\\.gz)");

    private static final int KEYS_A_PAGE = 1000;

    private static final Pattern DELETED = Pattern.compile("<Key>([^<]*)</Key>");

    private final NavigableMap<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Pattern kept;

    private record Stored(byte[] content, String etag, Map<String, List<String>> headers) {}

    /** With whatever buckets are named. */
    public S3InMemory() {
        this(Pattern.compile(".*", Pattern.DOTALL));
    }

    /** One that keeps contents of these objects alone, named as bucket/key, and of all others the hash. */
    S3InMemory(Pattern kept) {
        this.kept = kept;
    }

    /** A client of it, whose calls pass through {@code interceptors}. */
    public S3Client client(ExecutionInterceptor... interceptors) {
        return S3Client.builder()
                .httpClient(this)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(client -> List.of(interceptors).forEach(client::addExecutionInterceptor))
                .build();
    }

    /** How many objects there are. */
    int size() {
        return objects.size();
    }

    @Override
    HttpExecuteResponse answer(HttpExecuteRequest execute) throws IOException {
        SdkHttpRequest request = execute.httpRequest();
        String path = request.encodedPath().substring(1);
        byte[] body = execute.contentStreamProvider().isPresent()
                ? execute.contentStreamProvider().get().newStream().readAllBytes()
                : new byte[0];
        return switch (request.method()) {
            case PUT -> put(path, request, body);
            case POST -> delete(path, new String(body, StandardCharsets.UTF_8));
            case HEAD -> read(path, request, false);
            default ->
                request.rawQueryParameters().containsKey("list-type") ? list(path, request) : read(path, request, true);
        };
    }

    private HttpExecuteResponse put(String path, SdkHttpRequest request, byte[] body) {
        String etag = '"' + md5(body) + '"';
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .filter(header ->
                        header.getKey().toLowerCase(Locale.ROOT).matches("content-type|cache-control|x-amz-meta-.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean mustBeNew = request.firstMatchingHeader("If-None-Match").isPresent();
        String mustBe = request.firstMatchingHeader("If-Match").orElse("");
        boolean[] written = {false};
        objects.compute(path, (key, before) -> {
            boolean may = mustBeNew
                    ? before == null
                    : mustBe.isEmpty() || before != null && before.etag().equals(mustBe);
            written[0] = may;
            return may ? new Stored(kept.matcher(path).matches() ? body : new byte[0], etag, headers) : before;
        });
        return written[0]
                ? respond(200, Map.of("ETag", List.of(etag)), new byte[0])
                : respond(412, Map.of(), new byte[0]);
    }

    private HttpExecuteResponse read(String path, SdkHttpRequest request, boolean withContent) {
        Stored stored = objects.get(path);
        if (stored == null) {
            return respond(
                    404,
                    Map.of(),
                    withContent
                            ? "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8)
                            : new byte[0]);
        }
        String mustBe = request.firstMatchingHeader("If-Match").orElse(stored.etag());
        if (!mustBe.equals(stored.etag())) {
            return respond(412, Map.of(), new byte[0]);
        }
        Map<String, List<String>> headers = new TreeMap<>(stored.headers());
        headers.put("ETag", List.of(stored.etag()));
        headers.put("Content-Length", List.of(Integer.toString(stored.content().length)));
        return respond(200, headers, withContent ? stored.content() : new byte[0]);
    }

    private HttpExecuteResponse delete(String bucket, String request) {
        String folder = bucket.endsWith("/") ? bucket : bucket + "/";
        Matcher keys = DELETED.matcher(request);
        while (keys.find()) {
            objects.remove(folder + keys.group(1));
        }
        return respond(200, Map.of(), "<DeleteResult/>".getBytes(StandardCharsets.UTF_8));
    }

    private HttpExecuteResponse list(String bucket, SdkHttpRequest request) {
        String root = bucket.endsWith("/") ? bucket : bucket + "/";
        String prefix = request.firstMatchingRawQueryParameter("prefix").orElse("");
        String delimiter = request.firstMatchingRawQueryParameter("delimiter").orElse("");
        String from =
                request.firstMatchingRawQueryParameter("continuation-token").orElse("");
        TreeSet<String> folders = new TreeSet<>();
        StringBuilder contents = new StringBuilder();
        int listed = 0;
        String next = "";
        for (Map.Entry<String, Stored> object :
                objects.tailMap(root + (from.isEmpty() ? prefix : from), true).entrySet()) {
            if (!object.getKey().startsWith(root + prefix)) {
                break;
            }
            String key = object.getKey().substring(root.length());
            int slash = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (slash >= 0) {
                folders.add(key.substring(0, slash + 1));
                continue;
            }
            if (listed == KEYS_A_PAGE) {
                next = key;
                break;
            }
            listed++;
            contents.append("<Contents><Key>")
                    .append(key)
                    .append("</Key><ETag>&quot;")
                    .append(object.getValue().etag().replace("\"", ""))
                    .append("&quot;</ETag></Contents>");
        }
        String answer = "<ListBucketResult><IsTruncated>" + !next.isEmpty() + "</IsTruncated>"
                + (next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>")
                + contents
                + folders.stream()
                        .map(folder -> "<CommonPrefixes><Prefix>" + folder + "</Prefix></CommonPrefixes>")
                        .collect(Collectors.joining())
                + "</ListBucketResult>";
        return respond(200, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        objects.clear();
    }
}
