package dev.offprint.search;

import java.io.Reader;
import java.text.Normalizer;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/**
 * Reads raised, lowered and mathematical letters and digits as the plain ones, so that whoever
 * types {@code CO2} or {@code lp-norm} finds CO₂ and ℓₚ-norm. Without it a lowered digit would end
 * its word.
 */
final class PlainForms {
  private static final NormalizeCharMap FORMS = forms();

  private PlainForms() {}

  static Reader in(Reader text) {
    return new MappingCharFilter(FORMS, text);
  }

  private static NormalizeCharMap forms() {
    NormalizeCharMap.Builder forms = new NormalizeCharMap.Builder();
    IntStream.of(0xB2, 0xB3, 0xB9).forEach(c -> add(forms, c));
    IntStream.rangeClosed(0x1D2C, 0x1D6A).forEach(c -> add(forms, c)); // modifier letters
    IntStream.rangeClosed(0x2070, 0x209C).forEach(c -> add(forms, c)); // raised and lowered
    IntStream.rangeClosed(0x2100, 0x214F).forEach(c -> add(forms, c)); // such as ℓ and ℝ
    IntStream.rangeClosed(0x1D400, 0x1D7FF).forEach(c -> add(forms, c)); // alphabets of mathematics
    return forms.build();
  }

  private static void add(NormalizeCharMap.Builder forms, int c) {
    String form = Character.toString(c);
    String plain = Normalizer.normalize(form, Normalizer.Form.NFKC);
    boolean one = plain.codePointCount(0, plain.length()) == 1;
    if (!plain.equals(form) && one && Character.isLetterOrDigit(plain.codePointAt(0))) {
      forms.add(form, plain);
    }
  }
}
