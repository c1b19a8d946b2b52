package dev.offprint.sources;

import dev.offprint.sources.dates.FeedDates;
import dev.offprint.sources.dates.FeedDays;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.jdom2.input.StAXStreamBuilder;
import org.jspecify.annotations.Nullable;

/** A feed as a tree, in which each entry gets a {@link FeedNote}. */
final class FeedTree {
  private static final Set<String> ENTRIES = Set.of("item", "entry");

  /** When an entry was published, the surest first; then when it was changed. */
  private static final List<String> DATES =
      List.of(
          "pubdate",
          "published",
          "issued",
          "date",
          "created",
          "publicationdate",
          "available",
          "onlinedate",
          "coverdate",
          "updated",
          "modified",
          "coverdisplaydate");

  /** When a feed was made. */
  private static final Set<String> BUILT =
      Set.of("pubdate", "lastbuilddate", "updated", "modified", "date");

  private static final Set<String> OTHER_ADDRESSES =
      Set.of("origlink", "url", "identifier", "guid", "id");

  private final Document document;
  private final FeedLinks links;

  private FeedTree(Document document, @Nullable URI address) {
    this.document = document;
    this.links = new FeedLinks(address, channel(document));
  }

  /**
   * Builds the tree.
   *
   * @param text what {@link XmlText} made of a page
   * @param address where the page is from; null when that is not known
   * @throws UnreadablePage when it is not well-formed or no feed
   */
  static FeedTree of(String text, @Nullable URI address) {
    // Says which line is wrong, and that it is not too deep, before anything else reads it.
    XmlRecords.read(text, Set.of("feed", "rss", "RDF", "channel"), element -> {});
    try {
      FeedTree tree = new FeedTree(new StAXStreamBuilder().build(XmlRecords.reader(text)), address);
      tree.annotate();
      return tree;
    } catch (JDOMException | XMLStreamException e) {
      throw new UnreadablePage(
          "it is XML, but cannot be read: " + SourceText.line(String.valueOf(e.getMessage()), 200));
    }
  }

  Document document() {
    return document;
  }

  /** When the feed was made: the latest of the dates that it gives for itself. */
  @Nullable Instant built() {
    return Stream.concat(
            channel(document).getChildren().stream(),
            document.getRootElement().getChildren().stream())
        .filter(element -> BUILT.contains(name(element)))
        .map(element -> FeedDates.read(element.getText()))
        .filter(Objects::nonNull)
        .map(OffsetDateTime::toInstant)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Element channel(Document document) {
    Element root = document.getRootElement();
    return root.getChildren().stream()
        .filter(element -> name(element).equals("channel"))
        .findFirst()
        .orElse(root);
  }

  private static String name(Element element) {
    return element.getName().toLowerCase(Locale.ROOT);
  }

  private void annotate() {
    Element root = document.getRootElement();
    if (root.getName().equals("rss") && root.getAttribute("version") == null) {
      root.setAttribute("version", "2.0");
    }
    List<Element> entries = new ArrayList<>();
    root.getDescendants(Filters.element()).forEach(entries::add);
    entries.removeIf(element -> !ENTRIES.contains(element.getName()));
    entries.forEach(entry -> entry.addContent(note(entry).element()));
  }

  private FeedNote note(Element entry) {
    List<String> names = new ArrayList<>();
    for (Element child : entry.getChildren()) {
      if (OTHER_ADDRESSES.contains(name(child)) && !child.getText().isBlank()) {
        names.add(child.getText().strip());
      }
    }
    entry.getAttributes().stream()
        .filter(attribute -> attribute.getName().equals("about"))
        .map(Attribute::getValue)
        .forEach(names::add);
    return new FeedNote(days(entry), links.of(entry), names, literal(entry));
  }

  /**
   * Those elements of an entry that say of themselves that they are text. Many that say nothing
   * hold HTML all the same, and are read so that either is shown as it was meant.
   */
  private static Set<String> literal(Element entry) {
    return entry.getChildren().stream()
        .filter(child -> "text".equals(child.getAttributeValue("type")))
        .map(Element::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable FeedDays days(Element entry) {
    List<FeedDays> days =
        DATES.stream()
            .flatMap(
                date ->
                    entry.getChildren().stream()
                        .filter(element -> name(element).equals(date))
                        .map(element -> FeedDates.days(element.getText()))
                        .filter(Objects::nonNull))
            .toList();
    Predicate<FeedDays> exact = FeedDays::isExact;
    Optional<FeedDays> best = days.stream().filter(exact).findFirst();
    return best.or(() -> days.stream().findFirst()).orElse(null);
  }
}
