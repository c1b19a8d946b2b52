package dev.offprint.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * Takes the tags of HTML, JATS and MathML out of a text and decodes its character entities once.
 */
final class Markup {
  private static final int LONGEST_ENTITY = 34;
  private static final int LONGEST_SCRIPT = 120;

  /** How far the end of an element is looked for, in characters. */
  private static final int REACH = 20_000;

  private final String text;
  private final StringBuilder out;

  /** Where the next comment ends, if that has been looked for. */
  private int commentEnd = -1;

  private final Map<String, Set<Tag.Shape>> seen = new HashMap<>();

  private Markup(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /**
   * The text without markup; formulas and scripts come out as TeX between {@code \(} and {@code
   * \)}. A tag counts as one only if it is paired, has attributes, or can be nothing else, so that
   * {@code a < b} and {@code <unk>} stay.
   */
  static String strip(String text) {
    return text.indexOf('<') < 0 && text.indexOf('&') < 0 ? text : new Markup(text).strip();
  }

  private String strip() {
    for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i + 1)) {
      Tag tag = Tag.at(text, i);
      if (tag != null) {
        seen.computeIfAbsent(tag.name(), name -> EnumSet.noneOf(Tag.Shape.class)).add(tag.shape());
      }
    }
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '<') {
        i = bracket(i);
      } else if (c == '&') {
        i = entity(i);
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private int bracket(int at) {
    Tag tag = Tag.at(text, at);
    if (tag == null
        || !(tag.isCertain() || isPaired(tag.name()) || (tag.name().equals("p") && at == 0))) {
      return special(at);
    }
    if (tag.shape() == Tag.Shape.OPEN && isPaired(tag.name())) {
      switch (tag.name()) {
        case "math" -> {
          int end = text.indexOf("math>", tag.end(), Math.min(text.length(), tag.end() + REACH));
          if (end >= 0) {
            end += "math>".length();
            out.append("\\(").append(MathMarkup.tex(text.substring(at, end))).append("\\)");
            return end;
          }
        }
        case "sub", "sup" -> {
          int end = scriptEnd(tag);
          if (end >= 0 && isPlain(tag.end(), end)) {
            String script = strip(text.substring(tag.end(), end));
            out.append("\\(").append(tag.name().equals("sub") ? '_' : '^').append('{');
            // Scripts within it are part of this one formula.
            out.append(script.replace("\\(", "").replace("\\)", "").strip()).append("}\\)");
            return end;
          }
        }
        case "tex-math" -> {
          // The same formula stands in MathML beside it.
          int end =
              isPaired("math")
                  ? text.indexOf("</", tag.end(), Math.min(text.length(), tag.end() + REACH))
                  : -1;
          if (end >= 0) {
            return end;
          }
        }
        default -> {}
      }
    }
    if (tag.isBlock()) {
      out.append(' ');
    }
    return tag.end();
  }

  /** Where the tag is closed that ends a script, or -1 if it is not within reach. */
  private int scriptEnd(Tag script) {
    int depth = 0;
    int limit = Math.min(text.length(), script.end() + LONGEST_SCRIPT);
    int at = text.indexOf('<', script.end(), limit);
    for (; at >= 0; at = text.indexOf('<', at + 1, limit)) {
      Tag tag = Tag.at(text, at);
      if (tag != null && tag.name().equals(script.name())) {
        depth += tag.shape() == Tag.Shape.CLOSE ? -1 : 1;
        if (depth < 0) {
          return at;
        }
      }
    }
    return -1;
  }

  private boolean isPaired(String name) {
    Set<Tag.Shape> shapes = seen.getOrDefault(name, Set.of());
    return shapes.contains(Tag.Shape.OPEN) && shapes.contains(Tag.Shape.CLOSE);
  }

  private boolean isPlain(int from, int to) {
    return text.substring(from, to).chars().noneMatch(c -> "$\\{}".indexOf(c) >= 0);
  }

  /** A comment or a CDATA section, or else the bracket itself. */
  private int special(int at) {
    if (text.startsWith("<!--", at)) {
      if (commentEnd < at) {
        int end = text.indexOf("-->", at);
        commentEnd = end < 0 ? Integer.MAX_VALUE : end;
      }
      if (commentEnd <= at + REACH) {
        return commentEnd + 3;
      }
    }
    if (text.startsWith("<![CDATA[", at)) {
      return at + "<![CDATA[".length();
    }
    out.append('<');
    return at + 1;
  }

  private int entity(int at) {
    int end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST_ENTITY));
    String name = end < 0 ? "" : text.substring(at + 1, end);
    String decoded = name.startsWith("#") ? numeric(name) : named(name);
    if (decoded.isEmpty()) {
      out.append('&');
      return at + 1;
    }
    out.append(decoded);
    return end + 1;
  }

  private static String named(String name) {
    return !name.isEmpty() && Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
  }

  private static String numeric(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    try {
      int code =
          hex
              ? Integer.parseInt(name, 2, name.length(), 16)
              : Integer.parseInt(name, 1, name.length(), 10);
      boolean valid = code > 0 && Character.isDefined(code) && (code < 0xD800 || code > 0xDFFF);
      return valid ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }
}
