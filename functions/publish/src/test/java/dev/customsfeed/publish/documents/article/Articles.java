package dev.customsfeed.publish.documents.article;

import dev.customsfeed.publish.documents.article.Article.Section;
import java.util.List;

/** Looks into articles. */
final class Articles {

    private Articles() {}

    /** All that is said under a heading; nothing where there is no such heading. */
    static String under(Article article, String heading) {
        return String.join("\n", paragraphs(article, heading));
    }

    /** The paragraphs under a heading. */
    static List<String> paragraphs(Article article, String heading) {
        return article.sections().stream()
                .filter(section -> section.heading().equals(heading))
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
