package dev.offprint.groups;

import java.text.Normalizer;
import java.util.Locale;

/** What a name comes to in the address of a page. */
final class Slug {
  private Slug() {}

  /**
   * The letters and digits of a name in lower case, in whatever script, with a hyphen where others
   * stood between them: {@code Systems Reading Group} becomes {@code systems-reading-group}.
   *
   * @throws IllegalArgumentException when the name has none
   */
  static String of(String name) {
    String slug =
        Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFKD)
                    // Accents of Latin letters; in other scripts marks are part of the word.
                    .replaceAll("(?<=\\p{IsLatin})\\p{Mn}+", ""),
                Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    if (slug.isEmpty()) {
      throw new IllegalArgumentException("the name of a group needs a letter or a digit");
    }
    return slug;
  }
}
