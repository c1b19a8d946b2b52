package dev.offprint.text;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one command, from its backslash on, and writes what it stands for. */
final class TexCommands {
  /** How the words go on that begin with Å; apart from them it is the unit. */
  private static final Pattern BEHIND_AA =
      Pattern.compile("\\s*(?:ngstr|rhus|land|lesund|berg|strand|str|(?:ke|sa|se|bo|by)\\b)");

  private final TexReader reader;
  private final TexCursor cursor;
  private final boolean tex;
  private final TexAccents accents;
  private final TexConstructs constructs;

  TexCommands(TexReader reader, TexCursor cursor, boolean tex) {
    this.reader = reader;
    this.cursor = cursor;
    this.tex = tex;
    this.accents = new TexAccents(reader, cursor, tex);
    this.constructs = new TexConstructs(reader, cursor);
  }

  boolean quotesAreEscaped() {
    return accents.quotesAreEscaped();
  }

  void read(TexOutput out, boolean math) {
    char first = cursor.peek(1);
    if (!TexCursor.isAsciiLetter(first)) {
      signs(out, math, first);
      return;
    }
    boolean drive = cursor.peek(-1) == ':' && Character.isUpperCase(cursor.peek(-2));
    char before = cursor.peek(-1);
    int start = cursor.position();
    cursor.skip(1);
    String name = cursor.letters();
    TexSymbols.Symbol symbol = TexSymbols.find(name);
    if (!math && drive && symbol == null) {
      while (cursor.hasNext() && !Character.isWhitespace(cursor.peek())) {
        cursor.skip(1);
      }
      out.append(cursor.source().substring(start, cursor.position()));
    } else if (symbol == null) {
      unknown(out, math, name, before);
    } else if (symbol.kind() == TexSymbols.SymbolClass.ACCENT) {
      accents.letter(out, math, name, symbol.shown(), before);
    } else if (!math && !tex && name.length() == 1 && !closesGroup(before)) {
      out.append("\\" + name);
    } else {
      known(out, math, name, symbol);
    }
  }

  private boolean closesGroup(char before) {
    return before == '{' || Character.isLetter(before);
  }

  private void known(TexOutput out, boolean math, String name, TexSymbols.Symbol symbol) {
    switch (symbol.kind()) {
      case SYMBOL -> {
        out.appendMath(symbol.shown());
        afterSymbol(math);
      }
      case RELATION -> {
        if (reader.inScript()) {
          symmetric(out, symbol.shown());
        } else {
          out.relation(symbol.shown());
        }
        afterSign(math, out);
      }
      case BINARY -> {
        symmetric(out, symbol.shown());
      }
      case NAME -> {
        if (name.equals("deg") && (Character.isDigit(out.last()) || !math)) {
          out.appendMath("°");
        } else {
          out.name(symbol.shown());
        }
        cursor.skipEmptyGroup();
        if (math) {
          cursor.skipSpaces();
        }
      }
      case MARK -> {
        String base = reader.argument(true);
        boolean one = !base.isBlank() && base.codePointCount(0, base.length()) == 1;
        out.appendMath(
            one ? Normalizer.normalize(base + symbol.shown(), Normalizer.Form.NFC) : base);
        endArgument(math);
      }
      case LETTER -> letter(out, symbol.shown());
      case STYLE -> style(out, name);
      case TEXT -> {
        boolean script = reader.inScript();
        boolean stillMath = math && (name.startsWith("under") || name.startsWith("over"));
        out.append(
            cursor.peek() == '{' || cursor.afterSpaces() == '{'
                ? reader.argument(stillMath)
                : script ? reader.argument(true) : "");
      }
      case BOARD -> out.appendMath(blackboard(reader.argument(true)));
      case SWITCH -> {
        cursor.skipEmptyGroup();
        cursor.skipSpaces();
      }
      case SIZE -> {
        cursor.skipSpaces();
        cursor.skip(cursor.peek() == '.' ? 1 : 0);
      }
      case SPACE -> {
        cursor.skipEmptyGroup();
        out.space();
      }
      case CONSTRUCT -> constructs.read(out, math, name);
      case ACCENT -> throw new IllegalStateException(name);
    }
  }

  /** White space after a letter belongs to its command, unless the word has ended before it. */
  private void letter(TexOutput out, String shown) {
    out.append(shown);
    boolean unit = shown.equals("Å") && !BEHIND_AA.matcher(cursor.ahead(12)).lookingAt();
    if (!cursor.skipEmptyGroup() && !unit && accents.wordGoesOn(shown)) {
      cursor.skipSpaces();
    }
  }

  /** A command as an argument has taken the white space behind it, which is the text's. */
  void endArgument(boolean math) {
    if (!math) {
      cursor.unskipSpaces();
    }
  }

  /** A sign with a space after it if the source has one before it. */
  private void symmetric(TexOutput out, String sign) {
    boolean apart = Character.isWhitespace(out.last());
    out.appendMath(sign);
    cursor.skipEmptyGroup();
    cursor.skipSpaces();
    if (apart) {
      out.space();
    }
  }

  private void style(TexOutput out, String name) {
    cursor.skip(cursor.peek() == '*' ? 1 : 0);
    if (cursor.afterSpaces() != '{') {
      cursor.skipSpaces();
      return;
    }
    String content = reader.argument(true);
    if (name.startsWith("operatorname") && !content.isBlank()) {
      out.name(content);
      cursor.skipSpaces();
    } else {
      out.appendMath(content);
    }
  }

  private void afterSymbol(boolean math) {
    if (!cursor.skipEmptyGroup() && math && Character.isLetterOrDigit(cursor.afterSpaces())) {
      cursor.skipSpaces();
    }
  }

  private void afterSign(boolean math, TexOutput out) {
    cursor.skipEmptyGroup();
    if (math || !Character.isWhitespace(out.last())) {
      cursor.skipSpaces();
    }
  }

  private static String blackboard(String letters) {
    return switch (letters) {
      case "C" -> "ℂ";
      case "H" -> "ℍ";
      case "N" -> "ℕ";
      case "P" -> "ℙ";
      case "Q" -> "ℚ";
      case "R" -> "ℝ";
      case "Z" -> "ℤ";
      default -> letters;
    };
  }

  /** A macro of the authors' own: its name is all that can be shown. */
  private void unknown(TexOutput out, boolean math, String name, char before) {
    boolean path = Character.isLetter(before) || before == ':' || before == '\\' || before == '.';
    boolean macro = cursor.peek() == '{' && (cursor.peek(1) == '}' || (name.length() > 1 && !path));
    if (!math && !macro && (path || name.length() < 2 || !tex)) {
      out.append("\\" + name);
      return;
    }
    boolean empty = cursor.skipEmptyGroup();
    if (!math && !empty && cursor.peek() == '{') {
      out.append(reader.argument(false));
      return;
    }
    if (math && name.length() > 1) {
      out.name(name);
    } else {
      out.append(name);
    }
    if (!empty && cursor.peek() == '{' && name.length() > 1) {
      out.append("(");
      out.append(reader.argument(math));
      out.append(")");
    }
  }

  private static final Set<Character> ESCAPED = Set.of('%', '_', '&', '#', '{', '}', '$');

  private void signs(TexOutput out, boolean math, char sign) {
    boolean certain = math || tex;
    if (accents.isAccent(sign) && accents.sign(out, sign)) {
      return;
    }
    cursor.skip(2);
    if (ESCAPED.contains(sign)) {
      if (math) {
        out.appendMath(Character.toString(sign));
      } else {
        out.append(Character.toString(sign));
      }
    } else if (sign == ',' || sign == ' ' || sign == '\n' || sign == '~') {
      out.space();
    } else if (sign == '(' || sign == '[') {
      enclosed(out, sign);
    } else if (sign == '-') {
      hyphen(out);
    } else if (sign == '\\' && ((certain && ends(cursor.peek())) || math)) {
      cursor.option();
      out.append(
          reader.inScript() || ",;.".indexOf(out.beforeSpaces()) >= 0 ? " " : math ? "; " : " ");
    } else if (certain && (sign == ';' || sign == ':' || sign == '>')) {
      out.space();
    } else if (certain && (sign == '!' || sign == '/')) {
      out.append("");
    } else if (sign == '@') {
      out.append(Character.isLetterOrDigit(cursor.peek()) ? "@" : certain ? "" : "\\@");
    } else if (sign == '<' && !Character.isLetter(cursor.peek())) {
      out.append("<");
    } else if (certain && sign == '|') {
      out.appendMath("‖");
    } else if (sign == 0) {
      out.append(math ? "" : "\\");
    } else if (Character.isSurrogate(sign)) {
      cursor.skip(-1);
      out.append(math ? "" : "\\");
    } else {
      out.append((certain && "()]`'\"".indexOf(sign) >= 0 ? "" : "\\") + sign);
    }
  }

  private static boolean ends(char c) {
    return c == 0 || Character.isWhitespace(c) || c == '[';
  }

  private void hyphen(TexOutput out) {
    if (out.last() == '+') {
      out.dropLast();
      out.append("±");
    } else if (!Character.isLetter(out.last()) || !Character.isLetter(cursor.peek())) {
      out.append("-");
    }
  }

  /** Mathematics between {@code \(} and {@code \)}, unless it is a regular expression. */
  private void enclosed(TexOutput out, char open) {
    int end = cursor.indexOf(open == '(' ? "\\)" : "\\]");
    String content = end < 0 ? "" : cursor.source().substring(cursor.position(), end);
    boolean regular = content.contains(".*") || content.contains(".+") || content.contains("[^");
    if (end < 0 || regular) {
      out.append((tex ? "" : "\\") + open);
      return;
    }
    cursor.upTo(end);
    cursor.skip(2);
    out.formula(reader.mathematics(content));
  }
}
