package dev.offprint.search;

import java.util.List;
import java.util.Locale;

/** One piece of an interest: something that stands in a paper or does not. */
public sealed interface Clause {
  /** As the subscriber wrote it, without quotes and field names. */
  String spelling();

  /**
   * A word outside quotes. A hyphened word has several stems, which must follow one another.
   *
   * @param stems at least one
   */
  record Word(String spelling, List<String> stems) implements Clause {
    /** Whether it says nothing about a subject, and so is only looked for as part of a phrase. */
    boolean isCommon() {
      return CommonWords.allCommon(stems);
    }
  }

  /**
   * Words that must follow one another.
   *
   * @param stems at least one
   * @param inTitle whether they must stand in the title
   */
  record Phrase(String spelling, List<String> stems, boolean inTitle) implements Clause {}

  /** One of the paper's authors. */
  record Author(String spelling, PersonName name) implements Clause {}

  /**
   * One of the paper's categories: {@code cs.LG}, every one that starts alike with {@code cs.*}, or
   * a whole archive with {@code cs}.
   */
  record Category(String spelling) implements Clause {
    /** How the category is written in the index; without the star. */
    public String start() {
      String code = spelling.toLowerCase(Locale.ROOT);
      return code.endsWith("*") ? code.substring(0, code.length() - 1) : code;
    }

    boolean hasStar() {
      return spelling.endsWith("*");
    }

    public boolean includes(String category) {
      String code = category.toLowerCase(Locale.ROOT);
      return hasStar()
          ? code.startsWith(start())
          : code.equals(start()) || code.startsWith(start() + ".");
    }
  }
}
