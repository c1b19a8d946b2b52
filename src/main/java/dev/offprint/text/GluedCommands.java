package dev.offprint.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts commands from the names that were glued to them, as in {@code \Lukasz}. */
final class GluedCommands {
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]{2,40})");
  private static final List<String> LETTERS =
      List.of("ss", "ae", "AE", "oe", "OE", "aa", "AA", "DJ", "dj", "o", "O", "l", "L", "i");
  private static final String ACCENTS = "cvuHk";

  private GluedCommands() {}

  /** The name with {@code {\L}ukasz} for what is no command otherwise. */
  static String parted(String name) {
    return name.indexOf('\\') < 0 ? name : COMMAND.matcher(name).replaceAll(GluedCommands::part);
  }

  private static String part(MatchResult command) {
    String word = command.group(1);
    if (TexSymbols.find(word) == null) {
      for (String letter : LETTERS) {
        if (word.startsWith(letter)) {
          return Matcher.quoteReplacement("{\\" + letter + "}" + word.substring(letter.length()));
        }
      }
      if (ACCENTS.indexOf(word.charAt(0)) >= 0) {
        return Matcher.quoteReplacement(
            "\\" + word.charAt(0) + "{" + word.charAt(1) + "}" + word.substring(2));
      }
    }
    return Matcher.quoteReplacement(command.group());
  }
}
