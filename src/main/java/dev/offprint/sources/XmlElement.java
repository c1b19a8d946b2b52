package dev.offprint.sources;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element without its namespace; the formats read here tell their elements apart by local name.
 *
 * @param name in the spelling of the page, without prefix
 * @param attributes by local name
 * @param text the character data right inside it, without that of its children
 */
public record XmlElement(
    String name, Map<String, String> attributes, List<XmlElement> children, String text) {

  public Stream<XmlElement> all(String child) {
    return children.stream().filter(element -> element.name().equalsIgnoreCase(child));
  }

  public @Nullable XmlElement child(String child) {
    return all(child).findFirst().orElse(null);
  }

  /** The text of the first such child; null when there is none or it is blank. */
  public @Nullable String textOf(String child) {
    return all(child)
        .map(XmlElement::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  public List<String> textsOf(String child) {
    return all(child).map(XmlElement::text).filter(text -> !text.isBlank()).toList();
  }

  public @Nullable String attribute(String attribute) {
    return attributes.get(attribute);
  }

  /** The values of one attribute over all such children. */
  public List<String> attributesOf(String child, String attribute) {
    return all(child)
        .map(element -> element.attribute(attribute))
        .filter(Objects::nonNull)
        .toList();
  }
}
