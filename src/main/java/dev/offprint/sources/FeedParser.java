package dev.offprint.sources;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.dates.FeedDays;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads any RSS or Atom feed, or JSON Feed: of a journal, a laboratory, a blog. */
public final class FeedParser {
  private static final int HEAD = 4_000;

  private final String name;
  private final @Nullable String category;
  private final @Nullable LocalDate day;
  private final Instant now;

  /**
   * A parser for the pages of one feed.
   *
   * @param name the name of the source; its sightings carry it, and the ids of entries that name no
   *     work
   * @param category the first category of all its papers, if it has one
   * @param day the day on which its papers were announced; null takes the date of each entry, and
   *     for one without, the day on which the page was made
   */
  public FeedParser(String name, @Nullable String category, @Nullable LocalDate day, Instant now) {
    this.name = name;
    this.category = category;
    this.day = day;
    this.now = now;
  }

  /** Reads a page of which nothing else is known. */
  public ParsedPage parse(byte[] page) {
    return parse(page, FeedOrigin.UNKNOWN);
  }

  /** Reads the page of a feed that is in a file: nothing tells which of its entries are new. */
  public ParsedPage parseFile(byte[] page) {
    return parse(page, new FeedOrigin(null, null, day == null));
  }

  ParsedPage parse(byte[] page, FeedOrigin origin) {
    String head = new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.UTF_8);
    SyndFeed feed;
    Instant built = null;
    try {
      if (JsonFeed.isBegunBy(head)) {
        feed = JsonFeed.read(page, origin.address());
      } else {
        FeedTree tree = FeedTree.of(XmlText.of(page, origin.encoding()), origin.address());
        feed = input().build(tree.document());
        built = tree.built();
      }
    } catch (UnreadablePage e) {
      return e.broken();
    } catch (FeedException | IllegalArgumentException e) {
      return new ParsedPage.Broken(
          "it is XML, but no feed that can be read: "
              + SourceText.line(String.valueOf(e.getMessage()), 200));
    }
    PageCollector collector = new PageCollector("entry");
    FeedNews news = new FeedNews(day, listed(built), day(now), origin.isFirst());
    SyndFeed read = feed;
    feed.getEntries().forEach(entry -> collector.take(() -> read(read, entry, news)));
    return collector.page(built, null, null);
  }

  /** The latest day on which the entries can have come onto the page. */
  private LocalDate listed(@Nullable Instant built) {
    Instant latest = built == null || built.isAfter(now) ? now : built;
    return day(latest);
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static SyndFeedInput input() {
    SyndFeedInput input = new SyndFeedInput();
    input.setAllowDoctypes(false);
    input.setPreserveWireFeed(true);
    // XmlRepair has done this before.
    input.setXmlHealerOn(false);
    return input;
  }

  private Announcement read(SyndFeed feed, SyndEntry entry, FeedNews news) {
    FeedNote note = FeedNote.in(entry.getForeignMarkup());
    FeedTexts texts = new FeedTexts(feed, entry, note.literal());
    String title = texts.title();
    if (title.isEmpty()) {
      throw new UnusableRecord("it has no title");
    }
    List<PaperId> ids = FeedEntryIds.of(entry, name);
    LeadIn summary = texts.summary();
    FeedDays days = note.days() == null ? stated(summary) : note.days();
    Paper paper =
        new Paper(
            ids.getFirst(),
            title,
            summary.rest(),
            texts.authors(summary),
            categories(entry),
            new Paper.Links(note.link(), null, null),
            new Paper.Dates(days == null ? null : days.first(), news.announced(days), null));
    return new Announcement(
        new Sighting(paper, ids.subList(1, ids.size()), name, Map.of(), now, news.certainty(days)),
        Announcement.Type.NEW);
  }

  private static @Nullable FeedDays stated(LeadIn summary) {
    return summary.date() == null ? null : new FeedDays(summary.date(), summary.date());
  }

  private List<String> categories(SyndEntry entry) {
    return Stream.concat(
            Stream.ofNullable(category),
            entry.getCategories().stream()
                .map(SyndCategory::getName)
                .filter(Objects::nonNull)
                .filter(JsonFields::isCategory))
        .distinct()
        .limit(50)
        .toList();
  }
}
