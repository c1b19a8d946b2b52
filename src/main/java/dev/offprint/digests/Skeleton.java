package dev.offprint.digests;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

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
  private final List<String> pieces = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  /** What stands for a place while the template is filled. */
  static String mark(int place) {
    return String.valueOf((char) (FIRST + place));
  }

  /** Takes a filled template apart at the marks. */
  Skeleton(String filled) {
    int from = 0;
    for (int i = 0; i < filled.length(); i++) {
      char character = filled.charAt(i);
      if (character >= FIRST && character <= LAST) {
        pieces.add(filled.substring(from, i));
        places.add(character - FIRST);
        from = i + 1;
      }
    }
    pieces.add(filled.substring(from));
  }

  /** Writes it with its places filled; a place may occur several times. */
  void fill(StringBuilder to, IntFunction<CharSequence> values) {
    for (int i = 0; i < places.size(); i++) {
      to.append(pieces.get(i)).append(values.apply(places.get(i)));
    }
    to.append(pieces.getLast());
  }
}
