package dev.offprint.sources;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Repairs what feeds get wrong and a parser would reject the whole page for: characters that XML
 * 1.0 does not allow (section 2.2), HTML's named entities, and an ampersand that begins nothing.
 * Every other reference becomes its character, because parsers count references and reject a page
 * that has many.
 */
final class XmlRepair {
  private static final String CDATA = "<![CDATA[";
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{0,40}));");

  private final String text;
  private final StringBuilder repaired;
  private final Matcher reference;

  private XmlRepair(String text) {
    this.text = text;
    this.repaired = new StringBuilder(text.length() + 64);
    this.reference = REFERENCE.matcher(text);
  }

  static String repaired(String text) {
    XmlRepair repair = new XmlRepair(text);
    repair.run();
    return repair.repaired.toString();
  }

  private void run() {
    int at = 0;
    while (at < text.length()) {
      char character = text.charAt(at);
      if (character == '<' && text.startsWith(CDATA, at)) {
        int end = text.indexOf("]]>", at);
        at = copy(at, end < 0 ? text.length() : end + 3);
      } else if (character == '&') {
        at = reference(at);
      } else {
        at = copy(at, at + Character.charCount(text.codePointAt(at)));
      }
    }
  }

  private int copy(int from, int to) {
    for (int at = from; at < to; ) {
      int character = text.codePointAt(at);
      if (allowed(character)) {
        repaired.appendCodePoint(character);
      }
      at += Character.charCount(character);
    }
    return to;
  }

  private int reference(int at) {
    reference.region(at, text.length());
    if (!reference.lookingAt()) {
      repaired.append("&amp;");
      return at + 1;
    }
    String name = reference.group(3);
    if (name != null) {
      named(name);
    } else {
      int character =
          reference.group(1) != null
              ? Integer.parseInt(reference.group(1))
              : Integer.parseInt(reference.group(2), 16);
      character(character);
    }
    return reference.end();
  }

  private void character(int character) {
    switch (character) {
      case '&' -> repaired.append("&amp;");
      case '<' -> repaired.append("&lt;");
      case '>' -> repaired.append("&gt;");
      case '"' -> repaired.append("&quot;");
      case '\'' -> repaired.append("&apos;");
      default -> {
        if (allowed(character)) {
          repaired.appendCodePoint(character);
        }
      }
    }
  }

  private void named(String name) {
    switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> repaired.append('&').append(name).append(';');
      default -> {
        String character = Parser.unescapeEntities("&" + name + ";", true);
        // One that HTML does not know either stays as it is written.
        repaired.append(
            character.startsWith("&") || character.startsWith("<")
                ? "&amp;" + name + ";"
                : character);
      }
    }
  }

  private static boolean allowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xd7ff)
        || (character >= 0xe000 && character <= 0xfffd)
        || (character >= 0x10000 && character <= 0x10ffff);
  }
}
