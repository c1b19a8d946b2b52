package dev.offprint.sources;

import dev.offprint.sources.dates.FeedDays;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What ROME does not read of an entry. It stands in the entry as an element of our own, which ROME
 * hands over among those that it does not know.
 *
 * @param days when it was published; null when no date can be read
 * @param link the page that it is about; null when it names none
 * @param names further addresses, one of which may tell which work it is about
 * @param literal which of its elements say that they are text in which no character is markup (RFC
 *     4287, section 3.1.1.1)
 */
record FeedNote(
    @Nullable FeedDays days, @Nullable URI link, List<String> names, Set<String> literal) {
  private static final FeedNote NONE = new FeedNote(null, null, List.of(), Set.of());
  private static final Namespace OURS = Namespace.getNamespace("note", "urn:offprint:note");
  private static final String NAME = "note";

  /** The note as an element. */
  Element element() {
    Element element = new Element(NAME, OURS);
    if (days != null) {
      element.setAttribute("first", days.first().toString());
      element.setAttribute("last", days.last().toString());
    }
    if (link != null) {
      element.setAttribute("link", link.toString());
    }
    names.forEach(name -> element.addContent(new Element("name", OURS).setText(name)));
    literal.forEach(name -> element.addContent(new Element("literal", OURS).setText(name)));
    return element;
  }

  /** The note among the elements that ROME handed over. */
  static FeedNote in(List<Element> markup) {
    return markup.stream()
        .filter(element -> element.getNamespace().equals(OURS))
        .map(FeedNote::of)
        .findFirst()
        .orElse(NONE);
  }

  private static FeedNote of(Element element) {
    String first = element.getAttributeValue("first");
    String last = element.getAttributeValue("last");
    return new FeedNote(
        first == null || last == null
            ? null
            : new FeedDays(LocalDate.parse(first), LocalDate.parse(last)),
        SourceText.webAddress(element.getAttributeValue("link")),
        element.getChildren("name", OURS).stream().map(Element::getText).toList(),
        element.getChildren("literal", OURS).stream()
            .map(Element::getText)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** The link and the further addresses. */
  Stream<String> addresses() {
    return Stream.concat(Stream.ofNullable(link).map(URI::toString), names.stream());
  }
}
