package dev.offprint.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.meaning.OnnxSentenceModel;
import dev.offprint.meaning.SentenceModel;
import dev.offprint.papers.Paper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints what a threshold of nearness in meaning lets through, for those who look for what is there
 * and for those who look for what is not; see docs/decisions/0014.
 */
@Tag("real")
class ThresholdExperimentsTest {
  /** Names of arXiv's categories, as somebody who knows no codes would write them. */
  private static final Map<String, String> SUBJECTS =
      Map.ofEntries(
          Map.entry("cs.RO", "robotics"),
          Map.entry("cs.CV", "computer vision and pattern recognition"),
          Map.entry("cs.CR", "cryptography and security"),
          Map.entry("cs.CL", "natural language processing"),
          Map.entry("cs.SE", "software engineering"),
          Map.entry("cs.HC", "human-computer interaction"),
          Map.entry("cs.IR", "information retrieval"),
          Map.entry("cs.DC", "distributed and parallel computing"),
          Map.entry("cs.SD", "audio and speech processing"),
          Map.entry("quant-ph", "quantum physics"),
          Map.entry("astro-ph.GA", "astrophysics of galaxies"),
          Map.entry("astro-ph.CO", "cosmology"),
          Map.entry("hep-ph", "high energy physics phenomenology"),
          Map.entry("hep-th", "string theory and quantum field theory"),
          Map.entry("gr-qc", "general relativity"),
          Map.entry("math.NT", "number theory"),
          Map.entry("math.AG", "algebraic geometry"),
          Map.entry("math.CO", "combinatorics"),
          Map.entry("math.AP", "analysis of partial differential equations"),
          Map.entry("math.PR", "probability theory"),
          Map.entry("math.NA", "numerical analysis"),
          Map.entry("math.OC", "optimization and control"),
          Map.entry("stat.ME", "statistical methodology"),
          Map.entry("cond-mat.mtrl-sci", "materials science"),
          Map.entry("cond-mat.soft", "soft condensed matter"),
          Map.entry("cond-mat.supr-con", "superconductivity"),
          Map.entry("physics.flu-dyn", "fluid dynamics"),
          Map.entry("physics.optics", "optics"),
          Map.entry("eess.SP", "signal processing"),
          Map.entry("cs.DB", "databases"));

  private record Sought(String text, Predicate<Paper> relevant) {}

  @Test
  void theTableIsPrintedAndWhoLooksForWhatIsNotThereHearsLessThanOthers() {
    try (SentenceModel model =
        new RememberedVectors(
            Path.of("target/vectors"), OnnxSentenceModel.open(Path.of("target/offprint/models")))) {
      TestCollection cisi = TestCollection.cisi();
      TestCollection med = TestCollection.med();
      List<Paper> arxiv = RealPapers.arxivDay("2025-08-12");
      double answered = row("CISI", model, cisi.papers(), judged(cisi));
      double foreign = row("CISI asked by MED", model, cisi.papers(), foreign(med));
      row("MED", model, med.papers(), judged(med));
      row("MED asked by CISI", model, med.papers(), foreign(cisi));
      row("arXiv by subject", model, arxiv, subjects());
      row("arXiv asked by MED", model, arxiv, foreign(med));
      row("arXiv asked by CISI", model, arxiv, foreign(cisi));
      assertThat(foreign).isGreaterThan(answered);
    }
  }

  private static List<Sought> judged(TestCollection collection) {
    List<Sought> sought = new ArrayList<>();
    collection
        .queries()
        .forEach(
            (id, text) -> {
              Set<String> relevant = collection.relevant().getOrDefault(id, Set.of());
              sought.add(new Sought(text, paper -> relevant.contains(paper.id().value())));
            });
    return sought;
  }

  private static List<Sought> foreign(TestCollection collection) {
    return collection.queries().values().stream()
        .map(text -> new Sought(text, paper -> false))
        .toList();
  }

  private static List<Sought> subjects() {
    return new TreeMap<>(SUBJECTS)
        .entrySet().stream()
            .map(e -> new Sought(e.getValue(), paper -> paper.categories().contains(e.getKey())))
            .toList();
  }

  /** Prints a row for each threshold; gives the share of the silent at the product's. */
  private static double row(
      String name, SentenceModel model, Collection<Paper> all, List<Sought> sought) {
    List<Paper> papers = List.copyOf(all);
    PaperMeanings meanings =
        new PaperMeanings(
            papers.stream()
                .map(paper -> model.ofText(paper.shownTitle() + "\n" + paper.shownAbstract()))
                .collect(Collectors.toList()));
    System.out.println(name + ": threshold, silent, let through, precision, first five");
    double silentAtHalf = 0;
    for (int percent = 20; percent <= 70; percent += 5) {
      double threshold = percent / 100.0;
      int silent = 0;
      double through = 0;
      double precision = 0;
      double firstFive = 0;
      for (Sought each : sought) {
        float[] closeness = meanings.closeness(model.ofQuery(each.text()));
        List<Integer> near = new ArrayList<>();
        for (int place = 0; place < closeness.length; place++) {
          if (closeness[place] >= threshold) {
            near.add(place);
          }
        }
        near.sort((one, other) -> Float.compare(closeness[other], closeness[one]));
        if (near.isEmpty()) {
          silent++;
          continue;
        }
        through += near.size();
        precision += share(near, papers, each.relevant());
        firstFive += share(near.subList(0, Math.min(5, near.size())), papers, each.relevant());
      }
      int speaking = Math.max(1, sought.size() - silent);
      System.out.printf(
          "  %.2f  %.2f  %6.1f  %.2f  %.2f%n",
          threshold,
          (double) silent / sought.size(),
          through / speaking,
          precision / speaking,
          firstFive / speaking);
      silentAtHalf = percent == 50 ? (double) silent / sought.size() : silentAtHalf;
    }
    return silentAtHalf;
  }

  private static double share(List<Integer> places, List<Paper> papers, Predicate<Paper> relevant) {
    return places.stream().filter(place -> relevant.test(papers.get(place))).count()
        / (double) places.size();
  }
}
