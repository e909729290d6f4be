package dev.customsfeed.verify;

import dev.customsfeed.runtime.log.Log;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the function says in its log: sentences of its own, the ids of versions, kinds and numbers of problems. Never keys of objects,
 * texts of files, messages of exceptions: any of them may have the number of a declaration or certificate in it.
 */
final class ConfidentialLog {

    private static final int FRAMES = 30;

    private final Log log;

    ConfidentialLog(Log log) {
        this.log = log;
    }

    void info(String sentence, Map<String, ?> details) {
        log.info(sentence, details);
    }

    void warn(String sentence, Map<String, ?> details) {
        log.warn(sentence, details);
    }

    /** Something that failed, by the kinds of its causes and where it did; what they say may have numbers in it. */
    void failed(String sentence, Map<String, ?> details, Throwable cause) {
        StringBuilder stack = new StringBuilder();
        int frames = 0;
        for (Throwable each = cause; each != null && frames < FRAMES; each = each.getCause()) {
            stack.append(each.getClass().getName()).append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                if (frames++ < FRAMES) {
                    stack.append("\tat ").append(frame).append('\n');
                }
            }
        }
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("stack", stack.toString());
        log.warn(sentence, all);
    }
}
