package dev.offprint.sources.arxiv;

import dev.offprint.papers.Paper;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.Announcement;
import dev.offprint.sources.PageCollector;
import dev.offprint.sources.ParsedPage;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of records that arXiv gives over OAI-PMH 2.0 with {@code metadataPrefix=arXiv}
 * (https://www.openarchives.org/OAI/openarchivesprotocol.html, sections 3.5, 3.6 and 4.5).
 */
public final class OaiPmhParser {
  /** How long after its submission a first version is usually announced at the latest, in days. */
  private static final int LONGEST_HOLD = 14;

  private final Instant now;
  private final PageCollector collector = new PageCollector("record");
  private @Nullable Instant built;
  private @Nullable Integer total;
  private @Nullable String token;
  private @Nullable String error;

  /** A parser for one page. */
  public OaiPmhParser(Instant now) {
    this.now = now;
  }

  public ParsedPage parse(byte[] page) {
    try {
      XmlRecords.read(XmlText.of(page), Set.of("OAI-PMH", "ListRecords", "GetRecord"), this::take);
    } catch (UnreadablePage e) {
      return e.broken();
    }
    return error == null
        ? collector.page(built, total, token)
        : new ParsedPage.Broken("arXiv answers with an OAI error: " + error);
  }

  private void take(XmlElement element) {
    switch (element.name()) {
      case "responseDate" -> {
        OffsetDateTime date = FeedDates.read(element.text());
        built = date == null ? null : date.toInstant();
      }
      case "error" -> takeError(element);
      case "resumptionToken" -> {
        // An empty one marks the last page (section 3.5).
        token = element.text().isBlank() ? null : element.text().strip();
        String size = element.attribute("completeListSize");
        total = size != null && size.matches("\\d{1,9}") ? Integer.valueOf(size) : null;
      }
      case "record" -> collector.take(() -> read(element));
      default -> {
        // The request and whatever else is no record.
      }
    }
  }

  private void takeError(XmlElement element) {
    String code = element.attribute("code");
    if (!"noRecordsMatch".equals(code)) {
      error = SourceText.line((code == null ? "" : code + ": ") + element.text(), 200);
    }
  }

  private Announcement read(XmlElement element) {
    XmlElement header = element.child("header");
    XmlElement metadata = element.child("metadata");
    String identifier = header == null ? null : header.textOf("identifier");
    if (header != null && "deleted".equals(header.attribute("status"))) {
      throw new UnusableRecord("it was deleted: " + SourceText.line("" + identifier, 80));
    }
    XmlElement arxiv = metadata == null ? null : metadata.child("arXiv");
    if (arxiv == null) {
      throw new UnusableRecord("it has no metadata in the format arXiv");
    }
    String categories = arxiv.textOf("categories");
    String id = arxiv.textOf("id");
    ArxivEntry paper =
        new ArxivEntry(
            id != null ? id : identifier,
            arxiv.textOf("title"),
            arxiv.textOf("abstract"),
            authors(arxiv),
            categories == null ? List.of() : List.of(categories.strip().split("\\s+")),
            arxiv.textOf("doi"));
    LocalDate created = FeedDates.day(arxiv.textOf("created"));
    if (created == null) {
      throw new UnusableRecord("it has no date of creation");
    }
    boolean replaced = arxiv.textOf("updated") != null;
    LocalDate stamped = header == null ? null : FeedDates.day(header.textOf("datestamp"));
    return paper.announcement(
        replaced ? Announcement.Type.REPLACEMENT : Announcement.Type.NEW,
        new Paper.Dates(created, announced(created, stamped, replaced), null),
        Sighting.Certainty.DERIVED,
        now);
  }

  /**
   * The datestamp is the day of the announcement, unless the record was changed later; then it is
   * taken to be the first one after the submission.
   */
  private static LocalDate announced(
      LocalDate created, @Nullable LocalDate stamped, boolean replaced) {
    if (!replaced
        && stamped != null
        && !stamped.isBefore(created)
        && !stamped.isAfter(created.plusDays(LONGEST_HOLD))) {
      return stamped;
    }
    return ArxivCalendar.earliestFor(created.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static List<String> authors(XmlElement arxiv) {
    return arxiv
        .all("authors")
        .flatMap(authors -> authors.all("author"))
        .map(OaiPmhParser::name)
        .toList();
  }

  private static String name(XmlElement author) {
    return String.join(
        " ",
        Stream.of("forenames", "keyname", "suffix")
            .flatMap(part -> author.textsOf(part).stream())
            .toList());
  }
}
