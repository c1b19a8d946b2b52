package dev.offprint.text;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the commands that take arguments of their own kind, after their name. */
final class TexConstructs {
  private static final Set<String> MATHEMATICS =
      Set.of(
          "equation",
          "align",
          "gather",
          "eqnarray",
          "multline",
          "displaymath",
          "math",
          "cases",
          "array",
          "matrix",
          "pmatrix",
          "bmatrix",
          "vmatrix",
          "smallmatrix",
          "split",
          "aligned");

  /** A number, or one sign with the small ones around it. */
  private static final Pattern SIMPLE = Pattern.compile("[0-9.]*|.[\\p{M}\\p{Lm}\\p{No}₊₋⁺⁻*′]*");

  private final TexReader reader;
  private final TexCursor cursor;

  TexConstructs(TexReader reader, TexCursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  void read(TexOutput out, boolean math, String name) {
    switch (name) {
      case "frac", "tfrac", "dfrac", "cfrac", "nicefrac", "sfrac" -> fraction(out);
      case "over" -> out.append("/");
      case "binom", "tbinom", "dbinom" -> {
        String above = reader.argument(true);
        out.append("(" + above + " choose " + reader.argument(true) + ")");
      }
      case "sqrt" -> {
        String degree = cursor.option();
        out.append((degree.isEmpty() ? "" : Scripts.raised(degree)) + "√");
        out.appendMath(radicand(reader.argument(true).strip()));
      }
      case "not" -> {
        String relation = reader.argument(true).strip();
        out.relation(Normalizer.normalize(relation + "\u0338", Normalizer.Form.NFC));
      }
      case "pmod" -> out.append(" (mod " + reader.argument(true) + ")");
      case "stackrel", "overset", "underset" -> {
        String small = reader.argument(true);
        String base = reader.argument(true);
        out.appendMath(
            base + (name.equals("underset") ? Scripts.lowered(small) : Scripts.raised(small)));
      }
      case "xrightarrow", "xleftarrow" -> {
        cursor.option();
        out.relation(
            (name.equals("xrightarrow") ? "→" : "←") + Scripts.raised(reader.argument(true)));
      }
      case "textsuperscript" -> out.appendMath(Scripts.raised(reader.argument(true)));
      case "textsubscript" -> out.appendMath(Scripts.lowered(reader.argument(true)));
      case "textcircled", "tag" -> out.append("(" + reader.argument(math) + ")");
      case "SI", "ion" -> out.append(reader.argument(true) + " " + reader.argument(true));
      case "item" -> {
        String label = cursor.option();
        out.append(label.isEmpty() ? "• " : "• " + label + " ");
        cursor.skipSpaces();
      }
      default -> reference(out, math, name);
    }
  }

  private void reference(TexOutput out, boolean math, String name) {
    switch (name) {
      case "cite",
          "citep",
          "citet",
          "citeN",
          "citealp",
          "citealt",
          "citeauthor",
          "citeyear",
          "citeyearpar",
          "textcite",
          "parencite",
          "autocite" -> {
        cursor.skip(cursor.peek() == '*' ? 1 : 0);
        String note = cursor.option() + cursor.option();
        out.append(
            "[" + reader.text(cursor.rawGroup()) + (note.isEmpty() ? "" : ", " + note) + "]");
      }
      case "ref", "eqref", "cref", "Cref", "autoref" ->
          out.append("[" + reader.text(cursor.rawGroup()) + "]");
      case "href" -> {
        String address = reader.text(cursor.rawGroup()).strip();
        String text = reader.argument(math).strip();
        out.append(
            text.isEmpty() || address.endsWith(text) ? address : text + " (" + address + ")");
      }
      case "footnote", "thanks" -> out.append(" (" + reader.argument(false).strip() + ")");
      case "textcolor", "color" -> {
        cursor.option();
        cursor.rawGroup();
        out.append(name.equals("textcolor") ? reader.argument(math) : "");
      }
      case "unicode", "char" -> character(out);
      case "ding" -> ding(out);
      case "verb" -> verbatim(out);
      case "ifmmode" -> {
        String branch = TexCondition.branch(cursor, math);
        out.append(math ? reader.mathematics(branch) : reader.text(branch));
      }
      case "begin" -> begin(out);
      case "mkern", "vskip", "hskip" -> length();
      default -> {
        // label, end, hspace, phantom: nothing of them is shown.
        cursor.skip(cursor.peek() == '*' ? 1 : 0);
        cursor.rawGroup();
        out.append(name.equals("hspace") ? " " : "");
      }
    }
  }

  private void fraction(TexOutput out) {
    String above = operand(reader.argument(true));
    String below = operand(reader.argument(true));
    char left = out.last();
    char right = cursor.peek();
    boolean alone =
        !Character.isLetterOrDigit(left)
            && left != ')'
            && !Character.isLetterOrDigit(right)
            && (right == 0 || "\\({^_".indexOf(right) < 0);
    out.append(alone || reader.inScript() ? above + "/" + below : "(" + above + "/" + below + ")");
  }

  private static String radicand(String text) {
    boolean simple = SIMPLE.matcher(text).matches();
    return simple || isEnclosed(text) ? text : "(" + text + ")";
  }

  private static boolean isEnclosed(String text) {
    return text.startsWith("(") && text.indexOf(')') == text.length() - 1;
  }

  private static String operand(String text) {
    String operand = text.strip();
    boolean compound = operand.chars().anyMatch(c -> " +-−±=/·×,→<>".indexOf(c) >= 0);
    return compound && !isEnclosed(operand) ? "(" + operand + ")" : operand;
  }

  private void begin(TexOutput out) {
    String name = cursor.rawGroup();
    String environment = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    cursor.option();
    if (environment.equals("array") || environment.equals("tabular")) {
      cursor.rawGroup();
    }
    int end = MATHEMATICS.contains(environment) ? cursor.indexOf("\\end{" + name + "}") : -1;
    if (end >= 0) {
      out.append(" " + reader.mathematics(cursor.upTo(end)) + " ");
    }
  }

  private void verbatim(TexOutput out) {
    char mark = cursor.peek();
    cursor.skip(1);
    int end = cursor.indexOf(Character.toString(mark));
    if (end < 0) {
      out.append("\\verb" + mark);
      return;
    }
    out.append(cursor.upTo(end));
    cursor.skip(1);
  }

  /** A length after {@code \mkern}, such as {@code -2mu}. */
  private void length() {
    while (cursor.hasNext() && "+-.0123456789".indexOf(cursor.peek()) >= 0) {
      cursor.skip(1);
    }
    boolean unit =
        TexCursor.isAsciiLetter(cursor.peek()) && TexCursor.isAsciiLetter(cursor.peek(1));
    cursor.skip(unit ? 2 : 0);
    cursor.skipSpaces();
  }

  private void character(TexOutput out) {
    String number = cursor.rawGroup().strip();
    try {
      int code =
          number.startsWith("x")
              ? Integer.parseInt(number, 1, number.length(), 16)
              : Integer.parseInt(number);
      boolean shown =
          Character.isDefined(code)
              && !Character.isISOControl(code)
              && !(code >= 0xD800 && code <= 0xDFFF);
      out.append(shown ? Character.toString(code) : number);
    } catch (NumberFormatException e) {
      out.append(number);
    }
  }

  /** Zapf Dingbats, of which the circled digits are in use. */
  private void ding(TexOutput out) {
    String number = cursor.rawGroup();
    boolean digit =
        number.length() == 3 && number.compareTo("172") >= 0 && number.compareTo("191") <= 0;
    if (digit && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int code = Integer.parseInt(number);
      int first = code >= 182 ? 182 : 172;
      out.append("(" + (code - first + 1) + ")");
    } else {
      out.append("•");
    }
  }
}
