package dev.offprint.interests;

import dev.offprint.messages.Message;
import dev.offprint.papers.PaperId;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of what was pasted, without blanks around it.
 *
 * @param pieces the interests that it stands for
 * @param says what was understood, when that is not the line itself
 */
record PastedLine(List<String> pieces, Optional<Message> says) {
  private static final Pattern EMAIL =
      Pattern.compile("(?:mailto:)?<?[^\\s@<>\",:/]+@[^\\s@<>\",/]+\\.[^\\s@<>\",./]{2,}>?");
  private static final Pattern BULLET =
      Pattern.compile("^(?:[•‣◦▪·*–-]|\\d{1,2}[.)])\\s+(?=\\S*[\\p{L}\\p{N}\"])");
  private static final Pattern LABEL =
      Pattern.compile("^(?:abstract|summary)\\s*[:.—–]\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);
  // How wide an interest is meant, which somebody may write at its end.
  private static final Pattern DIAL = Pattern.compile("\\s+~\\p{L}+$");

  static PastedLine of(String written) {
    String line = BULLET.matcher(written).replaceFirst("");
    Matcher end = DIAL.matcher(line);
    String dial = end.find() ? end.group() : "";
    String text = line.substring(0, line.length() - dial.length());
    Optional<String> named = rewritten(text);
    if (named.isPresent()) {
      String kept = named.get() + dial;
      return new PastedLine(
          List.of(kept), kept.equals(line) ? Optional.empty() : Optional.of(taken(kept)));
    }
    if (text.length() > Interest.MAX_LENGTH || PastedProse.once(text).length() < text.length()) {
      return prose(text, dial);
    }
    List<String> keywords = KeywordList.of(text);
    if (keywords.size() > 1) {
      return new PastedLine(
          keywords.stream().map(word -> rewritten(word).orElse(word) + dial).toList(),
          Optional.of(Message.of("pasted.keywords", keywords.size())));
    }
    return new PastedLine(List.of(line), Optional.empty());
  }

  /** What is said when something was read as something else. */
  static Message taken(String line) {
    return line.startsWith("like:")
        ? Message.of("pasted.like", line.substring("like:".length()))
        : Message.of("pasted.as", line);
  }

  /** The paper or category whose name alone is the text. */
  private static Optional<String> rewritten(String text) {
    Optional<PaperId> paper = PaperReference.of(text);
    return paper
        .map(PaperReference::canonical)
        .or(() -> ArxivCategories.ofCode(text).map(category -> "cat:" + category.code()));
  }

  private static PastedLine prose(String text, String dial) {
    String once = PastedProse.once(text);
    String plain = LABEL.matcher(once).replaceFirst("");
    int room = Interest.MAX_LENGTH - dial.length();
    String beginning =
        plain.length() > PastedInterests.MAX_CHARACTERS
            ? plain
            : PastedProse.beginning(plain, room);
    Message says =
        beginning.length() < plain.length()
            ? Message.of("pasted.beginning", plain.length())
            : Message.of("pasted.twice");
    // What has no end of a sentence is refused for its length by whoever makes an interest of it.
    boolean changed = beginning.length() < text.length();
    return new PastedLine(
        List.of(beginning + dial), changed ? Optional.of(says) : Optional.empty());
  }

  static String withoutDial(String line) {
    return DIAL.matcher(line).replaceFirst("");
  }

  /** Why a line that is to be kept is none. */
  static Optional<Message> refusal(String line) {
    return EMAIL.matcher(withoutDial(line)).matches()
        ? Optional.of(Message.of("pasted.address"))
        : Optional.empty();
  }
}
