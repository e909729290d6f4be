package dev.customsfeed.emulators;

import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** Runs DynamoDB Local, in memory, for this machine alone. Its own main class listens on all interfaces and can be told no other. */
public final class LoopbackDynamoDb {

    private LoopbackDynamoDb() {}

    /** Called in a JVM of its own, with the port as the only argument. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])));
        server.setHandler(new ContextHandler(new LocalOnly(new LocalDynamoDBServerHandler(
                // The same tables for every region and every credentials, none of them on disk.
                new LocalDynamoDBRequestHandler(0, true, null, true, false), null))));
        server.start();
        server.join();
    }

    private static final class LocalOnly extends Handler.Wrapper {

        LocalOnly(Handler dynamoDb) {
            super(dynamoDb);
        }

        @Override
        public boolean handle(Request request, Response response, Callback done) throws Exception {
            if (LocalRequests.isForeign(
                    request.getHeaders().get(HttpHeader.HOST),
                    request.getHeaders().get(HttpHeader.ORIGIN))) {
                Response.writeError(request, response, done, HttpStatus.FORBIDDEN_403);
                return true;
            }
            return super.handle(request, response, done);
        }
    }
}
