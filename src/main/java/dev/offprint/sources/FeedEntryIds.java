package dev.offprint.sources;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import dev.offprint.papers.Fingerprint;
import dev.offprint.papers.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Finds out which work an entry of a feed is about. */
final class FeedEntryIds {
  private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s?#\"'<>&]+");
  // bioRxiv and medRxiv put the version behind the DOI in their addresses.
  private static final Pattern PREPRINT_VERSION =
      Pattern.compile("(10\\.(?:1101|64898)/[\\d.]+)v\\d+.*");
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv\\.org/(?:abs|pdf|html)/|oai:arxiv\\.org:)([a-z.-]*/?\\d[\\d.]+)",
          Pattern.CASE_INSENSITIVE);

  private FeedEntryIds() {}

  /**
   * The id of the work first: an arXiv id, else a DOI, else one made of the feed's name and what
   * the entry is known by there; then the others.
   *
   * @throws UnusableRecord when nothing tells the entry from another
   */
  static List<PaperId> of(SyndEntry entry, String feed) {
    List<PaperId> ids = new ArrayList<>();
    named(entry).map(FeedEntryIds::arxiv).filter(Objects::nonNull).limit(1).forEach(ids::add);
    named(entry)
        .map(FeedEntryIds::doi)
        .filter(Objects::nonNull)
        .limit(1)
        .filter(doi -> !ids.contains(doi))
        .forEach(ids::add);
    if (ids.isEmpty()) {
      ids.add(own(entry, feed));
    }
    return ids;
  }

  private static Stream<String> named(SyndEntry entry) {
    DCModule dublinCore = (DCModule) entry.getModule(DCModule.URI);
    return Stream.of(
            entry.getForeignMarkup().stream()
                .filter(element -> element.getName().equalsIgnoreCase("doi"))
                .map(Element::getText),
            dublinCore == null ? Stream.<String>empty() : dublinCore.getIdentifiers().stream(),
            Stream.ofNullable(entry.getLink()),
            Stream.ofNullable(entry.getUri()))
        .flatMap(names -> names);
  }

  private static @Nullable PaperId arxiv(String text) {
    Matcher matcher = ARXIV.matcher(text);
    PaperId id = matcher.find() ? id(matcher.group(1)) : null;
    return id != null && id.arxiv().isPresent() ? id : null;
  }

  private static @Nullable PaperId doi(String text) {
    Matcher matcher = DOI.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String doi = matcher.group().replaceAll("[.,;)]+$", "");
    Matcher versioned = PREPRINT_VERSION.matcher(doi);
    return id(versioned.matches() ? versioned.group(1) : doi);
  }

  private static @Nullable PaperId id(String text) {
    try {
      return PaperId.of(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static PaperId own(SyndEntry entry, String feed) {
    String key = entry.getUri() != null ? entry.getUri() : entry.getLink();
    if (key == null || key.isBlank()) {
      throw new UnusableRecord("it has neither a link nor an id");
    }
    String prefix = SourceText.line(feed, 100).replaceAll("\\s+", "-");
    return new PaperId(prefix + ":" + Fingerprint.of(key.strip(), 8));
  }
}
