package dev.offprint.digests.sentences;

/** Parts of the patterns of {@link Cue}. */
final class CueWords {
  /** The authors, and up to four words between them and what they do. */
  static final String AUTHORS = "\\b(?:[Ww]e|I)\\b(?:,? [a-z]+,?){0,4}? ";

  /** The work, and up to two words. */
  static final String WORK =
      "\\b(?i:this|the present|our|the) (?:\\w+ )?(?i:paper|work|article|study|survey|review|report"
          + "|note|thesis|contribution|analysis|method|approach|framework)\\b(?: [a-z]+){0,2}? ";

  static final String PASSIVE = "\\b(?:is|are|was|were|has been|have been)\\b(?: [a-z]+){0,2}? ";

  /** What authors do, by the beginnings of the verbs. */
  static final String DO =
      // They make,
      "(?:propos|present|introduc|develop|design|construct|buil[dt]|formulat|creat|describ|giv"
          + "|provid|extend|implement|train|combin|defin|generali[sz]|devis|employ|us(?:e|es|ing)\\b"
          + "|utili[sz]|leverag|appl(?:y|ies|ied)|adopt|integrat|incorporat|offer|unif|produc"
          + "|contribut|establish|curat|collect|fine-tun|coin"
          // they find,
          + "|show|find|found|prov(?:e|es|ed|en)\\b|demonstrat|reveal|observ|identif|discover"
          + "|confirm|conclud|obtain|achiev|deriv|verif|argu|measur|detect|estimat|determin|report"
          + "|validat|predict|recover|rank|uncover|characteri[sz]"
          // and they look into things.
          + "|investigat|stud(?:y|ies|ied)|analy[sz]|examin|explor|consider|evaluat|compar|assess"
          + "|test|review|discuss|address|calculat|comput|simulat|model|benchmark|conduct|perform"
          + "|quantif|summari[sz]|survey|revisit|tackl)";

  private CueWords() {}
}
