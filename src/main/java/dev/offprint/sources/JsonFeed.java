package dev.offprint.sources;

import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import dev.offprint.fetch.JsonMessage;
import dev.offprint.sources.dates.FeedDates;
import dev.offprint.sources.dates.FeedDays;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON Feed (https://jsonfeed.org/version/1.1, and version 1) into the form in which ROME
 * gives RSS and Atom.
 */
public final class JsonFeed {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String VERSION = "jsonfeed.org/version/";

  private final JsonNode feed;
  private final @Nullable URI base;

  private JsonFeed(JsonNode feed, @Nullable URI address) {
    this.feed = feed;
    this.base = first(address, feed, "home_page_url", "feed_url");
  }

  /** Whether a text begins like one; its version may stand anywhere among its first fields. */
  public static boolean isBegunBy(String head) {
    return head.stripLeading().startsWith("{") && head.replace("\\/", "/").contains(VERSION);
  }

  /**
   * Reads a feed.
   *
   * @param address where it was read from; null when that is not known
   * @throws UnreadablePage when it is no JSON Feed
   */
  static SyndFeed read(byte[] page, @Nullable URI address) {
    JsonNode feed;
    try {
      feed = JSON.readTree(page);
    } catch (JacksonException e) {
      throw new UnreadablePage("it is not JSON: " + JsonMessage.of(e));
    }
    if (!feed.path("version").asString("").contains(VERSION) || !feed.path("items").isArray()) {
      throw new UnreadablePage("it is JSON, but not a JSON Feed with a version and items");
    }
    return new JsonFeed(feed, address).read();
  }

  private SyndFeed read() {
    List<SyndEntry> entries = new ArrayList<>();
    feed.path("items").forEach(item -> entries.add(entry(item)));
    SyndFeed read = new SyndFeedImpl();
    read.setEntries(entries);
    return read;
  }

  private SyndEntry entry(JsonNode item) {
    SyndEntry entry = new SyndEntryImpl();
    // An item of a kind of blog has no title; its text stands for it.
    String title = text(item, "title");
    entry.setTitle(title != null ? title : text(item, "summary"));
    entry.setUri(text(item, "id"));
    URI link = first(base, item, "url", "external_url", "id");
    entry.setLink(link == null ? null : link.toString());
    entry.setDescription(content(item, "summary", "content_html", "content_text"));
    entry.setAuthors(
        Stream.concat(elements(item, "authors"), Stream.of(item.path("author")))
            .map(author -> text(author, "name"))
            .filter(Objects::nonNull)
            .map(
                name -> {
                  SyndPersonImpl person = new SyndPersonImpl();
                  person.setName(name);
                  return person;
                })
            .distinct()
            .map(com.rometools.rome.feed.synd.SyndPerson.class::cast)
            .toList());
    entry.setCategories(
        elements(item, "tags")
            .filter(JsonNode::isString)
            .map(
                tag -> {
                  SyndCategoryImpl category = new SyndCategoryImpl();
                  category.setName(tag.stringValue());
                  return category;
                })
            .map(com.rometools.rome.feed.synd.SyndCategory.class::cast)
            .toList());
    entry.setForeignMarkup(new ArrayList<>(List.of(note(item, link).element())));
    return entry;
  }

  private FeedNote note(JsonNode item, @Nullable URI link) {
    FeedDays published = FeedDates.days(text(item, "date_published"));
    List<String> names =
        Stream.of("url", "external_url", "id", "doi")
            .map(field -> text(item, field))
            .filter(Objects::nonNull)
            .toList();
    return new FeedNote(
        published != null ? published : FeedDates.days(text(item, "date_modified")),
        link,
        names,
        // A title has none by rights, but often has; what else has none is escaped.
        Set.of());
  }

  private static @Nullable SyndContentImpl content(JsonNode item, String... fields) {
    for (String field : fields) {
      String text = text(item, field);
      if (text != null) {
        SyndContentImpl content = new SyndContentImpl();
        content.setType(field.equals("content_html") ? "text/html" : "text/plain");
        content.setValue(field.equals("content_html") ? text : escaped(text));
        return content;
      }
    }
    return null;
  }

  /** As markup, for a field that holds none. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static Stream<JsonNode> elements(JsonNode item, String field) {
    return item.path(field).isArray() ? item.path(field).valueStream() : Stream.of();
  }

  private static @Nullable URI first(@Nullable URI base, JsonNode node, String... fields) {
    for (String field : fields) {
      URI found = FeedLinks.resolved(base, text(node, field));
      if (found != null) {
        return found;
      }
    }
    return base;
  }

  /** A text that is there; ids may be numbers in version 1. */
  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    boolean isText = value.isString() || value.isNumber();
    return !isText || value.asString().isBlank() ? null : value.asString();
  }
}
