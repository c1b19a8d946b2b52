package dev.offprint.text;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Writes MathML as TeX, which is then shown like any other TeX. */
final class MathMarkup {
  private static final int DEEPEST = 40;

  private MathMarkup() {}

  /** The TeX of one {@code math} element, with whatever prefix its names have. */
  static String tex(String element) {
    StringBuilder out = new StringBuilder();
    write(Jsoup.parse(element, "", Parser.xmlParser()), out, 0);
    return out.toString();
  }

  private static void write(Element element, StringBuilder out, int depth) {
    if (depth > DEEPEST) {
      out.append(escaped(element.text()));
      return;
    }
    String name = element.tagName().replaceFirst("^\\w+:", "").toLowerCase(java.util.Locale.ROOT);
    List<Element> parts = element.children();
    int expected =
        switch (name) {
          case "msup", "msub", "mfrac", "mroot", "mover", "munder" -> 2;
          case "msubsup", "munderover" -> 3;
          default -> 0;
        };
    if (expected > 0 && parts.size() != expected) {
      children(element, out, depth);
      return;
    }
    switch (name) {
      case "msup" -> joined(out, depth, "", parts.get(0), "^", parts.get(1));
      case "msub", "munder" -> joined(out, depth, "", parts.get(0), "_", parts.get(1));
      case "mover" -> over(out, depth, parts.get(0), parts.get(1));
      case "msubsup", "munderover" -> {
        joined(out, depth, "", parts.get(0), "_", parts.get(1));
        out.append('^');
        group(parts.get(2), out, depth);
      }
      case "mfrac" -> joined(out, depth, "\\frac", parts.get(0), "", parts.get(1));
      case "msqrt" -> {
        out.append("\\sqrt{");
        children(element, out, depth);
        out.append('}');
      }
      case "mroot" -> {
        out.append("\\sqrt[").append(escaped(parts.get(1).text())).append(']');
        group(parts.get(0), out, depth);
      }
      case "mspace" -> out.append("\\ ");
      case "mtr" -> {
        children(element, out, depth);
        out.append("\\\\ ");
      }
      case "annotation", "annotation-xml" -> {}
      default -> children(element, out, depth);
    }
  }

  private static void children(Element element, StringBuilder out, int depth) {
    for (Node child : element.childNodes()) {
      if (child instanceof Element inner) {
        write(inner, out, depth + 1);
      } else if (child instanceof TextNode text) {
        out.append(escaped(text.text()));
      }
    }
  }

  private static void joined(
      StringBuilder out, int depth, String command, Element first, String mark, Element second) {
    out.append(command);
    group(first, out, depth);
    out.append(mark);
    group(second, out, depth);
  }

  private static void over(StringBuilder out, int depth, Element base, Element mark) {
    String command =
        switch (mark.text().strip()) {
          case "¯", "‾", "_" -> "\\bar";
          case "^", "ˆ" -> "\\hat";
          case "~", "˜" -> "\\tilde";
          case "→" -> "\\vec";
          case "˙", "." -> "\\dot";
          default -> "";
        };
    if (command.isEmpty()) {
      joined(out, depth, "", base, "^", mark);
    } else {
      out.append(command);
      group(base, out, depth);
    }
  }

  private static void group(Element element, StringBuilder out, int depth) {
    out.append('{');
    write(element, out, depth + 1);
    out.append('}');
  }

  /** Text in which no character means anything to TeX; the invisible operators are left out. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("{}_$%#&".indexOf(c) >= 0) {
        out.append('\\');
      }
      boolean invisible = c >= '\u2061' && c <= '\u2064';
      out.append(c == '\\' ? "\\backslash " : invisible ? "" : Character.toString(c));
    }
    return out.toString();
  }
}
