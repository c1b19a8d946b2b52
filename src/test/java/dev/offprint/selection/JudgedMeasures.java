package dev.offprint.selection;

import dev.offprint.papers.Candidate;
import dev.offprint.search.Background;
import dev.offprint.search.EnglishText;
import dev.offprint.subscribers.Interest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How good it is what readers are shown day by day; means over interests where not said otherwise.
 *
 * @param utility T11SU of TREC's filtering track: a wanted paper counts 2, an unwanted one -1;
 *     silence is .333, all that is wanted 1
 * @param precision of the papers shown, those at least borderline
 * @param recall of the wanted papers, those shown
 * @param silence of the days with nothing even borderline, those without a mail
 * @param inVain of the mails, those without a paper that is even borderline
 * @param besideThePoint of the papers shown, those that lack the most telling word and are not even
 *     borderline
 */
record JudgedMeasures(
    double utility,
    double precision,
    double recall,
    double silence,
    double inVain,
    double besideThePoint) {

  /**
   * @param shown ids of papers, by interest
   */
  static JudgedMeasures of(JudgedSet set, Map<String, Set<String>> shown) {
    List<Double> utilities = new ArrayList<>();
    List<Double> precisions = new ArrayList<>();
    List<Double> recalls = new ArrayList<>();
    List<Boolean> silent = new ArrayList<>();
    List<Boolean> vain = new ArrayList<>();
    List<Boolean> beside = new ArrayList<>();
    for (String interest : set.interests().keySet()) {
      Set<String> papers = shown.getOrDefault(interest, Set.of());
      long wanted =
          set.papers().keySet().stream().filter(id -> set.grade(interest, id) == 2).count();
      long found = papers.stream().filter(id -> set.grade(interest, id) == 2).count();
      long bad = papers.stream().filter(id -> set.grade(interest, id) == 0).count();
      if (wanted > 0) {
        double utility = (2.0 * found - bad) / (2.0 * wanted);
        utilities.add((Math.max(utility, -0.5) + 0.5) / 1.5);
        recalls.add((double) found / wanted);
      }
      if (!papers.isEmpty()) {
        precisions.add(1 - (double) bad / papers.size());
      }
      for (LocalDate day : set.days()) {
        List<String> mail =
            papers.stream().filter(id -> JudgedSet.day(paper(set, id)).equals(day)).toList();
        boolean something =
            set.papers().entrySet().stream()
                .filter(entry -> JudgedSet.day(entry.getValue()).equals(day))
                .anyMatch(entry -> set.grade(interest, entry.getKey()) > 0);
        if (!something) {
          silent.add(mail.isEmpty());
        }
        if (!mail.isEmpty()) {
          vain.add(mail.stream().noneMatch(id -> set.grade(interest, id) > 0));
        }
      }
      Optional<String> telling = mostTelling(set.interests().get(interest).text());
      papers.forEach(
          id ->
              beside.add(
                  set.grade(interest, id) == 0
                      && telling.isPresent()
                      && !stems(paper(set, id)).contains(telling.get())));
    }
    return new JudgedMeasures(
        mean(utilities),
        mean(precisions),
        mean(recalls),
        share(silent),
        share(vain),
        share(beside));
  }

  private static Candidate paper(JudgedSet set, String id) {
    return Objects.requireNonNull(set.papers().get(id));
  }

  private static Optional<String> mostTelling(String interest) {
    return ReadInterest.of(new Interest(interest)).alternatives().stream()
        .flatMap(alternative -> alternative.stems().stream())
        .max(Comparator.comparingDouble(Background::weight));
  }

  private static List<String> stems(Candidate candidate) {
    return EnglishText.stems(PaperMeanings.text(candidate.paper()));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double share(List<Boolean> values) {
    return values.stream().mapToDouble(value -> value ? 1 : 0).average().orElse(0);
  }

  @Override
  public String toString() {
    return "T11SU %.3f, borderline or wanted %.3f, wanted that are shown %.3f, silent %.3f, in vain %.3f, beside the point %.3f"
        .formatted(utility, precision, recall, silence, inVain, besideThePoint);
  }
}
