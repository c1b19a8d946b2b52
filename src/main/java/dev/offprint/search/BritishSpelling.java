package dev.offprint.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Brings words in lower case from British to American spelling, so that an interest in "memorising"
 * or "tumours" finds papers of either side. What it makes of a word need not be a word: papers and
 * interests go through it alike.
 */
final class BritishSpelling extends TokenFilter {
  private static final Pattern IN_ISE =
      Pattern.compile("(?<stem>\\w{3,}?)is(?<end>ations?|e[drs]?|ers|ing)");
  // Their nouns end in -ision, with which they are to stay related.
  private static final List<String> NOUNS_IN_ISION =
      List.of("prec", "conc", "superv", "rev", "telev", "exc", "inc");
  // In this order: "centred" before "centre".
  private static final List<Map.Entry<String, String>> PARTS =
      List.of(
          Map.entry("aviour", "avior"),
          Map.entry("colour", "color"),
          Map.entry("favour", "favor"),
          Map.entry("flavour", "flavor"),
          Map.entry("labour", "labor"),
          Map.entry("neighbour", "neighbor"),
          Map.entry("tumour", "tumor"),
          Map.entry("vapour", "vapor"),
          Map.entry("centred", "centered"),
          Map.entry("centre", "center"),
          Map.entry("fibre", "fiber"),
          Map.entry("metre", "meter"),
          Map.entry("defence", "defense"),
          Map.entry("catalogue", "catalog"),
          Map.entry("dialogue", "dialog"),
          Map.entry("artefact", "artifact"),
          Map.entry("analyse", "analyze"),
          Map.entry("analysing", "analyzing"),
          Map.entry("sulph", "sulf"),
          Map.entry("aluminium", "aluminum"),
          Map.entry("haemo", "hemo"),
          Map.entry("leukaemia", "leukemia"),
          Map.entry("anaemia", "anemia"),
          Map.entry("paediatr", "pediatr"));

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  BritishSpelling(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String word = term.toString();
    String american = american(word);
    if (!american.equals(word)) {
      term.setEmpty().append(american);
    }
    return true;
  }

  public static String american(String word) {
    if (word.length() < 5) {
      return word;
    }
    if (word.indexOf("is") > 0) {
      Matcher ise = IN_ISE.matcher(word);
      if (ise.matches() && NOUNS_IN_ISION.stream().noneMatch(ise.group("stem")::endsWith)) {
        return ise.group("stem") + "iz" + ise.group("end");
      }
    }
    // Each word of each paper comes by here, and looking for one after the other is the quickest.
    for (Map.Entry<String, String> part : PARTS) {
      if (word.contains(part.getKey())) {
        return word.replace(part.getKey(), part.getValue());
      }
    }
    return word;
  }
}
