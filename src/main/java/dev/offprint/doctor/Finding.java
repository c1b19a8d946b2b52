package dev.offprint.doctor;

import java.util.regex.Pattern;

/** What a check found. */
public sealed interface Finding {
  /** One line or a few sentences. */
  String what();

  /** All is well, or as well as can be known. */
  record Good(String what) implements Finding {}

  /**
   * It works, and somebody should look at it; or it could not be asked.
   *
   * @param remedy what to do
   */
  record Warning(String what, String remedy) implements Finding {}

  /**
   * It does not work.
   *
   * @param remedy what to do
   */
  record Fault(String what, String remedy) implements Finding {}

  /** Where sentences that say what is wrong go over to what to do. */
  Pattern REMEDY = Pattern.compile("[.:] (?=(?:Check|Set|Its certificate|If its|If it|Put|Name) )");

  /**
   * A fault of sentences, the last of which say what to do.
   *
   * @param remedy what to do when they do not
   */
  static Finding fault(String sentences, String remedy) {
    String[] parts = REMEDY.split(sentences, 2);
    return new Fault(parts[0], parts.length == 2 ? parts[1] : remedy);
  }

  /** A fault where it matters now, and else a warning. */
  static Finding matters(boolean now, String what, String remedy) {
    return now ? new Fault(what, remedy) : new Warning(what, remedy);
  }

  /** What DNS could not be asked for says nothing against it. */
  static Finding unasked(String about, String why) {
    return new Warning(
        about + " could not be asked: " + why,
        "see that this machine reaches its name server, and ask again");
  }
}
