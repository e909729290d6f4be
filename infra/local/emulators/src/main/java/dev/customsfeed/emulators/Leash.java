package dev.customsfeed.emulators;

import java.io.IOException;

/**
 * Ends a child process together with its parent, however that ended. It runs in the child, as a Java agent: standard input is a pipe
 * that the parent holds, and the end of it is the end of the parent.
 */
public final class Leash {

    private Leash() {}

    /** Called by the Java virtual machine of the child before its own main method. */
    public static void premain(String arguments) {
        Thread watch = new Thread(Leash::haltWithParent, "leash");
        watch.setDaemon(true);
        watch.start();
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent writes nothing; only the end counts.
            }
        } catch (IOException gone) {
            // A broken pipe says the same.
        }
        Runtime.getRuntime().halt(0);
    }
}
