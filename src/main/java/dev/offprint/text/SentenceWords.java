package dev.offprint.text;

import java.util.Set;

/** The words by which {@link SentenceEnd} judges full stops. */
final class SentenceWords {
  /** Something always follows these. */
  static final Set<String> NEVER =
      of(
          """
          e.g eg i.e ie cf vs v.s viz fig figs eq eqs eqn eqns dr prof mr mrs st approx w.r.t
          s.t a.k.a ca
          """);

  /** These end a sentence only before a word that begins one. */
  static final Set<String> ABBREVIATIONS =
      of(
          """
          al resp incl excl esp sec secs sect ref refs thm thms prop lem cor def alg tab app
          ch chap vol ver ed eds pp inc ltd co corp jr sr jan feb mar apr aug sept sep oct nov
          dec dept univ govt sp spp ssp subsp suppl mt ft avg std temp conf proc intl natl
          phys lett rev math astrophys ser trans amer ann appl soc bull commun nucl instrum
          nat sci acad
          """);

  /** These end a sentence unless a number follows. */
  static final Set<String> BEFORE_NUMBERS =
      of(
          """
          No no Nos nos Nr nr p Art art
          """);

  /** Words that begin sentences, and are no names. */
  static final Set<String> BEGINNINGS =
      of(
          """
          we our the this these those that it its they their there here in to for from by with
          without within using on at as an a and but both each while when whereas although
          though since because if under through based unlike despite given during after before
          over across among however moreover furthermore additionally also thus hence
          therefore then finally first firstly second secondly third specifically notably
          importantly recent recently existing previous current currently such many most some
          several one two three experiments extensive experimental results code how what why
          which where can remarkably comprehensive understanding herein ablation further
          conversely crucially interestingly surprisingly meanwhile project does is are
          consequently nevertheless overall together instead motivated inspired building
          compared let he she all no not only more another other similarly empirically
          theoretically numerical simulations data methods
          """);

  /** Words that begin sentences where the capital was forgotten. */
  static final Set<String> SMALL_BEGINNINGS =
      of(
          """
          we our this these the it in however moreover furthermore finally here additionally
          specifically therefore experiments results
          """);

  private SentenceWords() {}

  private static Set<String> of(String words) {
    return Set.of(words.strip().split("\\s+", -1));
  }
}
