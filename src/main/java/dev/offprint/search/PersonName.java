package dev.offprint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * A name as people write it, made comparable.
 *
 * @param parts in lower case, without accents and points, in the order written
 */
public record PersonName(List<String> parts) {
  private static final int LONGEST = 200;
  private static final Pattern APOSTROPHE = Pattern.compile("['’ʼ`]");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  public static PersonName of(String written) {
    String name = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    char[] folded = new char[4 * name.length()];
    int length = ASCIIFoldingFilter.foldToASCII(name.toCharArray(), 0, folded, 0, name.length());
    String plain =
        APOSTROPHE.matcher(new String(folded, 0, length).toLowerCase(Locale.ROOT)).replaceAll("");
    return new PersonName(
        Stream.of(BETWEEN_PARTS.split(plain)).filter(part -> !part.isEmpty()).toList());
  }

  /** The parts that are more than an initial. */
  public List<String> fullParts() {
    return parts.stream().filter(part -> !isInitial(part)).toList();
  }

  /**
   * Whether this, as an interest writes it, can name that author: each part stands in the author's
   * name in any order, an initial standing for a part that begins with it, and at least one part is
   * the same in full. A middle initial may be missing from the author's name.
   */
  public boolean names(PersonName author) {
    List<String> left = new ArrayList<>(author.parts);
    List<String> unmatched = new ArrayList<>();
    int same = 0;
    for (String part : parts) {
      if (!left.remove(part)) {
        unmatched.add(part);
      } else if (!isInitial(part)) {
        same++;
      }
    }
    if (same == 0) {
      return false;
    }
    boolean fewer = same > 1 && left.isEmpty();
    for (String part : unmatched) {
      Optional<String> written =
          left.stream().filter(other -> abbreviates(part, other)).findFirst();
      written.ifPresent(left::remove);
      if (written.isEmpty() && !(fewer && isInitial(part))) {
        return false;
      }
    }
    return true;
  }

  private static boolean abbreviates(String one, String other) {
    return (isInitial(one) && other.startsWith(one)) || (isInitial(other) && one.startsWith(other));
  }

  private static boolean isInitial(String part) {
    return part.codePointCount(0, part.length()) == 1
        && !Character.isIdeographic(part.codePointAt(0));
  }

  @Override
  public String toString() {
    return String.join(" ", parts);
  }
}
