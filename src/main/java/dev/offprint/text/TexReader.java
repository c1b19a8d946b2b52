package dev.offprint.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads text with TeX in it, character by character, and writes it as Unicode. */
final class TexReader {
  /**
   * Groups within groups beyond this lose their braces and are read as part of the one around them.
   */
  private static final int DEEPEST = 40;

  private static final Pattern HARD_SPACE_FIRST = Pattern.compile("\\s*(?:~|\\\\[,;: ])");
  private static final Pattern HARD_SPACE_LAST = Pattern.compile("(?:~|\\\\[,;: ])\\s*$");

  private static final Pattern SAYS_NOTHING =
      Pattern.compile("(?:this|the) (?:https? )?(?:url|link)|here|link", Pattern.CASE_INSENSITIVE);

  private static final Pattern IS_LINK_TEXT =
      Pattern.compile("^(?:here|link|code|\\p{Lu}.{2}|https?://)|\\w \\w");

  private final TexCursor cursor;
  private final boolean tex;
  private final TexCommands commands;
  private @Nullable TexBraces braces;
  private int depth;
  private int scripts;

  /** Whether the group that was read last had a closing brace. */
  private boolean groupClosed;

  private TexReader(String source, boolean tex, int depth) {
    this.cursor = new TexCursor(source);
    this.tex = tex;
    this.depth = depth;
    this.commands = new TexCommands(this, cursor, tex);
  }

  /**
   * Translates running text.
   *
   * @param tex whether it is known to be TeX, so that doubtful marks are TeX as well
   */
  static String translate(String text, boolean tex) {
    return read(text, tex, 0, false);
  }

  /** Translates a piece of running text that was set aside. */
  String text(String source) {
    return depth >= DEEPEST ? "" : read(source, true, depth + 1, false);
  }

  /**
   * Translates the source of mathematics, without white space at its ends but what TeX asks for.
   */
  String mathematics(String source) {
    if (depth >= DEEPEST) {
      return source;
    }
    String shown = read(source, true, depth + 1, true).strip();
    String tail = source.substring(Math.max(0, source.length() - 8));
    boolean before = HARD_SPACE_FIRST.matcher(source).lookingAt();
    boolean after = HARD_SPACE_LAST.matcher(tail).find();
    return (before ? " " : "") + shown + (after ? " " : "");
  }

  private static String read(String source, boolean tex, int depth, boolean math) {
    TexReader reader = new TexReader(source, tex, depth);
    TexOutput out = new TexOutput();
    while (reader.cursor.hasNext()) {
      reader.step(out, math, false);
    }
    return out.toString();
  }

  boolean inScript() {
    return scripts > 0;
  }

  /** The translated argument that follows: a group, a command or one character. */
  String argument(boolean math) {
    cursor.skipSpaces();
    if (!cursor.hasNext() || cursor.peek() == '}' || cursor.peek() == '$') {
      return "";
    }
    if (depth >= DEEPEST) {
      return "";
    }
    if (cursor.peek() == '{') {
      return group(math);
    }
    if (cursor.peek() == '~') {
      cursor.skip(1);
      return " ";
    }
    if (cursor.peek() != '\\') {
      return cursor.codePoint();
    }
    depth++;
    TexOutput out = new TexOutput();
    commands.read(out, math);
    depth--;
    return out.toString().strip();
  }

  private String group(boolean math) {
    groupClosed = false;
    if (depth >= DEEPEST) {
      cursor.skip(1);
      return "";
    }
    depth++;
    cursor.skip(1);
    TexOutput out = new TexOutput();
    while (cursor.hasNext() && cursor.peek() != '}') {
      step(out, math, true);
    }
    groupClosed = cursor.hasNext();
    cursor.skip(1);
    depth--;
    return out.toString();
  }

  private void step(TexOutput out, boolean math, boolean inGroup) {
    char c = cursor.peek();
    switch (c) {
      case '\\' -> commands.read(out, math);
      case '{' -> brace(out, math);
      case '}' -> {
        cursor.skip(1);
        if (!math && !inGroup) {
          out.append("}");
        }
      }
      case '$' -> dollar(out, math);
      case '^', '_' -> script(out, math, c);
      case '~' -> tilde(out, math);
      case '&' -> {
        cursor.skip(1);
        out.append(math ? " " : "&");
      }
      case '\'' -> {
        cursor.skip(1);
        out.append(math ? "′" : "'");
      }
      default -> plain(out, math);
    }
  }

  private void plain(TexOutput out, boolean math) {
    int at = cursor.position();
    if (Addresses.startsAt(cursor.source(), at)) {
      String address = cursor.upTo(Addresses.end(cursor.source(), at));
      out.append(address.replace("\\", ""));
      if (cursor.peek() == '{') {
        linkText(out, address);
      }
    } else if (math && Character.isWhitespace(cursor.peek())) {
      cursor.skipSpaces();
      out.mathSpace();
    } else if (math) {
      out.appendMath(cursor.codePoint());
    } else {
      out.append(cursor.upTo(endOfProse(at)));
    }
  }

  /** What is left of the second argument of {@code \\href} when only its name was lost. */
  private void linkText(TexOutput out, String address) {
    int open = cursor.position();
    String text = group(false).strip();
    if (!groupClosed || !IS_LINK_TEXT.matcher(text).find()) {
      out.append(cursor.source().substring(open, cursor.position()));
      return;
    }
    boolean telling =
        !text.isEmpty() && !address.endsWith(text) && !SAYS_NOTHING.matcher(text).matches();
    out.append(telling ? " (" + text + ")" : "");
  }

  /** Where the run of characters that means nothing to TeX ends. */
  private int endOfProse(int start) {
    String source = cursor.source();
    int end = start + 1;
    while (end < source.length()
        && !isMark(source.charAt(end))
        && !Addresses.startsAt(source, end)) {
      end++;
    }
    return end;
  }

  /** Whether {@link #step} does anything with it but showing it. */
  private static boolean isMark(char c) {
    return switch (c) {
      case '\\', '{', '}', '$', '^', '_', '~', '&', '\'' -> true;
      default -> false;
    };
  }

  private void brace(TexOutput out, boolean math) {
    boolean empty = cursor.peek(1) == '}';
    boolean tight = cursor.peek(1) == '\\' && !commands.quotesAreEscaped();
    if (math) {
      out.appendMath(group(true));
    } else if (tight || (empty && tex)) {
      out.append(group(false));
    } else {
      int open = cursor.position();
      String shown = group(false);
      if (braces == null) {
        braces = new TexBraces(cursor.source(), tex);
      }
      boolean grouped = groupClosed && braces.onlyGroup(shown, open, cursor.position());
      out.append(grouped ? shown : "{" + shown + (groupClosed ? "}" : ""));
    }
  }

  private void dollar(TexOutput out, boolean math) {
    int at = cursor.position();
    int end = math ? -1 : MathSpan.end(cursor.source(), at);
    if (end < 0) {
      cursor.skip(1);
      out.append(math ? "" : "$");
      return;
    }
    boolean display = cursor.peek(1) == '$';
    cursor.skip(display ? 2 : 1);
    String source = cursor.upTo(end);
    cursor.skip(display ? 2 : 1);
    // "the operator $ T $associated": the space belongs to the words.
    if (Character.isWhitespace(source.charAt(0)) && Character.isLetter(out.last())) {
      out.space();
    }
    out.formula(mathematics(source));
    if (Character.isWhitespace(source.charAt(source.length() - 1))
        && (Character.isLetter(cursor.peek()) || cursor.peek() == '\\')) {
      out.space();
    }
  }

  private void tilde(TexOutput out, boolean math) {
    char before = cursor.peek(-1);
    char after = cursor.peek(1);
    cursor.skip(1);
    boolean apart = before == 0 || Character.isWhitespace(before) || "([<>=|/".indexOf(before) >= 0;
    boolean range = Character.isDigit(before) && Character.isDigit(after);
    boolean approximately = apart && (Character.isDigit(after) || Character.isWhitespace(after));
    boolean tie = !range && !approximately && !apart;
    boolean sentence = ".,)]:".indexOf(before) >= 0 && Character.isLetterOrDigit(after);
    if (math || (tie && (tex || sentence || Character.isLetterOrDigit(before)))) {
      out.append(" ");
    } else if (tex && apart && (after == '\\' || Character.isLetter(after)) && before != '/') {
      out.append(" ");
    } else {
      out.append("~");
    }
  }

  private void script(TexOutput out, boolean math, char mark) {
    if (!math && !TexScripts.follows(cursor, out, mark)) {
      cursor.skip(1);
      out.append(Character.toString(mark));
      return;
    }
    cursor.skip(1);
    if (cursor.afterSpaces() == '^' || cursor.afterSpaces() == '_') {
      return;
    }
    scripts++;
    String content = argument(true);
    scripts--;
    if (math) {
      out.dropSpaces();
    }
    String shown = mark == '^' ? Scripts.raised(content) : Scripts.lowered(content);
    // "{x^2}^3": one small number behind another would read as one number.
    boolean merges = mark == '^' && !shown.isEmpty() && TexScripts.isRaised(out.last());
    out.script(merges && TexScripts.isRaised(shown.charAt(0)) ? "^(" + content + ")" : shown);
  }
}
