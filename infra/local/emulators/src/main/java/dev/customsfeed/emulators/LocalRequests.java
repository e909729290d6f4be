package dev.customsfeed.emulators;

import java.util.Locale;
import java.util.Set;

/**
 * Which requests an emulator answers: those that programs of this machine send it. It listens on loopback, where a browser sends
 * requests too, for whatever page it shows: one whose name was pointed to this machine (which {@code Host} tells), and one that
 * posts here from elsewhere (which {@code Origin} tells). Programs name the loopback address and send no origin.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-7">RFC 6454, 7: the Origin header</a>
 */
final class LocalRequests {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private LocalRequests() {}

    /**
     * Whether a request is to be turned away.
     *
     * @param host the header {@code Host}; null if there is none
     * @param origin the header {@code Origin}; null if there is none
     */
    static boolean isForeign(String host, String origin) {
        return origin != null || host == null || !NAMES.contains(name(host.strip()));
    }

    private static String name(String host) {
        int port = host.lastIndexOf(':');
        boolean hasPort = port > host.lastIndexOf(']');
        return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
    }
}
