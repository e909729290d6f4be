package dev.customsfeed.publish.documents.page;

/** Text within HTML. */
final class Html {

    private Html() {}

    /** {@code text} so that HTML shows it as it is, in an attribute too. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
