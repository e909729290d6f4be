package dev.customsfeed.publish.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** A service within the process, in place of the client that would send requests to it. */
abstract class ServiceInMemory implements SdkHttpClient {

    /** What it answers. */
    abstract HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException;

    static HttpExecuteResponse respond(int status, Map<String, List<String>> headers, byte[] body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(status)
                        .headers(headers)
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public final ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {
                // Nothing is under way.
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
