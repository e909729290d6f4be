package dev.customsfeed.publish.documents.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a month's figures say, in words.
 *
 * @param title the headline
 * @param sections in reading order; none is empty
 */
public record Article(String title, List<Section> sections) {

    /**
     * A part of the article.
     *
     * @param heading empty for the first part, which needs none
     * @param paragraphs each one or more sentences; at least one
     */
    public record Section(String heading, List<String> paragraphs) {}

    /** The first paragraph; empty if there is nothing to say. */
    public String summary() {
        return sections.isEmpty() ? "" : sections.get(0).paragraphs().get(0);
    }

    /** The article as HTML, without the title. */
    public String html() {
        StringBuilder html = new StringBuilder();
        for (Section section : sections) {
            if (!section.heading().isEmpty()) {
                html.append("<h2>").append(escaped(section.heading())).append("</h2>\n");
            }
            for (String paragraph : section.paragraphs()) {
                html.append("<p>").append(escaped(paragraph)).append("</p>\n");
            }
        }
        return html.toString();
    }

    /** The article as plain text, without the title. */
    public String text() {
        return sections.stream()
                .map(section -> (section.heading().isEmpty() ? "" : section.heading() + "\n\n")
                        + String.join("\n\n", section.paragraphs()))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
