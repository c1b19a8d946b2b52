package dev.offprint.sources;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads any RSS or Atom feed: of a journal, a laboratory, a blog. */
public final class FeedParser {
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

  public ParsedPage parse(byte[] page) {
    SyndFeed feed;
    List<Set<String>> literal = new ArrayList<>();
    try {
      String text = XmlText.of(page);
      // Says which line is wrong, and that it is not too deep, before anything else reads it.
      XmlRecords.read(
          text,
          Set.of("feed", "rss", "RDF", "channel"),
          element -> {
            if (element.name().equals("entry")) {
              literal.add(literal(element));
            }
          });
      feed = input().build(new StringReader(text));
    } catch (UnreadablePage e) {
      return e.broken();
    } catch (FeedException | IllegalArgumentException e) {
      return new ParsedPage.Broken(
          "it is XML, but no feed that can be read: "
              + SourceText.line(String.valueOf(e.getMessage()), 200));
    }
    PageCollector collector = new PageCollector("entry");
    Instant built = built(feed);
    LocalDate listed = listed(built);
    for (int i = 0; i < feed.getEntries().size(); i++) {
      SyndEntry entry = feed.getEntries().get(i);
      Set<String> said = i < literal.size() ? literal.get(i) : Set.of();
      collector.take(() -> read(entry, new FeedTexts(feed, entry, said), listed));
    }
    return collector.page(built, null, null);
  }

  /**
   * Those elements of an entry that say of themselves that they are text. Many that say nothing
   * hold HTML all the same, and are read so that either is shown as it was meant.
   */
  private static Set<String> literal(XmlElement entry) {
    return entry.children().stream()
        .filter(child -> "text".equals(child.attribute("type")))
        .map(XmlElement::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** RSS tells when its channel was published and when it was built; the later one counts. */
  private static @Nullable Instant built(SyndFeed feed) {
    Date built = feed.originalWireFeed() instanceof Channel rss ? rss.getLastBuildDate() : null;
    return Stream.of(Optional.ofNullable(feed.getPublishedDate()), Optional.ofNullable(built))
        .flatMap(Optional::stream)
        .map(Date::toInstant)
        .filter(date -> FeedDates.isPlausible(day(date)))
        .max(Comparator.naturalOrder())
        .orElse(null);
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

  private Announcement read(SyndEntry entry, FeedTexts texts, LocalDate listed) {
    String title = texts.title();
    if (title.isEmpty()) {
      throw new UnusableRecord("it has no title");
    }
    List<PaperId> ids = FeedEntryIds.of(entry, name);
    LeadIn summary = texts.summary();
    LocalDate dated = published(entry);
    LocalDate published = dated == null ? summary.date() : dated;
    Paper paper =
        new Paper(
            ids.getFirst(),
            title,
            summary.rest(),
            texts.authors(summary),
            categories(entry),
            new Paper.Links(SourceText.webAddress(entry.getLink()), null, null),
            new Paper.Dates(published, announced(published, listed), null));
    return new Announcement(
        new Sighting(paper, ids.subList(1, ids.size()), name, Map.of(), now),
        Announcement.Kind.NEW);
  }

  private @Nullable LocalDate published(SyndEntry entry) {
    Date date = entry.getPublishedDate();
    if (date == null) {
      date = entry.getUpdatedDate();
    }
    if (date == null) {
      return null;
    }
    LocalDate day = day(date.toInstant());
    return FeedDates.isPlausible(day) ? day : null;
  }

  /**
   * A date in the future is when a journal's issue appears. Its entry, as one without a date, is no
   * younger than the page it stands on.
   */
  private LocalDate announced(@Nullable LocalDate published, LocalDate listed) {
    if (day != null) {
      return day;
    }
    return published == null || published.isAfter(day(now)) ? listed : published;
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
