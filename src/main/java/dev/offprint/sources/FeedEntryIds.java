package dev.offprint.sources;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndEntry;
import dev.offprint.papers.Fingerprint;
import dev.offprint.papers.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdom2.Element;

/** Finds out which work an entry of a feed is about. */
final class FeedEntryIds {
  private FeedEntryIds() {}

  /**
   * The id of the work first: an arXiv id, else a DOI, else one made of the feed's name and what
   * the entry is known by there; then the others. An entry that is known by nothing is known by its
   * title and day.
   */
  static List<PaperId> of(SyndEntry entry, String feed) {
    List<PaperId> ids = new ArrayList<>();
    named(entry).flatMap(name -> PaperId.arxivIn(name).stream()).limit(1).forEach(ids::add);
    named(entry)
        .flatMap(name -> PaperId.doiIn(name).stream())
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
            Stream.ofNullable(entry.getUri()),
            FeedNote.in(entry.getForeignMarkup()).addresses())
        .flatMap(names -> names);
  }

  private static PaperId own(SyndEntry entry, String feed) {
    String key = entry.getUri() != null ? entry.getUri() : entry.getLink();
    FeedNote note = FeedNote.in(entry.getForeignMarkup());
    if (key == null || key.isBlank()) {
      key = entry.getTitle() + "\n" + (note.days() == null ? "" : note.days().first());
    }
    String prefix = SourceText.line(feed, 100).replaceAll("\\s+", "-");
    return new PaperId(prefix + ":" + Fingerprint.of(key.strip(), 8));
  }
}
