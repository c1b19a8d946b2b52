package dev.offprint.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a sentence of a structured abstract says it is, as in {@code Results: We find …}. */
public enum SectionLabel {
  /** What was known before. */
  BACKGROUND(
      "background, context, introduction, motivation, problem, problem statement, "
          + "importance, rationale"),

  /** What was wanted. */
  AIM(
      "aim, aims, objective, objectives, purpose, goal, goals, aims and objectives, "
          + "background and aims, background and objective, question, research question, "
          + "research questions, hypothesis"),

  /** How it was done. */
  METHOD(
      "method, methods, materials and methods, material and methods, methodology, "
          + "methods and materials, approach, our approach, design, study design, "
          + "setting, design and methods, procedure, procedures, data, data and methods, "
          + "data sources, experiments, experimental design, participants, main outcome "
          + "measures, methods and results, methods and analysis, patients and methods, "
          + "proposed method"),

  /** What came of it. */
  RESULT(
      "result, results, main results, key results, results and discussion, results "
          + "and conclusions, results and conclusion, finding, findings, key findings, "
          + "main findings, observations, evaluation, contribution, contributions, main "
          + "contributions, principal findings"),

  /** What follows from it. */
  CONCLUSION(
      "conclusion, conclusions, discussion, discussion and conclusions, discussion "
          + "and conclusion, interpretation, significance, implications, novelty, "
          + "conclusions and relevance, conclusion and relevance, conclusions and "
          + "significance, conclusion and significance, impact, originality, statement of "
          + "significance");

  // A label is followed by a mark, or by a capital that begins the sentence.
  private static final Pattern MARKED =
      Pattern.compile(
          "[\\[(*]{0,2}(\\p{Lu}[\\p{L} &]{2,40}?)[\\])*]{0,2}\\s*(?:[:.]|[–—-]+(?=\\s))\\s*");
  private static final Pattern CAPITALS =
      Pattern.compile("(\\p{Lu}{3,}(?: (?:&|\\p{Lu}+)){0,3})\\s+(?=\\p{Lu})");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(\\p{Lu}\\p{Ll}+(?: (?:&|and) \\p{L}+)?)\\s+(?=(?:We|The|This|In|Our|To|Here"
              + "|Using|There)\\b)");

  private static final Map<String, SectionLabel> BY_NAME =
      Arrays.stream(values())
          .flatMap(section -> section.names().map(name -> Map.entry(name, section)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String names;

  /**
   * @param names in small letters, with commas between
   */
  SectionLabel(String names) {
    this.names = names;
  }

  private Stream<String> names() {
    return Arrays.stream(names.split(", ", -1));
  }

  private record Found(SectionLabel section, int end) {}

  /** The label that a sentence begins with, or null. */
  public static @Nullable SectionLabel of(String sentence) {
    Found found = find(sentence);
    return found == null ? null : found.section;
  }

  /** Where the sentence goes on after its label; 0 without one. */
  public static int endOf(String sentence) {
    Found found = find(sentence);
    return found == null ? 0 : found.end;
  }

  /** The sentence without its label, where it can stand so. */
  public static String without(String sentence) {
    String rest = sentence.substring(endOf(sentence));
    boolean stands =
        !rest.isEmpty() && !Character.isLowerCase(rest.codePointAt(0)) && !rest.startsWith("To ");
    return stands ? rest : sentence;
  }

  private static @Nullable Found find(String sentence) {
    for (Pattern pattern : new Pattern[] {MARKED, CAPITALS, PLAIN}) {
      Matcher matcher = pattern.matcher(sentence);
      if (matcher.lookingAt()) {
        String name = matcher.group(1).toLowerCase(Locale.ROOT).replace("&", "and");
        SectionLabel section = BY_NAME.get(name);
        if (section != null) {
          return new Found(section, matcher.end());
        }
      }
    }
    return null;
  }
}
