package dev.offprint.sources;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.text.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of a feed says in words: its title, its abstract and its authors.
 *
 * @param feed that it stands in
 * @param literal which elements of it are said to be text in which no character is markup (RFC
 *     4287, section 3.1.1.1)
 */
record FeedTexts(SyndFeed feed, SyndEntry entry, Set<String> literal) {
  String title() {
    SyndContent title = entry.getTitleEx();
    return title == null ? "" : text(title.getValue(), "title", Paper.MAX_TITLE);
  }

  /** The abstract, and what its publisher says before it. */
  LeadIn summary() {
    SyndContent summary = entry.getDescription();
    String element = isAtom() ? "summary" : "description";
    String text = summary == null ? "" : text(summary.getValue(), element, Paper.MAX_ABSTRACT);
    return LeadIn.read(
        !text.isEmpty() || entry.getContents().isEmpty()
            ? text
            : text(entry.getContents().getFirst().getValue(), "content", Paper.MAX_ABSTRACT));
  }

  /**
   * Atom's authors are persons; RSS has one author, and Dublin Core's creators beside it. An entry
   * of Atom that names none has those of its source, else those of its feed (RFC 4287, sections
   * 4.2.1 and 4.2.11).
   */
  List<Author> authors(LeadIn lead) {
    DCModule dublinCore = (DCModule) entry.getModule(DCModule.URI);
    List<String> names = new ArrayList<>();
    add(names, persons(entry.getAuthors()));
    if (dublinCore != null) {
      // Creators are one person each, or all of them in one.
      List<String> creators = dublinCore.getCreators();
      add(names, creators.stream());
    }
    add(names, Stream.ofNullable(entry.getAuthor()));
    List<Author> authors = merged(names);
    if (authors.isEmpty()) {
      authors = merged(List.of(lead.authors()));
    }
    if (authors.isEmpty() && isAtom()) {
      authors = merged(inherited());
    }
    return authors;
  }

  private boolean isAtom() {
    String type = feed.getFeedType();
    return type != null && type.startsWith("atom");
  }

  private List<String> inherited() {
    List<String> names = new ArrayList<>();
    if (entry.getSource() != null) {
      add(names, persons(entry.getSource().getAuthors()));
    }
    if (names.isEmpty()) {
      add(names, persons(feed.getAuthors()));
    }
    return names;
  }

  private static Stream<String> persons(List<SyndPerson> persons) {
    return persons.stream().map(SyndPerson::getName);
  }

  private static void add(List<String> names, Stream<String> more) {
    more.filter(Objects::nonNull).filter(name -> !name.isBlank()).forEach(names::add);
  }

  /** The elements of an entry tell of the same persons; two of one list may share a name. */
  private static List<Author> merged(List<String> lists) {
    List<Author> authors = new ArrayList<>();
    for (String list : lists) {
      List<Author> known = List.copyOf(authors);
      PersonNames.listed(list).stream().filter(name -> !known.contains(name)).forEach(authors::add);
    }
    return authors;
  }

  private String text(@Nullable String value, String element, int longest) {
    if (value == null) {
      return "";
    }
    return SourceText.line(
        literal.contains(element) ? HtmlText.literal(value) : HtmlText.of(value), longest);
  }
}
