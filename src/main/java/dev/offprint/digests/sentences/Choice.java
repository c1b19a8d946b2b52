package dev.offprint.digests.sentences;

import java.util.List;

/**
 * What it is worth to show some sentences of an abstract to a reader. A sentence that surely tells
 * something is worth 1; the rest is in proportion to that, and set by hand.
 */
final class Choice {
  /** What another sentence has to be worth. */
  private static final double COST = 0.6;

  /** It says what the paper is about. */
  private static final double ANNOUNCES = 0.5;

  private static final double DANGLES = 0.5;

  /** One says what was done and one what came of it. */
  private static final double BOTH = 0.2;

  private static final double ADJACENT = 0.1;

  /** For each character. */
  private static final double LENGTH = 0.000_5;

  /** So short that it says little more than the title. */
  private static final double SHORT = 0.4;

  private static final int SHORTEST = 60;

  /** Longer than there is room for. */
  private static final double TOO_LONG = 0.7;

  /** Something that the title does not show. */
  private static final double NEW_PIECE = 0.3;

  private static final double REPEATED_PIECE = 0.1;

  /** The reader would see nothing of what they look for. */
  private static final double NO_PIECE = 2.0;

  private static final double NEAREST = 1.0;

  private final List<ReadSentence> sentences;
  private final int room;
  private final boolean anyTells;
  private final boolean[] nearest;
  private final boolean[] inTitle;
  private final boolean[][] stands;
  private final boolean titleShowsSome;

  Choice(ReadAbstract read, Sought sought, int room) {
    this.sentences = read.sentences();
    this.room = room;
    this.anyTells = sentences.stream().anyMatch(ReadSentence::isTelling);
    int pieces = sought.pieces().size();
    this.inTitle = new boolean[pieces];
    this.nearest = new boolean[sentences.size()];
    this.stands = new boolean[sentences.size()][pieces];
    boolean some = false;
    for (int p = 0; p < pieces; p++) {
      List<String> piece = sought.pieces().get(p);
      inTitle[p] = Sought.stands(piece, read.titleTokens());
      some |= inTitle[p];
      for (int s = 0; s < sentences.size(); s++) {
        stands[s][p] = Sought.stands(piece, sentences.get(s).tokens());
      }
    }
    this.titleShowsSome = some;
    for (int s = 0; s < sentences.size(); s++) {
      nearest[s] =
          !sought.sentence().isEmpty() && sought.sentence().contains(sentences.get(s).text());
    }
  }

  /**
   * Whether it says what was done or found, or shows words that the title does not; where no
   * sentence of the abstract says so, any is better than none.
   */
  boolean isWorthwhile(int[] set) {
    boolean carries = !titleShowsSome && pieces(set) > 0;
    for (int i : set) {
      carries |= sentences.get(i).isTelling() || nearest[i];
    }
    return carries || !anyTells;
  }

  double value(int[] set) {
    double value = 0;
    int taken = 0;
    for (int i : set) {
      ReadSentence one = sentences.get(i);
      boolean follows = set.length > 1 && i == set[1] && set[0] == i - 1;
      taken += one.room();
      value += one.tells() - LENGTH * one.room();
      value += one.announces() && one.isTelling() ? ANNOUNCES : 0;
      value -= one.dangles() && !follows ? DANGLES : 0;
      value += follows ? ADJACENT : 0;
      value += nearest[i] ? NEAREST : 0;
    }
    if (set.length > 1) {
      boolean both = sentences.get(set[0]).shows() != sentences.get(set[1]).shows();
      value += (both ? BOTH : 0) - COST;
    }
    boolean unseen = inTitle.length > 0 && !titleShowsSome && pieces(set) == 0;
    value -= taken < SHORTEST ? SHORT : 0;
    return value + pieces(set) - (unseen ? NO_PIECE : 0) - (taken > room ? TOO_LONG : 0);
  }

  /** What the pieces are worth that stand in these sentences. */
  private double pieces(int[] set) {
    double value = 0;
    for (int p = 0; p < inTitle.length; p++) {
      boolean shown = false;
      for (int i : set) {
        shown |= stands[i][p];
      }
      value += !shown ? 0 : inTitle[p] ? REPEATED_PIECE : NEW_PIECE;
    }
    return value;
  }
}
