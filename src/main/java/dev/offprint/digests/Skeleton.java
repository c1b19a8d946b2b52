package dev.offprint.digests;

import dev.offprint.digests.MailBody.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A template that was filled but for some places, which are filled anew for each mail; so the
 * template engine works once for what thousands of mails have in common.
 *
 * <p>A place is marked by one private-use character (The Unicode Standard, section 23.5). Text of
 * others holds none, see {@link OneLine}.
 */
final class Skeleton {
  private static final char FIRST = '\uE000';
  private static final char LAST = '\uF8FF';

  private final List<Part> parts;

  private sealed interface Part {
    /** What is the same in each mail. */
    record Fixed(Piece piece) implements Part {}

    /** What is filled in. */
    record Open(int place) implements Part {}
  }

  /** What stands for a place while the template is filled. */
  static String mark(int place) {
    return String.valueOf((char) (FIRST + place));
  }

  static boolean isMark(int character) {
    return character >= FIRST && character <= LAST;
  }

  static int place(char mark) {
    return mark - FIRST;
  }

  private Skeleton(List<Part> parts) {
    this.parts = parts;
  }

  /** Takes a filled template apart at the marks. */
  Skeleton(String filled) {
    this(new ArrayList<>());
    int from = 0;
    for (int i = 0; i < filled.length(); i++) {
      if (isMark(filled.charAt(i))) {
        parts.add(new Part.Fixed(new Piece(filled.substring(from, i))));
        parts.add(new Part.Open(place(filled.charAt(i))));
        from = i + 1;
      }
    }
    parts.add(new Part.Fixed(new Piece(filled.substring(from))));
  }

  /**
   * The same with some places filled; the pieces between are shared.
   *
   * @param known null for a place that stays open
   */
  Skeleton with(IntFunction<@Nullable Piece> known) {
    List<Part> filled = new ArrayList<>();
    for (Part part : parts) {
      Piece piece = part instanceof Part.Open(int place) ? known.apply(place) : null;
      filled.add(piece == null ? part : new Part.Fixed(piece));
    }
    return new Skeleton(filled);
  }

  boolean isFilled() {
    return parts.stream().allMatch(Part.Fixed.class::isInstance);
  }

  /** The whole text with its places filled. */
  String filled(IntFunction<String> values) {
    List<Piece> to = new ArrayList<>();
    fill(to, (each, place) -> each.add(new Piece(values.apply(place))));
    return new MailBody(to).toString();
  }

  /**
   * Adds it with its places filled; a place may occur several times.
   *
   * @param values adds what a place is filled with
   */
  void fill(List<Piece> to, ObjIntConsumer<List<Piece>> values) {
    for (Part part : parts) {
      switch (part) {
        case Part.Fixed(Piece piece) -> to.add(piece);
        case Part.Open(int place) -> values.accept(to, place);
      }
    }
  }
}
