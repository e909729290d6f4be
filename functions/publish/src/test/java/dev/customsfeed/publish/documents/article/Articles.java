package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.documents.article.Article.Section;
import java.util.List;

/** Looks into articles. */
final class Articles {

    private Articles() {}

    private static boolean isUnder(Section section, String heading) {
        return section.heading().equals(heading)
                || !heading.isEmpty() && section.heading().startsWith(heading + ", ")
                || !heading.isEmpty() && section.heading().startsWith(heading + "（");
    }

    /** All that is said under a heading, whatever month it names; nothing where there is no such heading. */
    static String under(Article article, String heading) {
        return String.join("\n", paragraphs(article, heading));
    }

    /** The paragraphs under a heading. */
    static List<String> paragraphs(Article article, String heading) {
        return article.sections().stream()
                .filter(section -> isUnder(section, heading))
                .map(Section::paragraphs)
                .flatMap(List::stream)
                .toList();
    }

    /** The paragraph under a heading that begins with {@code start}; nothing where there is none. */
    static String paragraph(Article article, String heading, String start) {
        return paragraphs(article, heading).stream()
                .filter(paragraph -> paragraph.startsWith(start))
                .findFirst()
                .orElse("");
    }
}
