package dev.offprint.text;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One tag of HTML, JATS or MathML in a text.
 *
 * @param name in lower case, without a namespace prefix
 * @param end the index after its closing bracket
 */
record Tag(String name, boolean prefixed, Shape shape, boolean hasAttributes, int end) {
  private static final int LONGEST_VALUE = 2_000;

  private static final Set<String> PREFIXES = Set.of("jats", "mml", "m", "html", "xhtml", "ali");
  private static final Set<String> EMPTY = Set.of("br", "hr", "img", "wbr");
  private static final Set<String> WITHOUT_VALUE =
      Set.of(
          "allowfullscreen",
          "async",
          "controls",
          "defer",
          "hidden",
          "nowrap",
          "noshade",
          "compact");
  private static final Set<String> MATHEMATICAL =
      Set.of(
          ("mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mfenced mpadded mphantom"
                  + " menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts"
                  + " none mtable mtr mtd semantics annotation annotation-xml")
              .split(" "));
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "br",
          "hr",
          "div",
          "title",
          "sec",
          "li",
          "ul",
          "ol",
          "h1",
          "h2",
          "h3",
          "h4",
          "tr",
          "td",
          "th",
          "table",
          "list",
          "list-item",
          "abstract",
          "label",
          "disp-formula",
          "blockquote",
          "article-title");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "b",
          "i",
          "u",
          "s",
          "em",
          "strong",
          "small",
          "span",
          "sub",
          "sup",
          "tt",
          "code",
          "font",
          "cite",
          "q",
          "pre",
          "img",
          "wbr",
          "script",
          "style",
          "big",
          "center",
          "strike",
          "mark",
          "italic",
          "bold",
          "sc",
          "monospace",
          "underline",
          "roman",
          "sans-serif",
          "styled-content",
          "named-content",
          "xref",
          "ext-link",
          "uri",
          "email",
          "inline-formula",
          "alternatives",
          "tex-math",
          "fn",
          "math");

  enum Shape {
    OPEN,
    CLOSE,
    EMPTY
  }

  boolean isBlock() {
    return BLOCKS.contains(name);
  }

  /** Whether nothing else can have been meant, even if the other half of the pair is missing. */
  boolean isCertain() {
    return prefixed
        || shape == Shape.EMPTY
        || (EMPTY.contains(name) && shape == Shape.OPEN)
        || hasAttributes;
  }

  /** The tag that the angle bracket there opens, or null if it opens none. */
  static @Nullable Tag at(String text, int bracket) {
    return read(text, bracket, false);
  }

  /** As {@link #at}, of all elements of HTML, in a text that is known to be HTML. */
  static @Nullable Tag ofHtml(String text, int bracket) {
    return read(text, bracket, true);
  }

  private static @Nullable Tag read(String text, int bracket, boolean html) {
    int i = bracket + 1;
    boolean closing = i < text.length() && text.charAt(i) == '/';
    i += closing ? 1 : 0;
    int nameEnd = i;
    while (nameEnd < text.length() && isNameCharacter(text.charAt(nameEnd)) && nameEnd - i < 40) {
      nameEnd++;
    }
    String full = text.substring(i, nameEnd).toLowerCase(Locale.ROOT);
    int colon = full.indexOf(':');
    boolean prefixed = colon > 0 && PREFIXES.contains(full.substring(0, colon));
    String name = prefixed ? full.substring(colon + 1) : full;
    boolean known = prefixed || BLOCKS.contains(name) || INLINE.contains(name);
    if (name.isEmpty() || !(known || (html && isHtml(name)))) {
      return null;
    }
    int end = attributes(text, nameEnd);
    if (end < 0) {
      return null;
    }
    boolean selfClosing = text.charAt(end) == '/';
    boolean hasAttributes = text.substring(nameEnd, end).indexOf('=') >= 0;
    Shape shape = selfClosing ? Shape.EMPTY : closing ? Shape.CLOSE : Shape.OPEN;
    return new Tag(name, prefixed, shape, hasAttributes, end + (selfClosing ? 2 : 1));
  }

  private static boolean isHtml(String name) {
    return org.jsoup.parser.Tag.isKnownTag(name) || MATHEMATICAL.contains(name);
  }

  /** Where {@code >} or {@code />} stands after attributes, or -1. */
  private static int attributes(String text, int from) {
    int i = from;
    while (true) {
      int start = i;
      while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      if (i >= text.length()) {
        return -1;
      }
      if (text.charAt(i) == '>' || text.startsWith("/>", i)) {
        return i;
      }
      int nameStart = i;
      while (i < text.length() && isNameCharacter(text.charAt(i))) {
        i++;
      }
      if (i == nameStart || nameStart == start || i >= text.length()) {
        return -1;
      }
      if (text.charAt(i) != '=') {
        if (!WITHOUT_VALUE.contains(text.substring(nameStart, i).toLowerCase(Locale.ROOT))) {
          return -1;
        }
        continue;
      }
      i = value(text, i + 1);
      if (i < 0) {
        return -1;
      }
    }
  }

  private static int value(String text, int from) {
    if (from >= text.length()) {
      return -1;
    }
    char quote = text.charAt(from);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, from + 1, Math.min(text.length(), from + LONGEST_VALUE));
      return end < 0 ? -1 : end + 1;
    }
    int i = from;
    while (i < text.length() && "<>\"' \n\t".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i == from ? -1 : i;
  }

  private static boolean isNameCharacter(char c) {
    return TexCursor.isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
  }
}
