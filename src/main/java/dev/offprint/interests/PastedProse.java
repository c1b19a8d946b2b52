package dev.offprint.interests;

import dev.offprint.search.BackgroundWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts prose together that was wrapped into lines where it was copied, such as an abstract. */
final class PastedProse {
  /** A line that was broken because it was full has at least so many characters. */
  private static final int WRAPPED = 40;

  private static final int FEW = 4;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?][)\"”’]?$");
  private static final Pattern CUT = Pattern.compile("[.!?][)\"”’]?(?=\\s)");
  private static final Pattern HYPHEN = Pattern.compile("\\p{L}{2,}-$");

  // No line that somebody means as a whole ends in one of these.
  private static final Set<String> CONNECTING =
      Set.of(
          "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "are", "of", "on",
          "or", "our", "such", "than", "that", "the", "their", "these", "this", "to", "via", "we",
          "which", "with");

  private PastedProse() {}

  /** The lines of a text, each wrapped piece of prose as one. */
  static List<String> lines(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    List<String> joined = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int end = endOfProse(lines, from);
      if (!lines.get(from).isEmpty()) {
        joined.add(lines.subList(from, end).stream().reduce(PastedProse::join).orElse(""));
      }
      from = end;
    }
    return joined;
  }

  /** Where the prose that begins in a line ends; behind that line when it is none. */
  private static int endOfProse(List<String> lines, int from) {
    int full = lines.get(from).length();
    int wrapped = 0;
    int end = from + 1;
    int sentence = from;
    int connected = from + 1;
    for (; end < lines.size() && isFull(lines.get(end - 1), full); end++) {
      String line = lines.get(end);
      if (line.isEmpty()) {
        break;
      }
      full = Math.max(full, line.length());
      wrapped += isWrapped(lines.get(end - 1), line) ? 1 : 0;
      sentence = SENTENCE_END.matcher(line).find() ? end + 1 : sentence;
      if (connected == end && isConnected(lines.get(end - 1), line)) {
        connected = end + 1;
      }
    }
    if (!startsProse(lines.get(from)) || 2 * wrapped < end - 1 - from) {
      return connected;
    }
    // Without the end of a sentence only several lines of one width are surely prose.
    boolean column = wrapped == end - 1 - from && wrapped >= 2;
    return Math.max(connected, sentence > from + 1 ? sentence : column ? end : connected);
  }

  private static boolean isFull(String line, int full) {
    return line.length() >= WRAPPED && line.length() >= 0.6 * full;
  }

  private static boolean startsProse(String line) {
    return !line.isEmpty() && !Character.isLowerCase(line.codePointAt(0));
  }

  private static boolean isWrapped(String line, String next) {
    return !SENTENCE_END.matcher(line).find() && Character.isLowerCase(next.codePointAt(0));
  }

  private static boolean isConnected(String line, String next) {
    String last = line.substring(line.lastIndexOf(' ') + 1);
    return isWrapped(line, next) && CONNECTING.contains(last);
  }

  private static String join(String text, String next) {
    if (!HYPHEN.matcher(text).find() || !Character.isLowerCase(next.codePointAt(0))) {
      return text + " " + next;
    }
    String start = text.substring(0, text.length() - 1);
    String whole = lastWord(start) + next.split("\\P{L}", 2)[0];
    boolean oneWord = BackgroundWords.shipped().frequency(whole) > 0;
    return (oneWord ? start : text) + next;
  }

  private static String lastWord(String text) {
    int end = text.length();
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  /** The text once, when it is nothing but itself twice or more. */
  static String once(String text) {
    for (int times = 2; times <= 4; times++) {
      for (String between : List.of(" ", "")) {
        int length = (text.length() - (times - 1) * between.length()) / times;
        if (length >= WRAPPED) {
          String part = text.substring(0, length);
          // One word over and over is no text that was pasted twice.
          if (List.of(part.split(" ")).stream().distinct().count() >= FEW
              && text.equals(String.join(between, Collections.nCopies(times, part)))) {
            return part;
          }
        }
      }
    }
    return text;
  }

  /**
   * The beginning of a text, to the end of a sentence.
   *
   * @return all of it when it is short enough or has no such end
   */
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return CUT.matcher(text.substring(0, most + 1))
        .results()
        .map(end -> end.end())
        .filter(end -> end >= WRAPPED && end <= most)
        .reduce((one, later) -> later)
        .map(end -> text.substring(0, end))
        .orElse(text);
  }
}
