package dev.offprint.bench;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Made-up papers as long as real ones, for measurements that need no real words. */
final class BenchTexts {
  private static final String[] WORDS =
      ("adaptive agents alignment approximate attention bayesian benchmark bounds calibrated causal"
           + " classification clusters coding complexity compressed convergence convex data"
           + " decoding deep dense diffusion distributed dynamics efficient embedding encoder"
           + " entropy equivariant estimation experts features federated fields finite gaussian"
           + " generative geometry gradient graphs hidden hierarchical images inference information"
           + " kernels language latent learning linear low-rank manifold markov matching memory"
           + " metric mixture models molecular multimodal networks neural noise optimal"
           + " optimization parallel planning policies prediction privacy probabilistic protein"
           + " quantum random rates reasoning recurrent regression representation retrieval robust"
           + " sampling scalable scaling search semantic sequence signals sparse spectral"
           + " stochastic structured supervised symmetric temporal tensors training transformers"
           + " transport uncertainty variational vision weak")
          .split(" ");
  private static final String[] NAMES =
      "Ada Emmy Grace Sofia Noor Wei Anna Ivan Kofi Lena Marta Nils Omar Priya Quinn Rosa Sven Tara"
          .split(" ");
  private static final int ABSTRACT_SENTENCES = 9;

  private final SplittableRandom random;
  private final Supplier<String> words;

  BenchTexts(SplittableRandom random) {
    this(random, () -> WORDS[random.nextInt(WORDS.length)]);
  }

  private BenchTexts(SplittableRandom random, Supplier<String> words) {
    this.random = random;
    this.words = words;
  }

  /** Texts of many words, a few of which are far more frequent than the others. */
  static BenchTexts ofManyWords(SplittableRandom random) {
    BenchVocabulary vocabulary = new BenchVocabulary(List.of(WORDS));
    return new BenchTexts(random, () -> vocabulary.word(random));
  }

  /** Papers of one day, the first ones with upvotes. */
  List<Sighting> papers(int count, LocalDate day, int voted) {
    return papers(1, count, day, voted);
  }

  /**
   * Papers of one day, the first ones with upvotes.
   *
   * @param first their numbers go on from it; no two papers of a month have the same
   */
  List<Sighting> papers(int first, int count, LocalDate day, int voted) {
    Instant seen = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Sighting> papers = new ArrayList<>();
    for (int place = 0; place < count; place++) {
      Map<Signal.Metric, Integer> votes =
          place < voted ? Map.of(Signal.Metric.UPVOTES, voted - place) : Map.of();
      papers.add(new Sighting(paper(first + place, day), List.of(), "bench", votes, seen));
    }
    return papers;
  }

  private Paper paper(int number, LocalDate day) {
    String id =
        String.format(
            Locale.ROOT, "%02d%02d.%05d", day.getYear() % 100, day.getMonthValue(), number);
    return new Paper(
        new PaperId(id),
        sentence(6, 12).replace(".", ""),
        sentences(ABSTRACT_SENTENCES),
        List.of(author(), author(), author()),
        List.of("cs.LG", "stat.ML"),
        new Paper.Links(
            URI.create("https://arxiv.org/abs/" + id),
            URI.create("https://arxiv.org/pdf/" + id),
            null),
        new Paper.Dates(day, day, null));
  }

  private Author author() {
    return new Author(NAMES[random.nextInt(NAMES.length)] + " " + capital(word()));
  }

  private String sentences(int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(each -> sentence(12, 26))
        .collect(Collectors.joining(" "));
  }

  private String sentence(int fewest, int most) {
    return capital(
        java.util.stream.IntStream.range(0, random.nextInt(fewest, most + 1))
            .mapToObj(each -> word())
            .collect(Collectors.joining(" ", "", ".")));
  }

  private String word() {
    return words.get();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
