package dev.offprint.sources;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** Reads an XML page record by record, so that only one record at a time is in memory. */
public final class XmlRecords {
  private static final int DEEPEST = 60;
  private static final XMLInputFactory FACTORY = factory();

  private final String text;
  private final Set<String> containers;
  private final Consumer<XmlElement> each;
  private @Nullable String root;

  private XmlRecords(String text, Set<String> containers, Consumer<XmlElement> each) {
    this.text = text;
    this.containers = containers;
    this.each = each;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // Without a DTD nothing expands; what would be counted are references to single characters.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.entityExpansionLimit", "0");
    return factory;
  }

  /**
   * Reads a page.
   *
   * @param text what {@link XmlText} made of it
   * @param containers the elements, by local name, that hold records; the first is the root
   * @param each takes every element that stands in a container and is none
   * @throws UnreadablePage when it is not well-formed, or its root is none of the containers
   */
  public static void read(String text, Set<String> containers, Consumer<XmlElement> each) {
    new XmlRecords(text, containers, each).read();
  }

  /** Reads a text up to the end of its root element; what follows is not looked at. */
  static XMLStreamReader reader(String text) throws XMLStreamException {
    return new RootReader(FACTORY.createXMLStreamReader(new StringReader(text)));
  }

  /** Servers put scripts and comments of their own behind what they serve. */
  private static final class RootReader extends StreamReaderDelegate {
    private int depth;
    private boolean isOver;

    RootReader(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public boolean hasNext() throws XMLStreamException {
      return !isOver && super.hasNext();
    }

    @Override
    public int next() throws XMLStreamException {
      int event = isRead() ? XMLStreamConstants.END_DOCUMENT : super.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.END_DOCUMENT -> isOver = true;
        default -> {
          // Neither opens nor closes anything.
        }
      }
      return event;
    }

    private boolean isRead() {
      return depth == 0 && super.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    @Override
    public int getEventType() {
      return isOver ? XMLStreamConstants.END_DOCUMENT : super.getEventType();
    }
  }

  private void read() {
    XMLStreamReader reader = null;
    try {
      reader = reader(text);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          start(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new UnreadablePage(explain(e));
    } finally {
      close(reader);
    }
  }

  private void start(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getLocalName();
    boolean container = containers.contains(name);
    if (root == null) {
      root = reader.getPrefix().isEmpty() ? name : reader.getPrefix() + ":" + name;
      if (!container) {
        throw new UnreadablePage(
            "it is XML, but its root element <"
                + SourceText.line(name, 40)
                + "> is not that of this format");
      }
    }
    if (!container) {
      each.accept(element(reader, 0));
    }
  }

  private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new UnreadablePage(
          "its elements are nested deeper than "
              + DEEPEST
              + " in line "
              + reader.getLocation().getLineNumber());
    }
    String name = reader.getLocalName();
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        default -> {
          // Comments and processing instructions say nothing about a paper.
        }
      }
    }
    return new XmlElement(name, Map.copyOf(attributes), List.copyOf(children), text.toString());
  }

  private String explain(XMLStreamException failure) {
    String stripped = text.stripTrailing();
    if (root != null && !stripped.endsWith("</" + root + ">")) {
      return "it breaks off in line " + stripped.lines().count();
    }
    String reason = String.valueOf(failure.getMessage()).replaceFirst("(?s)\\A.*?Message: ", "");
    return String.format(
        Locale.ROOT,
        "it is not well-formed XML in line %d: %s",
        failure.getLocation() == null ? 1 : failure.getLocation().getLineNumber(),
        SourceText.line(reason, 200));
  }

  private static void close(@Nullable XMLStreamReader reader) {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw new UnreadablePage("it could not be closed: " + e.getMessage());
    }
  }
}
