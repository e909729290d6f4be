package dev.customsfeed.publish.documents.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customsfeed.publish.documents.json.Document;
import dev.customsfeed.publish.documents.json.FeedContent;
import dev.customsfeed.publish.documents.json.Output;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The feed in each language once more as Atom 1.0, for readers that know no JSON Feed: {@code feed.atom} and {@code feed.zh.atom} have the
 * items of {@code feed.json} and {@code feed.zh.json}. A feed without any item has none: Atom wants to know when a feed was last updated.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class AtomDocuments implements Output {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public List<Document> of(FeedContent content, List<Document> before) {
        List<Document> documents = new ArrayList<>();
        for (Document document : before) {
            // Not those of a year.
            if (document.path().matches("feed([.][a-z]+)?[.]json")) {
                try {
                    JsonNode feed = JSON.readTree(document.content());
                    if (!feed.path("items").isEmpty()) {
                        String path = document.path().replaceFirst("json$", "atom");
                        documents.add(Document.current(
                                path, "application/atom+xml; charset=utf-8", bytes(feed, document.path(), path)));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return documents;
    }

    private static byte[] bytes(JsonNode feed, String jsonPath, String path) {
        StringWriter out = new StringWriter(1 << 16);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", feed.path("language").asText());
            String id = feed.at("/_customs/feed").asText();
            element(xml, "id", uuid(id + "/" + path));
            element(xml, "title", feed.path("title").asText());
            element(xml, "updated", updated(feed));
            xml.writeStartElement("author");
            element(xml, "name", feed.at("/authors/0/name").asText());
            xml.writeEndElement();
            String self = feed.path("feed_url").asText(jsonPath).replaceFirst("json$", "atom");
            link(xml, "self", "application/atom+xml", self);
            String page = feed.path("home_page_url").asText("index.html#lang=" + language(feed));
            link(xml, "alternate", "text/html", page);
            for (JsonNode item : feed.path("items")) {
                entry(xml, item, feed);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("text is written to memory", e);
        }
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(XMLStreamWriter xml, JsonNode item, JsonNode feed) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", uuid(item.path("id").asText() + "/" + language(feed)));
        element(xml, "title", item.path("title").asText());
        element(xml, "published", item.path("date_published").asText());
        element(xml, "updated", item.path("date_modified").asText());
        String month = item.at("/_customs/period").asText();
        link(
                xml,
                "alternate",
                "text/html",
                item.path("url").asText("index.html#lang=" + language(feed) + "&month=" + month));
        element(xml, "summary", item.path("summary").asText());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(item.path("content_html").asText());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String language(JsonNode feed) {
        return feed.path("language").asText().replaceFirst("-.*", "");
    }

    /** When the item that changed last did. */
    private static String updated(JsonNode feed) {
        return StreamSupport.stream(feed.path("items").spliterator(), false)
                .map(item -> Instant.parse(item.path("date_modified").asText()))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .toString();
    }

    /** A name that stays wherever the feed is served. */
    private static String uuid(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("customs-feed/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }
}
