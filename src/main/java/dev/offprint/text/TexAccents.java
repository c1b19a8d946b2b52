package dev.offprint.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Puts the accents of TeX on the letters of text. */
final class TexAccents {
  private final TexReader reader;
  private final TexCursor cursor;
  private final boolean tex;
  private final boolean quotesAreEscaped;

  TexAccents(TexReader reader, TexCursor cursor, boolean tex) {
    this.reader = reader;
    this.cursor = cursor;
    this.tex = tex;
    this.quotesAreEscaped = escapesQuotes(cursor.source());
  }

  boolean isAccent(char sign) {
    return mark(sign) != null;
  }

  /** Whether {@code \"} is an escaped quotation mark in this text, not an umlaut. */
  boolean quotesAreEscaped() {
    return quotesAreEscaped;
  }

  /** Reads an accent that is written as a sign; false, and nothing read, if it can be none. */
  boolean sign(TexOutput out, char sign) {
    if (sign == '"' && quotesAreEscaped) {
      cursor.skip(2);
      out.append("\"");
      return true;
    }
    String mark = mark(sign);
    char before = cursor.peek(-1);
    char next = cursor.peek(2);
    char afterNext = cursor.peek(3);
    if (mark == null || (sign == '~' && before == '/')) {
      return false;
    }
    if (next == '{' || (next == '\\' && (afterNext == 'i' || afterNext == 'j'))) {
      cursor.skip(2);
      boolean command = next == '\\';
      String base = reader.argument(false);
      out.append(
          base.isEmpty() && "~^".indexOf(sign) >= 0 ? Character.toString(sign) : on(base, mark));
      if (command && wordGoesOn("i")) {
        cursor.skipSpaces();
      }
      return true;
    }
    if (before == '{' && Character.isWhitespace(next)) {
      cursor.skip(2);
      out.append(on(reader.argument(false), mark));
      return true;
    }
    // "it\'s" and "d\'Alembert" are escaped apostrophes.
    boolean ending = next == 's' && Character.isLetter(before) && !Character.isLetter(afterNext);
    boolean elision = Character.isLowerCase(before) && Character.isUpperCase(next);
    boolean apostrophe = sign == '\'' && (ending || elision);
    String composed =
        TexCursor.isAsciiLetter(next) && !apostrophe ? on(Character.toString(next), mark) : "";
    if (composed.length() == 1 && (tex || TexEvidence.isBareAccent(cursor, sign))) {
      cursor.skip(3);
      out.append(composed);
      return true;
    }
    boolean quote = (sign == '\'' || sign == '"' || sign == '`') && Character.isLetter(next);
    if (quote || (sign == '\'' && Character.isLetter(before))) {
      cursor.skip(2);
      out.append(Character.toString(sign));
      return true;
    }
    return false;
  }

  /** Reads the rest of an accent whose name is a letter, such as {@code \v{c}}. */
  void letter(TexOutput out, boolean math, String name, String mark, char before) {
    char base = cursor.afterSpaces();
    boolean spaced =
        tex
            && !math
            && Character.isWhitespace(cursor.peek())
            && Character.isLetter(base)
            && (before == '{' || TexEvidence.takesLetter(name, mark, before, base));
    boolean dotless = cursor.peek() == '\\' && (cursor.peek(1) == 'i' || cursor.peek(1) == 'j');
    if (cursor.peek() != '{' && !spaced && !(dotless && !math)) {
      out.append(math ? name : "\\" + name);
      return;
    }
    if (cursor.peek() == '{') {
      String greek = broken(name);
      if (greek != null) {
        cursor.rawGroup();
        out.append(greek);
        return;
      }
    }
    out.append(on(reader.argument(math), mark));
  }

  /** What {@code \b{eta}} was before a program took {@code \beta} for an accent on a word. */
  private @Nullable String broken(String name) {
    StringBuilder whole = new StringBuilder(name);
    int i = 1;
    while (i < 9 && TexCursor.isAsciiLetter(cursor.peek(i))) {
      whole.append(cursor.peek(i++));
    }
    return i > 2 && cursor.peek(i) == '}' ? TexSymbols.symbol(whole.toString()) : null;
  }

  /** Whether the letters behind white space are of the word that this letter stands in. */
  boolean wordGoesOn(String shown) {
    char next = cursor.afterSpaces();
    boolean lower = Character.isLowerCase(shown.codePointBefore(shown.length()));
    return Character.isLetter(next) && !(lower && Character.isUpperCase(next));
  }

  private static String on(String base, String mark) {
    if (base.isEmpty()) {
      return "";
    }
    int first = base.codePointAt(0);
    int length = Character.charCount(first);
    String letter = first == 'ı' ? "i" : first == 'ȷ' ? "j" : base.substring(0, length);
    if (!Character.isLetter(first)) {
      return base;
    }
    return Normalizer.normalize(letter + mark, Normalizer.Form.NFC) + base.substring(length);
  }

  private static @Nullable String mark(char sign) {
    return switch (sign) {
      case '\'' -> "\u0301";
      case '`' -> "\u0300";
      case '^' -> "\u0302";
      case '"' -> "\u0308";
      case '~' -> "\u0303";
      case '=' -> "\u0304";
      case '.' -> "\u0307";
      default -> null;
    };
  }

  private static boolean escapesQuotes(String text) {
    int at = text.indexOf("\\\"");
    while (at >= 0) {
      char next = at + 2 < text.length() ? text.charAt(at + 2) : 0;
      boolean enclosed = at > 0 && text.charAt(at - 1) == '{' && text.startsWith("}", at + 4);
      if (!Character.isLetter(next) && next != '{' && next != '\\' && !enclosed) {
        return true;
      }
      at = text.indexOf("\\\"", at + 2);
    }
    return false;
  }
}
