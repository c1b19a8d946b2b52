package dev.offprint.digests.sentences;

import java.util.EnumSet;
import java.util.regex.Pattern;

/**
 * What the words of a sentence tell of its part in the abstract, and how much each counts, in
 * logits. The weights are fitted to labelled abstracts, see decision 38.
 */
enum Cue {
  /** What the authors made, looked into or found, with them or with it as the subject. */
  TELLS(
      1.2,
      "(?:" + CueWords.AUTHORS + "|" + CueWords.WORK + "|" + CueWords.PASSIVE + ")" + CueWords.DO),

  /** That the authors speak of themselves; the background ends where they first do. */
  SPEAKS(
      0.9,
      "\\b(?:[Ww]e|I|[Oo]ur)\\b|\\b(?i:this|the present) (?:\\w+ )?(?i:paper|work|article|study"
          + "|survey|review|report|note|thesis|contribution|letter|comment|book)\\b"
          + "|^(?:Here|Herein)\\b"),

  /** What shows it. */
  EVIDENCE(
      1.0,
      "(?i:\\b(?:experiments?|results?|simulations?|evaluations?|analys[ei]s|findings?"
          + "|calculations?|measurements?|comparisons?|studies|observations)\\b.{0,90}"
          + "\\b(?:show|demonstrat|reveal|indicat|confirm|suggest|validat|highlight))"),

  COMPARES(
      1.1,
      "(?i:\\b(?:outperform|surpass|exceed|improv|superior|state[- ]of[- ]the[- ]art"
          + "|compared (?:to|with)|achiev|reduc(?:es|ed|ing)|(?:better|higher|lower|faster) than"
          + "|speed-?up|gains?\\b))"),

  FIGURES(
      1.0,
      "\\d(?:\\.\\d+)?\\s?%|\\d(?:\\.\\d+)?\\s?[x×](?![\\p{L}\\d])|[±≈∼~]\\s?\\d|\\b\\d+\\.\\d+"),

  /** What was known, is wanted, or others do. */
  BACKGROUND(
      -1.0,
      "(?i:\\b(?:recently,|(?:has|have) (?:recently )?(?:been (?:widely|extensively|increasingly"
          + "|known|shown|proposed|used)|become|emerged|gained|made|achieved|shown|demonstrated"
          + "|attracted|revolutionized)\\b"
          + "|recent(?:ly)?\\b.{0,30}\\b(?:advance|progress|work|year|stud|breakthrough|success)"
          + "|play(?:s|ing)? an? \\w+ role\\b"
          + "|(?:in recent years|over the past|traditionally|widely used|well[- ]known"
          + "|crucial|essential|critical|important|fundamental|vital|ubiquitous|promising"
          + "|growing|increasing(?:ly)?|demand|often|typically|usually|generally|commonly"
          + "|rel(?:y|ies)|may|might|can lead)\\b"
          + "|(?:existing|previous|prior|current|conventional|traditional|most|many|these)"
          + " (?:\\w+ ){0,2}(?:methods?|approaches|works?|studies|models|techniques|benchmarks"
          + "|systems|solutions|research|datasets|frameworks|algorithms)\\b))"),

  /** What it may be good for one day. */
  OUTLOOK(
      -1.0,
      "(?i:\\b(?:pav\\w+ the way|opens? (?:up )?(?:new|the)"
          + "|future (?:work|research|development|stud)\\w*|insights?|potential(?:ly)?|foundation"
          + "|promis\\w+|highlight\\w*|implications?|we (?:hope|believe|aim|envision)|underscor\\w+"
          + "|inspire|facilitat\\w+|contribut\\w+ to|step (?:toward|forward)\\w*|could)\\b)"),

  /** Where things lie. */
  AVAILABLE(
      -1.6,
      "(?i:\\b(?:https?://|github\\b|publicly\\b|open-?sourc|releas|code\\b"
          + "|available (?:at|on|via|in|for)\\b))"),

  /** It leans on the sentence before it. */
  DANGLES(
      -0.3,
      "^(?i:(?:however|moreover|furthermore|additionally|also|thus|hence|therefore|consequently|instead|specifically|finally|then|next|in"
          + " (?:addition|particular|contrast)|as a result|for"
          + " (?:example|instance)|notably|besides|nevertheless|subsequently|similarly|by"
          + " contrast|conversely|meanwhile|further|more"
          + " \\w+ly|second|third|lastly|it|its|they|their|such|both|he|she|after"
          + " that|and|but|based on (?:this|these)|with (?:this|these|those)|on"
          + " this)\\b|(?:this|these|those)"
          + " (?!paper|work|article|study|survey|thesis|report|note|book|review"
          + "|letter|contribution|manuscript|research))");

  private final double weight;
  private final Pattern pattern;

  Cue(double weight, String pattern) {
    this.weight = weight;
    this.pattern = Pattern.compile(pattern);
  }

  double weight() {
    return weight;
  }

  /** All that a sentence has. */
  static EnumSet<Cue> of(String sentence) {
    EnumSet<Cue> cues = EnumSet.noneOf(Cue.class);
    for (Cue cue : values()) {
      if (cue.in(sentence)) {
        cues.add(cue);
      }
    }
    return cues;
  }

  private boolean in(String sentence) {
    return pattern.matcher(sentence).find();
  }
}
