package dev.offprint.web;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.offprint.digests.OneLine;
import dev.offprint.digests.PaperBlock;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.web.http.Body;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Papers as an Atom feed (RFC 4287), the newest first, because programs that read feeds look at the
 * first entries for new ones. A paper is one entry whatever list it is on, so that such a program
 * knows what its reader has seen.
 */
final class AtomFeed {
  private static final String TYPE = "application/atom+xml; charset=utf-8";
  private final URI baseUrl;

  AtomFeed(URI baseUrl) {
    this.baseUrl = URI.create(baseUrl.toString().replaceFirst("/+$", ""));
  }

  /**
   * A feed of papers, newest first; those of one day in their order.
   *
   * @param self the feed's path and query, below the base
   * @param page the path and query of the page that shows the same
   * @param asOf when nothing is in it, the day that it is dated by
   */
  Body of(String title, String self, String page, List<Candidate> papers, LocalDate asOf) {
    Feed feed = new Feed("atom_1.0");
    feed.setId(tag("feed", self));
    feed.setTitle(OneLine.of(title));
    feed.setAlternateLinks(List.of(link("alternate", baseUrl + page)));
    feed.setOtherLinks(List.of(link("self", baseUrl + self)));
    feed.setUpdated(
        date(
            papers.stream()
                .map(candidate -> candidate.paper().dates().announced())
                .max(LocalDate::compareTo)
                .orElse(asOf)));
    // The author of each entry that names none (section 4.2.1).
    feed.setAuthors(List.of(person("Offprint")));
    feed.setEntries(
        papers.stream()
            .map(Candidate::paper)
            .sorted(Comparator.comparing((Paper paper) -> paper.dates().announced()).reversed())
            .map(this::entry)
            .toList());
    try {
      return Body.ok(TYPE, new WireFeedOutput().outputString(feed, false));
    } catch (FeedException e) {
      throw new IllegalStateException("the feed " + self + " cannot be written", e);
    }
  }

  private Entry entry(Paper paper) {
    PaperBlock block = PaperBlock.of(paper, Paper.MAX_ABSTRACT);
    Entry entry = new Entry();
    entry.setId(tag("paper", paper.id().value()));
    entry.setTitle(block.title());
    entry.setUpdated(date(paper.dates().announced()));
    entry.setPublished(date(paper.dates().announced()));
    @Nullable String page = block.page();
    entry.setAlternateLinks(
        List.of(
            link("alternate", page != null ? page : baseUrl + PaperPage.path(paper.id().value()))));
    entry.setOtherLinks(
        Stream.of(block.pdf(), block.code())
            .flatMap(Stream::ofNullable)
            .map(to -> link("related", to))
            .toList());
    entry.setAuthors(
        paper.authors().stream()
            .map(author -> OneLine.of(author.name()))
            .filter(name -> !name.isEmpty())
            .map(AtomFeed::person)
            .toList());
    entry.setCategories(
        paper.categories().stream()
            .map(
                term -> {
                  Category category = new Category();
                  category.setTerm(OneLine.of(term));
                  return category;
                })
            .toList());
    Content summary = new Content();
    summary.setType("text");
    summary.setValue(block.summary());
    entry.setSummary(summary);
    return entry;
  }

  private static SyndPerson person(String name) {
    Person person = new Person();
    person.setName(name);
    return person;
  }

  private static Link link(String relation, String address) {
    Link link = new Link();
    link.setRel(relation);
    link.setHref(address);
    return link;
  }

  private String tag(String kind, String name) {
    @Nullable String host = baseUrl.getHost();
    // The year is that of the scheme, not of the feed: an id never changes (RFC 4151, section 2).
    return String.format(
        Locale.ROOT,
        "tag:%s,2026:%s:%s",
        host == null ? "localhost" : host,
        kind,
        URLEncoder.encode(name, StandardCharsets.UTF_8));
  }

  private static Date date(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
