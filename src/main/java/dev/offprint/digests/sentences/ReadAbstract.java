package dev.offprint.digests.sentences;

import dev.offprint.search.EnglishText;
import dev.offprint.search.EnglishText.Token;
import dev.offprint.text.SectionLabel;
import dev.offprint.text.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A title and an abstract, read once for all readers: the sentences, their words, and how much each
 * tells. Immutable; worth keeping, since reading takes a millisecond or two.
 */
public final class ReadAbstract {
  /** Longer abstracts are texts of another kind; pairs of their sentences are many. */
  private static final int MOST_SENTENCES = 60;

  // In logits, fitted with the weights of the cues, see decision 38.
  private static final double BASE = 1.4;
  private static final double BEFORE_AUTHORS_SPEAK = -3.7;
  private static final double FIRST = -0.7;
  private static final double LAST = -1.5;
  private static final double NAMED = 0.3;
  private static final double LABELLED = 1.6;
  private static final double LABELLED_BACKGROUND = -2.0;

  private static final Set<Cue> SHOWING = EnumSet.of(Cue.EVIDENCE, Cue.COMPARES, Cue.FIGURES);

  /** What the title gives a name: {@code Foo} in {@code Foo: A Method for Bars}. */
  private static final Pattern NAME = Pattern.compile("^(\\S*\\p{Lu}\\S*)(?: v?\\d[\\d.]*)?:\\s");

  private final List<Token> titleTokens;
  private final List<ReadSentence> sentences;

  private ReadAbstract(String title, List<ReadSentence> sentences) {
    this.titleTokens = EnglishText.tokens(title);
    this.sentences = List.copyOf(sentences);
  }

  /**
   * Reads a paper.
   *
   * @param title clean and on one line, as it is shown
   * @param abstractText the same, possibly empty
   */
  public static ReadAbstract of(String title, String abstractText) {
    List<String> texts =
        Sentences.of(abstractText).stream().limit(MOST_SENTENCES).map(String::strip).toList();
    List<String> shown = texts.stream().map(SectionLabel::without).toList();
    List<EnumSet<Cue>> cues = shown.stream().map(Cue::of).toList();
    int spoken = first(cues, 0, Cue.SPEAKS);
    int announced = first(cues, Math.max(spoken, 0), Cue.TELLS);
    List<ReadSentence> sentences = new ArrayList<>();
    SectionLabel section = null;
    for (int i = 0; i < texts.size(); i++) {
      SectionLabel label = SectionLabel.of(texts.get(i));
      section = label == null ? section : label;
      double logit =
          BASE
              + ofPlace(i, texts.size(), spoken)
              + ofSection(section)
              + (isNamed(title, shown.get(i)) ? NAMED : 0)
              + cues.get(i).stream().mapToDouble(Cue::weight).sum();
      boolean aside = Aside.is(shown.get(i), cues.get(i));
      sentences.add(
          new ReadSentence(
              shown.get(i),
              aside ? 0 : 1 / (1 + Math.exp(-logit)),
              i == announced,
              i > 0 && cues.get(i).contains(Cue.DANGLES),
              cues.get(i).stream().anyMatch(SHOWING::contains)));
    }
    return new ReadAbstract(title, sentences);
  }

  /** The first sentence from a place on that has a cue, or -1. */
  private static int first(List<EnumSet<Cue>> cues, int from, Cue cue) {
    return IntStream.range(from, cues.size())
        .filter(i -> cues.get(i).contains(cue))
        .findFirst()
        .orElse(-1);
  }

  private static double ofPlace(int place, int count, int spoken) {
    return (place < spoken ? BEFORE_AUTHORS_SPEAK : 0)
        + (place == 0 ? FIRST : 0)
        + (place == count - 1 && count > 2 ? LAST : 0);
  }

  private static double ofSection(@Nullable SectionLabel section) {
    return switch (section) {
      case null -> 0;
      case BACKGROUND -> LABELLED_BACKGROUND;
      case AIM, METHOD, RESULT, CONCLUSION -> LABELLED;
    };
  }

  private static boolean isNamed(String title, String sentence) {
    Matcher name = NAME.matcher(title);
    return name.find() && sentence.contains(name.group(1));
  }

  List<Token> titleTokens() {
    return titleTokens;
  }

  List<ReadSentence> sentences() {
    return sentences;
  }
}
