package dev.offprint.digests;

import dev.offprint.digests.MailBody.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

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

  // One piece more than there are places; the place at i stands behind the piece at i.
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

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

  /** Takes a filled template apart at the marks. */
  Skeleton(String filled) {
    int from = 0;
    for (int i = 0; i < filled.length(); i++) {
      if (isMark(filled.charAt(i))) {
        pieces.add(new Piece(filled.substring(from, i)));
        places.add(place(filled.charAt(i)));
        from = i + 1;
      }
    }
    pieces.add(new Piece(filled.substring(from)));
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
    for (int i = 0; i < places.size(); i++) {
      to.add(pieces.get(i));
      values.accept(to, places.get(i));
    }
    to.add(pieces.getLast());
  }
}
