package dev.offprint.sources;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the page that an entry of a feed is about. A relative address is resolved against {@code
 * xml:base} (RFC 4287, section 2), else against the link of the feed, else against the address that
 * the feed was read from.
 */
final class FeedLinks {
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("www\\.[\\w-]+\\.[\\w.-]+(?:/.*)?", Pattern.CASE_INSENSITIVE);

  private final @Nullable URI base;

  /**
   * Links of the entries of one feed.
   *
   * @param address where the feed was read from; null when that is not known
   * @param channel the element that holds what the feed says of itself
   */
  FeedLinks(@Nullable URI address, Element channel) {
    URI link =
        pages(channel)
            .map(page -> resolved(address, page))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    // Atom's addresses are relative to the page itself, those of RSS to what it is about.
    boolean isAtom = channel.getName().equals("feed");
    this.base = link == null || (isAtom && address != null) ? address : link;
  }

  /** The page of an entry; null when it names none that can be linked to. */
  @Nullable URI of(Element entry) {
    URI declared = declaredBase(entry);
    return Stream.of(pages(entry), identities(entry), otherLinks(entry))
        .flatMap(pages -> pages)
        .map(page -> resolved(declared != null ? declared : base, page))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What the formats name as the page: RSS as a text, Atom as an attribute. */
  private static Stream<String> pages(Element element) {
    return Stream.concat(
        named(element, "link").map(Element::getText),
        named(element, "link")
            .filter(
                link -> {
                  String rel = link.getAttributeValue("rel");
                  return rel == null || rel.equals("alternate");
                })
            .map(link -> link.getAttributeValue("href")));
  }

  /** Ids that are addresses. A relative id names nothing but a page if it says that it does. */
  private static Stream<String> identities(Element entry) {
    Stream<String> guids =
        named(entry, "guid")
            .filter(guid -> !"false".equals(guid.getAttributeValue("isPermaLink")))
            .map(Element::getText)
            .filter(guid -> guid.contains("/"));
    Stream<String> about =
        entry.getAttributes().stream()
            .filter(attribute -> attribute.getName().equals("about"))
            .map(org.jdom2.Attribute::getValue);
    return Stream.concat(guids, about);
  }

  private static Stream<String> otherLinks(Element entry) {
    return Stream.of(
            named(entry, "origlink").map(Element::getText),
            named(entry, "url").map(Element::getText),
            named(entry, "link")
                .filter(link -> !"self".equals(link.getAttributeValue("rel")))
                .map(link -> link.getAttributeValue("href")),
            Stream.concat(named(entry, "id"), named(entry, "guid"))
                .map(Element::getText)
                .filter(id -> id.strip().startsWith("http")))
        .flatMap(links -> links);
  }

  private static Stream<Element> named(Element element, String name) {
    return element.getChildren().stream()
        .filter(child -> child.getName().toLowerCase(Locale.ROOT).equals(name));
  }

  private @Nullable URI declaredBase(Element entry) {
    try {
      URI declared = entry.getXMLBaseURI();
      if (declared == null || declared.isAbsolute()) {
        return declared;
      }
      return base == null ? null : base.resolve(declared);
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The whole address; null when it is none that can be linked to. */
  static @Nullable URI resolved(@Nullable URI base, @Nullable String address) {
    String text = address == null ? "" : address.strip();
    if (text.isEmpty() || !SourceText.isClean(text)) {
      return null;
    }
    URI whole = SourceText.webAddress(text);
    if (whole != null) {
      return whole;
    }
    if (WITHOUT_SCHEME.matcher(text).matches()) {
      return SourceText.webAddress("https://" + text);
    }
    try {
      URI relative = new URI(SourceText.encoded(text));
      if (relative.isAbsolute() || (base == null && relative.getHost() == null)) {
        return null;
      }
      URI against = base == null ? URI.create("https://host.example/") : base;
      return SourceText.webAddress(against.resolve(relative).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }
}
