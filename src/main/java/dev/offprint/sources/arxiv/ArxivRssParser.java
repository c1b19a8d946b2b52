package dev.offprint.sources.arxiv;

import dev.offprint.papers.Paper;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.PageCollector;
import dev.offprint.sources.ParsedPage;
import dev.offprint.sources.PersonNames;
import dev.offprint.sources.UnreadablePage;
import dev.offprint.sources.XmlElement;
import dev.offprint.sources.XmlRecords;
import dev.offprint.sources.XmlText;
import dev.offprint.sources.dates.FeedDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads arXiv's daily RSS feeds (https://info.arxiv.org/help/rss_specifications.html). */
public final class ArxivRssParser {
  private final @Nullable LocalDate day;
  private final Instant now;
  private final PageCollector collector = new PageCollector("item");
  private @Nullable OffsetDateTime built;
  private @Nullable OffsetDateTime announced;

  /**
   * A parser for one page.
   *
   * @param day the day on which its papers were announced; null takes the date of each item, else
   *     that of the channel
   */
  public ArxivRssParser(@Nullable LocalDate day, Instant now) {
    this.day = day;
    this.now = now;
  }

  public ParsedPage parse(byte[] page) {
    try {
      XmlRecords.read(XmlText.of(page), Set.of("rss", "channel"), this::take);
    } catch (UnreadablePage e) {
      return e.broken();
    }
    OffsetDateTime made = built != null ? built : announced;
    return collector.page(made == null ? null : made.toInstant(), null, null);
  }

  private void take(XmlElement element) {
    switch (element.name()) {
      case "lastBuildDate" -> built = FeedDates.read(element.text());
      case "pubDate" -> announced = FeedDates.read(element.text());
      case "item" -> collector.take(() -> read(element));
      default -> {
        // The rest describes the feed, not a paper.
      }
    }
  }

  private Announcement read(XmlElement item) {
    AnnounceType type = AnnounceType.read(item.textOf("announce_type"), item.textOf("description"));
    String guid = item.textOf("guid");
    ArxivEntry paper =
        new ArxivEntry(
            guid != null ? guid : item.textOf("link"),
            item.textOf("title"),
            type.abstractText(),
            item.textsOf("creator").stream()
                .flatMap(list -> PersonNames.commaList(list).stream())
                .toList(),
            item.textsOf("category"),
            item.textOf("DOI"));
    Announcement.Type kind = type.kind() == null ? Announcement.Type.NEW : type.kind();
    LocalDate listed = listed(item);
    return paper.announcement(
        kind,
        new Paper.Dates(
            null,
            kind == Announcement.Type.REPLACEMENT ? paper.announcedBefore(listed) : listed,
            null),
        ArxivEntry.certainty(kind),
        now);
  }

  private LocalDate listed(XmlElement item) {
    if (day != null) {
      return day;
    }
    OffsetDateTime own = FeedDates.read(item.textOf("pubDate"));
    if (own != null) {
      return own.toLocalDate();
    }
    return announced != null ? announced.toLocalDate() : ArxivCalendar.latestAt(now);
  }
}
