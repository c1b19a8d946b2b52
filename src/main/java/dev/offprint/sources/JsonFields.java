package dev.offprint.sources;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.sources.dates.FeedDates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of one JSON record, and says what is wrong with them. */
record JsonFields(JsonNode record) {
  private static final int MOST_CATEGORIES = 50;

  public PaperId id() {
    String text = text("id");
    if (text == null) {
      throw new UnusableRecord("it has no id");
    }
    try {
      if (!SourceText.isClean(text)) {
        throw new UnusableRecord("its id holds characters that no id has");
      }
      return PaperId.of(text);
    } catch (IllegalArgumentException e) {
      throw new UnusableRecord(String.valueOf(e.getMessage()));
    }
  }

  /** The DOI as another id of the work; none when the field is missing or holds no DOI. */
  public List<PaperId> doi() {
    String text = text("doi");
    try {
      PaperId id = text == null || !SourceText.isClean(text) ? null : PaperId.of(text);
      return id != null && (id.isDoi() || id.arxiv().isPresent()) ? List.of(id) : List.of();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  String title() {
    String title = line("title", Paper.MAX_TITLE);
    if (title.isEmpty()) {
      throw new UnusableRecord("it has no title");
    }
    return title;
  }

  String abstractText(String field) {
    return line(field, Paper.MAX_ABSTRACT);
  }

  /** A text on one line, cut at a length; empty when the field is missing. */
  public String line(String field, int longest) {
    String text = text(field);
    return text == null ? "" : SourceText.line(text, longest);
  }

  /**
   * Names given as strings or as objects with a {@code name}, of which one may be a list; those
   * that are empty are left out.
   */
  public List<Author> authors() {
    List<Author> authors = new ArrayList<>();
    for (JsonNode entry : array("authors")) {
      JsonNode name = entry.isObject() ? entry.path("name") : entry;
      if (name.isString()) {
        authors.addAll(PersonNames.listed(name.stringValue()));
      }
    }
    return PersonNames.limited(authors);
  }

  /**
   * Categories such as {@code cs.LG}; what holds a blank is a subject class of another scheme and
   * is left out.
   */
  public List<String> categories() {
    List<String> categories = new ArrayList<>();
    String primary = text("primary_category");
    if (primary != null && isCategory(primary)) {
      categories.add(primary);
    }
    for (JsonNode entry : array("categories")) {
      if (categories.size() < MOST_CATEGORIES
          && entry.isString()
          && isCategory(entry.stringValue())
          && !categories.contains(entry.stringValue())) {
        categories.add(entry.stringValue());
      }
    }
    return categories;
  }

  /** Whether it is one word of arXiv's kind, such as {@code cs.LG} or {@code math}. */
  static boolean isCategory(String text) {
    return text.matches("[A-Za-z][A-Za-z-]*(\\.[A-Za-z-]+)?");
  }

  private Iterable<JsonNode> array(String field) {
    JsonNode node = record.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw new UnusableRecord(field + " is not an array");
    }
    return node;
  }

  /** The day that begins an ISO date or date and time; null when the field is missing. */
  public @Nullable LocalDate day(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
      if (FeedDates.isPlausible(day)) {
        return day;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new UnusableRecord(field + " is not a date: " + SourceText.line(text, 40));
  }

  /** A count; null when the field is missing. */
  public @Nullable Integer count(String field) {
    JsonNode node = record.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.canConvertToInt() || node.intValue() < 0) {
      throw new UnusableRecord(field + " is not a count");
    }
    return node.intValue();
  }

  /** The text of one field, else of another; null when both are missing. */
  public @Nullable String either(String field, String other) {
    String text = text(field);
    return text == null ? text(other) : text;
  }

  /** A text; null when the field is missing. */
  public @Nullable String text(String field) {
    JsonNode node = record.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw new UnusableRecord(field + " is not a text");
    }
    return node.stringValue();
  }
}
