package dev.offprint.sources.files;

import dev.offprint.sources.FeedParser;
import dev.offprint.sources.PaperRecord;
import dev.offprint.sources.ParsedPage;
import dev.offprint.sources.UnreadablePage;
import dev.offprint.sources.XmlText;
import dev.offprint.sources.arxiv.ArxivAtomParser;
import dev.offprint.sources.arxiv.ArxivRssParser;
import dev.offprint.sources.arxiv.OaiPmhParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of XML in any of the known formats, recognised by its root element. */
final class PaperXml {
  private static final int HEAD = 8_000;
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:[A-Za-z][\\w.-]*:)?(feed|rss|OAI-PMH|RDF)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern ARXIV =
      Pattern.compile("arxiv\\.org/(?:api/|schemas/atom|atom/|rss/)");

  private final @Nullable LocalDate day;
  private final Instant now;

  PaperXml(@Nullable LocalDate day, Instant now) {
    this.day = day;
    this.now = now;
  }

  ParsedPage parse(byte[] page) {
    // ASCII is enough to tell; in UTF-16 every other byte is zero.
    String head =
        new String(page, 0, Math.min(page.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\0", "");
    Matcher matcher = ROOT.matcher(head);
    String root = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    boolean arxiv = ARXIV.matcher(head).find();
    return switch (root) {
      case "oai-pmh" -> new OaiPmhParser(now).parse(page);
      case "feed" -> arxiv ? new ArxivAtomParser(day, now).parse(page) : otherFeed(page);
      case "rss" -> arxiv ? new ArxivRssParser(day, now).parse(page) : otherFeed(page);
      case "rdf" -> otherFeed(page);
      default -> unknown(page);
    };
  }

  private ParsedPage otherFeed(byte[] page) {
    return new FeedParser(PaperRecord.SOURCE, null, day, now).parseFile(page);
  }

  private static ParsedPage unknown(byte[] page) {
    try {
      XmlText.of(page);
      return new ParsedPage.Broken("it is neither a feed nor an OAI-PMH answer");
    } catch (UnreadablePage e) {
      return e.broken();
    }
  }
}
