package dev.offprint.selection;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says why there is nothing to send.
 *
 * @param candidates papers announced in the last days
 * @param matching how many of them match the interests, sent or not
 * @param trending how many of them are trending, sent or not
 * @param leftOut whether others do one or the other, but resemble papers of which less is wanted
 */
record QuietDay(LocalDate day, int candidates, int matching, int trending, boolean leftOut) {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  String why(Reader reader) {
    if (candidates == 0) {
      return "no papers were announced " + days();
    }
    List<String> reasons = new ArrayList<>();
    int wanted = reader.interests().size();
    if (wanted == 0 && reader.preferences().isNothing()) {
      return "you have no interests and want no trending papers";
    }
    if (wanted > 0) {
      String interests = count(wanted, "your interest", "your %d interests");
      reasons.add(
          matching == 0
              ? "none of the papers announced " + days() + " matches " + interests
              : count(
                      matching,
                      "the only paper announced " + days() + " that matches ",
                      "all %d papers announced " + days() + " that match ")
                  + interests
                  + count(matching, " was sent before", " were sent before"));
    }
    if (reader.preferences().content().trending()) {
      reasons.add(
          trending == 0
              ? "none of the papers announced " + days() + " has been voted for"
              : count(
                  trending,
                  "the only trending paper announced " + days() + " was sent before",
                  "all %d trending papers announced " + days() + " were sent before"));
    }
    return String.join(", and ", reasons)
        + (leftOut ? "; those that resemble papers you want less of are left out" : "");
  }

  private String days() {
    LocalDate first = DaySelector.firstDay(day);
    String pattern =
        first.getYear() != day.getYear()
            ? "d MMMM uuuu"
            : first.getMonth() != day.getMonth() ? "d MMMM" : "d";
    return "from "
        + DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(first)
        + " to "
        + FULL.format(day);
  }

  private static String count(int number, String one, String many) {
    return number == 1 ? one : String.format(Locale.ROOT, many, number);
  }
}
