package dev.offprint.sources.arxiv;

import dev.offprint.papers.Paper;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.PageCollector;
import dev.offprint.sources.ParsedPage;
import dev.offprint.sources.PersonNames;
import dev.offprint.sources.SourceText;
import dev.offprint.sources.UnreadablePage;
import dev.offprint.sources.UnusableRecord;
import dev.offprint.sources.XmlElement;
import dev.offprint.sources.XmlRecords;
import dev.offprint.sources.XmlText;
import dev.offprint.sources.dates.FeedDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Atom from arXiv: answers of its API (https://info.arxiv.org/help/api/user-manual.html) and
 * its daily feeds, which have {@code arxiv:announce_type}.
 */
public final class ArxivAtomParser {
  private final @Nullable LocalDate day;
  private final Instant now;
  private final PageCollector collector = new PageCollector("entry");
  private @Nullable Instant built;
  private @Nullable LocalDate newest;
  private @Nullable Integer total;
  private @Nullable String error;

  /**
   * A parser for one page.
   *
   * @param day the day on which its papers were announced; null takes it from each entry: the date
   *     in a daily feed, and in an answer of the API the first announcement after the submission
   */
  public ArxivAtomParser(@Nullable LocalDate day, Instant now) {
    this.day = day;
    this.now = now;
  }

  public ParsedPage parse(byte[] page) {
    try {
      XmlRecords.read(XmlText.of(page), Set.of("feed"), this::take);
    } catch (UnreadablePage e) {
      return e.broken();
    }
    return error == null
        ? collector.page(built(), total, null)
        : new ParsedPage.Broken("arXiv answers with an error: " + error);
  }

  /** A feed whose entries are all of an earlier day is that day's, whenever it was written. */
  private @Nullable Instant built() {
    return built != null && newest != null && newest.isBefore(ArxivCalendar.feedDayAt(built))
        ? ArxivCalendar.builtAt(newest)
        : built;
  }

  private void take(XmlElement element) {
    switch (element.name()) {
      case "updated" -> {
        OffsetDateTime date = FeedDates.read(element.text());
        built = date == null ? null : date.toInstant();
      }
      case "totalResults" -> total = count(element.text());
      case "entry" -> takeEntry(element);
      default -> {
        // The rest describes the feed, not a paper.
      }
    }
  }

  private static @Nullable Integer count(String text) {
    return text.strip().matches("\\d{1,9}") ? Integer.valueOf(text.strip()) : null;
  }

  private void takeEntry(XmlElement entry) {
    String id = entry.textOf("id");
    boolean failed = "Error".equals(String.valueOf(entry.textOf("title")).strip());
    if (failed && (id == null || id.contains("/api/errors"))) {
      error = SourceText.line(String.valueOf(entry.textOf("summary")), 200);
    } else {
      collector.take(() -> read(entry));
    }
  }

  private Announcement read(XmlElement entry) {
    AnnounceType type = AnnounceType.read(entry.textOf("announce_type"), entry.textOf("summary"));
    ArxivEntry paper =
        new ArxivEntry(
            entry.textOf("id"),
            entry.textOf("title"),
            type.abstractText(),
            authors(entry),
            categories(entry),
            entry.textOf("doi"));
    OffsetDateTime published = FeedDates.read(entry.textOf("published"));
    return type.kind() == null
        ? answered(entry, paper, published)
        : announced(type.kind(), paper, published);
  }

  /** An entry of the API: published is when the first version came, updated when the last did. */
  private Announcement answered(
      XmlElement entry, ArxivEntry paper, @Nullable OffsetDateTime published) {
    if (published == null) {
      throw new UnusableRecord("it has no date of publication");
    }
    OffsetDateTime updated = FeedDates.read(entry.textOf("updated"));
    boolean first = updated == null || updated.isEqual(published);
    LocalDate submitted = published.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    LocalDate earliest = ArxivCalendar.earliestFor(published.toInstant());
    return paper.announcement(
        first ? Announcement.Type.NEW : Announcement.Type.REPLACEMENT,
        new Paper.Dates(submitted, first && day != null ? day : earliest, null),
        first && day != null ? Sighting.Certainty.STATED : Sighting.Certainty.DERIVED,
        now);
  }

  /** An entry of a daily feed: published is the day of this announcement. */
  private Announcement announced(
      Announcement.Type kind, ArxivEntry paper, @Nullable OffsetDateTime published) {
    if (published != null && (newest == null || published.toLocalDate().isAfter(newest))) {
      newest = published.toLocalDate();
    }
    LocalDate listed = day;
    if (listed == null) {
      listed = published != null ? published.toLocalDate() : ArxivCalendar.latestAt(now);
    }
    return paper.announcement(
        kind,
        new Paper.Dates(
            null,
            kind == Announcement.Type.REPLACEMENT ? paper.announcedBefore(listed) : listed,
            null),
        ArxivEntry.certainty(kind),
        now);
  }

  private static List<String> authors(XmlElement entry) {
    List<String> names =
        new ArrayList<>(entry.all("author").flatMap(a -> a.textsOf("name").stream()).toList());
    if (names.isEmpty()) {
      entry.textsOf("creator").forEach(list -> names.addAll(PersonNames.commaList(list)));
    }
    return names;
  }

  private static List<String> categories(XmlElement entry) {
    List<String> categories = new ArrayList<>(entry.attributesOf("primary_category", "term"));
    categories.addAll(entry.attributesOf("category", "term"));
    return categories;
  }
}
