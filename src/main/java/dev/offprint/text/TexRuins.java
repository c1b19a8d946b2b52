package dev.offprint.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts back the backslashes of TeX in a text that lost all of them, such as {@code XinR^{ntimes
 * d}}.
 *
 * <p>Only where no other reading is possible: a name that is no word in any language, before what
 * TeX wants there. {@code alpha}, {@code in} and {@code times} by themselves are words and stay.
 */
final class TexRuins {
  private static final String GREEK =
      "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi"
          + "|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega";

  /**
   * One ruin and the TeX that it was.
   *
   * @param signs one of them stands in every text that has the ruin; looking for them first is what
   *     keeps ordinary text cheap
   */
  private record Repair(Pattern ruin, String tex, List<String> signs) {
    Repair(String ruin, String tex, String... signs) {
      this(Pattern.compile(ruin), tex, List.of(signs));
    }

    String in(String text) {
      return holdsAny(text, signs) ? ruin.matcher(text).replaceAll(tex) : text;
    }
  }

  private static final List<String> HINTS =
      List.of(
          "_",
          "^",
          "mathb",
          "mathc",
          "mathr",
          "mathsf",
          "mathscr",
          "mathf",
          "textbf{",
          "textit{",
          "texttt{",
          "textsc{",
          "operatorname{",
          "boldsymbol{",
          "emph{",
          "widehat{",
          "widetilde{",
          "varepsilon",
          "varphi",
          "vartheta",
          "infty",
          "leq",
          "geq",
          "tilde ",
          "sqrt{",
          "frac{",
          "{bf ",
          "{em ",
          "{tt ",
          "{rm ",
          "{sl ",
          "{sf ",
          "{sc ",
          "teal{",
          "orange{",
          "red{",
          "blue{",
          "green{",
          "purple{",
          "cyan{",
          "magenta{",
          "brown{",
          "gray{",
          "right)",
          "right}",
          "right]",
          "scriptsize",
          "footnotesize",
          "displaystyle",
          "floor",
          "ceil",
          "subset",
          "lesssim",
          "gtrsim",
          "ldots");

  private static final List<Repair> REPAIRS =
      List.of(
          new Repair(
              "(?<![\\\\A-Za-z])(math(?:cal|bb|bf|rm|sf|frak|scr|it)|text(?:bf|it|tt|sc)|operatorname"
                  + "|boldsymbol|widetilde|widehat|emph)(?=\\{)",
              "\\\\$1",
              "{"),
          new Repair(
              "(?<![\\\\A-Za-z])(math(?:cal|bb|bf|scr)) (?=[A-Z](?![A-Za-z]))",
              "\\\\$1 ",
              "mathcal ",
              "mathbb ",
              "mathbf ",
              "mathscr "),
          new Repair(
              "(?<![\\\\A-Za-z])(sqrt(?=\\{)|frac(?=\\{[^{}]{1,80}\\}\\{))",
              "\\\\$1",
              "sqrt{",
              "frac{"),
          new Repair(
              "(?<=\\{)(bf|em|tt|rm|sl|sf|sc) (?=[A-Za-z])",
              "\\\\$1 ",
              "{bf ",
              "{em ",
              "{tt ",
              "{rm ",
              "{sl ",
              "{sf ",
              "{sc "),
          new Repair(
              "(?<![\\\\A-Za-z{])(teal|orange|red|blue|green|purple|cyan|magenta|brown|gray)(?=\\{[^{}]{1,200}\\})",
              "\\\\textcolor{$1}",
              "teal{",
              "orange{",
              "red{",
              "blue{",
              "green{",
              "purple{",
              "cyan{",
              "magenta{",
              "brown{",
              "gray{"),
          new Repair(
              "(?<![A-Za-z\\\\])(" + GREEK + ")(?=_\\{[A-Za-z0-9.,]{1,12}\\}(?![A-Za-z0-9_./]))",
              "\\\\$1",
              "_{"),
          new Repair(
              "(?<![\\\\A-Za-z])(scriptsize|footnotesize|displaystyle|scriptstyle)(?=[A-Z])",
              "\\\\$1 ",
              "scriptsize",
              "footnotesize",
              "displaystyle",
              "scriptstyle"),
          new Repair(
              "(?<![\\\\A-Za-z0-9_])ell(?=_(?:\\{|infty|[0-9A-Za-z](?![A-Za-z0-9_])))",
              "\\\\ell",
              "ell_"),
          new Repair("(?<![A-Za-z])([A-Z])inR(?=\\^)", "$1\\\\in\\\\mathbb{R}", "inR^"),
          new Repair("(?<![A-Za-z])([A-Z])subset (?=[A-Z]\\^)", "$1 \\\\subset ", "subset "),
          new Repair("(?<![A-Za-z])([a-z])to(?=infty)", "$1 \\\\to ", "toinfty"),
          new Repair("(?<=\\^[0-9])([a-z])to(?=0(?![0-9]))", " $1 \\\\to ", "to0"),
          new Repair(
              "(?<![A-Za-z])([a-z]|[A-Z]{2,4})ge(?=(?:Omega)?left\\()",
              "$1 \\\\ge ",
              "geOmegaleft(",
              "geleft("),
          new Repair("(?<![a-z\\\\])(Omega|Theta)(?=left\\()", "\\\\$1", "aleft("),
          new Repair(
              "(?<![A-Za-z\\\\])tilde (Omega|Theta)(?= ?\\()", "\\\\tilde{\\\\$1}", "tilde "),
          new Repair("(?<![A-Za-z\\\\])tilde O(?= ?\\()", "\\\\tilde{O}", "tilde O"),
          new Repair(
              "(?<!\\\\)(var(?:epsilon|phi|theta))(?![a-qs-z])",
              "\\\\$1{}",
              "varepsilon",
              "varphi",
              "vartheta"),
          new Repair("(?<![A-Za-z\\\\])(?<!_)infty(?![A-Za-z])", "\\\\infty{}", "infty"),
          new Repair("(?<=_)infty(?![A-Za-z])", "{\\\\infty}", "_infty"),
          new Repair(
              "(?<![A-Za-z\\\\_.])(leq|geq|subseteq|supseteq|lesssim|gtrsim|lfloor|rfloor|lceil|rceil"
                  + "|ldots|cdots)(?![A-Za-z_.(])",
              "\\\\$1{}",
              "eq",
              "sim",
              "floor",
              "ceil",
              "dots"),
          new Repair(
              "(?<![A-Za-z\\\\])(" + GREEK + ")(?=\\^(?:[0-9]|star(?![a-z])|\\{))", "\\\\$1", "^"),
          new Repair(
              "(?<=(?<![A-Za-z])[A-Z]_)(Phi|Psi|Omega|Theta|Lambda|Sigma)(?![A-Za-z_])",
              "{\\\\$1}",
              "_"),
          new Repair("\\^(star|top|prime|dagger)(?![A-Za-z])", "^\\\\$1", "^"));

  private static final Pattern SCRIPT = Pattern.compile("[\\^_]\\{[^{}\\\\]{2,40}+\\}");
  private static final List<Repair> IN_SCRIPTS =
      List.of(
          new Repair(
              "(" + GREEK + ")?(?<![A-Za-z])([a-zA-Z])(times|circ)(?![A-Za-z])",
              "$2\\\\$3 ",
              "times",
              "circ"),
          new Repair("(Phi|Psi)circ ", "$1 circ ", "circ"),
          new Repair(
              "(?<![A-Za-z\\\\])(times|circ|cdot|infty|star|top|" + GREEK + ")(?![A-Za-z])",
              "\\\\$1",
              ""));

  private static final Pattern GLUED_RIGHT = Pattern.compile("(?<=[\\w)}])right(?=[)}\\]])");
  private static final Pattern GLUED_LEFT = Pattern.compile("left(?=[({\\[])");

  private TexRuins() {}

  /** The text with what was certainly TeX as TeX again; the same text if there is nothing. */
  static String repair(String text) {
    if (!holdsAny(text, HINTS)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Addresses.startsAt(text, i)) {
        int end = Addresses.end(text, i);
        out.append(repairRun(text.substring(from, i))).append(text, i, end);
        from = end;
        i = Math.max(i, end - 1);
      }
    }
    return out.append(repairRun(text.substring(from))).toString();
  }

  private static boolean holdsAny(String text, List<String> signs) {
    for (String sign : signs) {
      if (text.contains(sign)) {
        return true;
      }
    }
    return false;
  }

  private static String repairRun(String text) {
    String repaired = text;
    for (Repair repair : REPAIRS) {
      repaired = repair.in(repaired);
    }
    repaired = SCRIPT.matcher(repaired).replaceAll(TexRuins::repairScript);
    if (repaired.contains("right")
        && GLUED_RIGHT.matcher(repaired).find()
        && GLUED_LEFT.matcher(repaired).find()) {
      repaired = GLUED_LEFT.matcher(repaired).replaceAll("\\\\left ");
      repaired = GLUED_RIGHT.matcher(repaired).replaceAll("\\\\right ");
    }
    return repaired;
  }

  private static String repairScript(MatchResult script) {
    String repaired = script.group();
    for (Repair repair : IN_SCRIPTS) {
      repaired = repair.in(repaired);
    }
    return java.util.regex.Matcher.quoteReplacement(repaired);
  }
}
