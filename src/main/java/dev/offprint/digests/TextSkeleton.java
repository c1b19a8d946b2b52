package dev.offprint.digests;

import dev.offprint.digests.MailBody.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A text template that was filled but for some places, and is laid out but for the lines that these
 * stand in, see {@link Skeleton} and {@link TextLayout}.
 */
final class TextSkeleton {
  private final List<Stretch> stretches;

  private sealed interface Stretch {
    /** Lines that are the same in each mail. */
    record Fixed(Piece lines) implements Stretch {}

    /** A line that is folded when its places are filled. */
    record Open(Skeleton line) implements Stretch {}

    /** A place that is filled with whole lines. */
    record Block(int place) implements Stretch {}
  }

  private TextSkeleton(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  /**
   * Takes a filled template apart at the marks.
   *
   * @param blocks the places that are filled with lines that are laid out already
   */
  TextSkeleton(String filled, IntPredicate blocks) {
    this(new ArrayList<>());
    StringBuilder fixed = new StringBuilder();
    TextLayout layout = new TextLayout(fixed);
    for (String line : filled.split("\\R", -1)) {
      if (line.chars().noneMatch(Skeleton::isMark)) {
        layout.add(line);
        continue;
      }
      layout.endGap();
      flush(fixed);
      String mark = line.strip();
      stretches.add(
          mark.length() == 1 && blocks.test(Skeleton.place(mark.charAt(0)))
              ? new Stretch.Block(Skeleton.place(mark.charAt(0)))
              : new Stretch.Open(new Skeleton(line)));
    }
    flush(fixed);
  }

  private void flush(StringBuilder fixed) {
    if (!fixed.isEmpty()) {
      stretches.add(new Stretch.Fixed(new Piece(fixed.toString())));
      fixed.setLength(0);
    }
  }

  /**
   * The same with some places filled, and laid out as far as can be.
   *
   * @param known null for a place that stays open
   */
  TextSkeleton with(IntFunction<@Nullable Piece> known) {
    List<Stretch> filled = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Skeleton line = stretch instanceof Stretch.Open(Skeleton open) ? open.with(known) : null;
      filled.add(
          line == null
              ? stretch
              : line.isFilled()
                  ? new Stretch.Fixed(new Piece(TextLayout.of(line.filled(place -> ""))))
                  : new Stretch.Open(line));
    }
    return new TextSkeleton(filled);
  }

  /**
   * Adds it with its places filled.
   *
   * @param values adds what a place is filled with
   */
  void fill(List<Piece> to, ObjIntConsumer<List<Piece>> values) {
    for (Stretch stretch : stretches) {
      switch (stretch) {
        case Stretch.Fixed(Piece lines) -> to.add(lines);
        case Stretch.Block(int place) -> values.accept(to, place);
        case Stretch.Open(Skeleton line) -> {
          List<Piece> filled = new ArrayList<>();
          line.fill(filled, values);
          to.add(new Piece(TextLayout.of(new MailBody(filled).toString())));
        }
      }
    }
  }
}
