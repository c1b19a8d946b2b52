package dev.offprint.text;

/**
 * Turns the title or abstract that a source sent into text that a person reads.
 *
 * <p>White space is folded; control characters and marks of direction go. Known tags of HTML, JATS
 * and MathML are taken away and their text stays; character entities are decoded once, so that a
 * tag which was spelled with them is a tag that the text talks about, and is shown. TeX becomes
 * Unicode: {@code $\ell_p$} is shown as ℓₚ, {@code \'e} as é, {@code --} as –. Where TeX marks were
 * lost on the way ({@code ell_p-norm}), they are put back only if nothing else can have been meant.
 *
 * <p>Text that is not TeX stays as it is: prices, paths, identifiers, regular expressions,
 * addresses of pages and people, {@code a < b}, {@code List<String>}. What is TeX but cannot be
 * turned loses its marks and keeps its letters. Only characters of the Basic Multilingual Plane are
 * put in, since fonts of mail programs lack mathematical script and bold letters and searches do
 * not find them: {@code \mathcal{O}(n)} is shown as O(n), but {@code \mathbb{R}} as ℝ.
 *
 * <p>What comes out is text, not markup: it may hold any character, and wherever it is shown it has
 * to be escaped like other text.
 *
 * <p>Applied to its own result it changes nothing, unless that result itself spells out an escape:
 * a less-than entity whose ampersand was escaped is shown as the entity, which another application
 * would decode again. So it is for what a source sent, once.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * Returns the clean text of any string, on one line, without white space at its ends; never
   * throws, and takes time in proportion to the length. The result has at most four times as many
   * UTF-16 units as {@code raw}.
   */
  public static String of(String raw) {
    return of(raw, false);
  }

  /**
   * Returns the clean name of a person or group, as {@link #of(String)} does a title, but whatever
   * could be TeX in it is TeX: no name holds paths or patterns.
   */
  public static String ofName(String raw) {
    return of(GluedCommands.parted(raw), true);
  }

  private static String of(String raw, boolean certainlyTex) {
    String text = Typography.dropUnseen(TypesettingMarks.remove(Markup.strip(raw)));
    boolean tex = certainlyTex || TexEvidence.in(text);
    if (!tex) {
      String repaired = TexRuins.repair(text);
      tex = !repaired.equals(text);
      text = repaired;
    }
    return Typography.finish(TexReader.translate(text, tex));
  }
}
