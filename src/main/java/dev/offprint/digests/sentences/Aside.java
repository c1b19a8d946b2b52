package dev.offprint.digests.sentences;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What is never shown of an abstract, since it is not about what was done. */
final class Aside {
  /** Fewer say nothing. */
  private static final int WORDS = 4;

  private static final Set<Cue> SUBSTANCE = EnumSet.of(Cue.TELLS, Cue.EVIDENCE, Cue.COMPARES);

  private static final Pattern WHERE =
      Pattern.compile(
          "(?i:\\b(?:https?://|www\\.|github\\b|avail?able\\b|releas(?:e|es|ed|ing)\\b"
              + "|open-?sourc(?:e|ed|ing)\\b|will be (?:made|shared|published)"
              + "|can be (?:found|accessed|downloaded)|accessible (?:at|via|from)\\b))");

  private static final Pattern BEGINS =
      Pattern.compile(
          "^\\W*(?i:keywords?\\b.{0,3}[:—–-]|index terms|key"
              + " words|\\(c\\)|copyright|abridged|(?:this (?:paper|article|work|manuscript)"
              + " )?(?:(?:was|is|has been|have been) )?(?:accepted|to"
              + " appear|submitted)\\b|published (?:in|by|at)\\b|project (?:page|web"
              + " ?site)|(?:homepage|website|demo|video)s?:|(?:our |the |all )?(?:source"
              + " )?codes?\\W{0,2}(?:is|are|and|will|at|online|available|:)|comments? (?:are"
              + " )?welcome|msc\\b|pacs\\b|\\d+ pages\\b|corrigendum)");

  private static final Pattern HOLDS =
      Pattern.compile(
          "(?i:\\borgani[sz]ed as follows|\\b(?:rest|remainder) of (?:this|the) (?:paper|article)|©"
              + "|\\ball rights reserved|\\b(?:Elsevier|Springer|IEEE|ACM)\\b.{0,40}\\brights\\b)");

  private Aside() {}

  /**
   * Whether a sentence only says where code lies, where the paper appears, or what it is filed
   * under.
   *
   * @param cues of the sentence
   */
  static boolean is(String sentence, Set<Cue> cues) {
    return isTooShort(sentence)
        || BEGINS.matcher(sentence).find()
        || HOLDS.matcher(sentence).find()
        || (WHERE.matcher(sentence).find() && SUBSTANCE.stream().noneMatch(cues::contains));
  }

  /** In some scripts words stand side by side, and cannot be counted. */
  private static boolean isTooShort(String sentence) {
    return sentence.split(" ", WORDS).length < WORDS
        && sentence.codePoints().noneMatch(Character::isIdeographic);
  }
}
