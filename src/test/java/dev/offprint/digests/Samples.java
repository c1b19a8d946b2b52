package dev.offprint.digests;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Popularity;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Timing;
import dev.offprint.templates.Templates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Known papers with summaries in our own words, and editions of them. */
final class Samples {
  static final LocalDate DAY = LocalDate.of(2025, 5, 27);
  static final Imprint IMPRINT =
      new Imprint("Papers at the Lab", "librarian@lab.example", "1 Example Street, Oslo", false);

  static final SubscriberLinks LINKS =
      new SubscriberLinks(
          URI.create("https://papers.example.org/edition/w8RmT2nKq5ZxV1cJ4uYd9Q"),
          URI.create("https://papers.example.org/preferences/hT3kQ9vXw2LrZ8mB5nYc7A"),
          URI.create("https://papers.example.org/pause/hT3kQ9vXw2LrZ8mB5nYc7A"),
          URI.create("https://papers.example.org/weekly/hT3kQ9vXw2LrZ8mB5nYc7A"),
          URI.create("https://papers.example.org/unsubscribe/pJ6sD1fGq4WtE0uR9oNxVg"),
          URI.create("https://papers.example.org/more/AAAAAAAABNKmC3vLq8Wt5RzE1uXo7YkH"),
          URI.create("https://papers.example.org/less/AAAAAAAABNKmC3vLq8Wt5RzE1uXo7YkH"));

  static final Paper ATTENTION =
      paper(
          "1706.03762",
          "Attention Is All You Need",
          "Models that turn one sequence into another have leaned on recurrence or convolution,"
              + " with attention added on top. The Transformer keeps the attention and drops the"
              + " rest. It reads a whole sentence at once, so that it trains in parallel and in"
              + " days instead of weeks. On English to German and English to French translation it"
              + " does better than every earlier single model and most ensembles. It also carries"
              + " over to parsing English sentences.",
          List.of(
              "Ashish Vaswani",
              "Noam Shazeer",
              "Niki Parmar",
              "Jakob Uszkoreit",
              "Llion Jones",
              "Aidan N. Gomez",
              "Lukasz Kaiser",
              "Illia Polosukhin"),
          List.of("cs.CL", "cs.LG"),
          "https://github.com/tensorflow/tensor2tensor");

  static final Paper OUTRAGEOUSLY =
      paper(
          "1701.06538",
          "Outrageously Large Neural Networks: The Sparsely-Gated Mixture-of-Experts Layer",
          "A gate chooses a few experts out of thousands for each example, so that a network can"
              + " hold many times more parameters at little more work for each input. With such"
              + " layers between LSTMs, language modelling and translation improve at a lower cost."
              + " The paper also says how to keep the experts evenly busy, and how to spread them"
              + " over many machines.",
          List.of(
              "Noam Shazeer",
              "Azalia Mirhoseini",
              "Krzysztof Maziarz",
              "Andy Davis",
              "Quoc Le",
              "Geoffrey Hinton",
              "Jeff Dean"),
          List.of("cs.LG", "cs.CL", "cs.NE", "stat.ML"),
          null);

  static final Paper RESIDUAL =
      paper(
          "1512.03385",
          "Deep Residual Learning for Image Recognition",
          "Very deep networks are hard to train: past some depth even the training error rises."
              + " Here each group of layers learns what to add to its input, and the input is"
              + " passed on unchanged beside it. Networks of 152 layers then train well, and an"
              + " ensemble of them won the ImageNet classification of 2015.",
          List.of("Kaiming He", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"),
          List.of("cs.CV"),
          "https://github.com/KaimingHe/deep-residual-networks");

  static final Paper DIFFUSION =
      paper(
          "2006.11239",
          "Denoising Diffusion Probabilistic Models",
          "Images are made by undoing noise step by step. A network learns to predict the noise"
              + " that was added, which a weighted variational bound turns out to allow, and the"
              + " samples rival those of adversarial networks.",
          List.of("Jonathan Ho", "Ajay Jain", "Pieter Abbeel"),
          List.of("cs.LG", "stat.ML"),
          "https://github.com/hojonathanho/diffusion");

  static final Paper ADAM =
      paper(
          "1412.6980",
          "Adam: A Method for Stochastic Optimization",
          "A first-order method that keeps running means of the gradient and of its square, and"
              + " scales each parameter's step by them. It needs little memory, suits noisy and"
              + " sparse gradients, and its settings seldom need tuning.",
          List.of("Diederik P. Kingma", "Jimmy Ba"),
          List.of("cs.LG"),
          null);

  static final Paper HIGGS =
      paper(
          "1207.7214",
          "Observation of a new particle in the search for the Standard Model Higgs boson with the"
              + " ATLAS detector at the LHC",
          "Collisions recorded in 2011 and 2012 show an excess near 126 GeV in decays to two"
              + " photons and to four leptons. Chance alone would do this about once in 600 million"
              + " trials, and the new neutral boson behaves as the Higgs boson of the Standard"
              + " Model should.",
          Collections.nCopies(2_932, "G. Aad"),
          List.of("hep-ex"),
          null);

  private Samples() {}

  static Templates templates() {
    return new Templates(Path.of("templates"));
  }

  static Paper paper(
      String id,
      String title,
      String abstractText,
      List<String> authors,
      List<String> categories,
      @Nullable String code) {
    return new Paper(
        new PaperId(id),
        title,
        abstractText,
        authors.stream().map(Author::new).toList(),
        categories,
        new Paper.Links(
            URI.create("https://arxiv.org/abs/" + id),
            URI.create("https://arxiv.org/pdf/" + id),
            code == null ? null : URI.create(code)),
        new Paper.Dates(DAY.minusDays(3), DAY.minusDays(3), null));
  }

  static Paper titled(String title) {
    return paper("2505.00001", title, "An abstract.", List.of("Ada Lovelace"), List.of(), null);
  }

  static ChosenPaper chosen(Paper paper, Reason reason) {
    return new ChosenPaper(paper, Popularity.NONE, reason);
  }

  static ChosenPaper matched(Paper paper, String interest, String... words) {
    return new ChosenPaper(
        paper, Popularity.NONE, new Reason.Matched(new Interest(interest), List.of(words)));
  }

  static ChosenPaper trending(Paper paper, int upvotes, int place, boolean today) {
    return new ChosenPaper(
        paper, new Popularity(upvotes, 0, 0), new Reason.Trending(upvotes, place, today));
  }

  static Edition usual() {
    return edition(
        matched(OUTRAGEOUSLY, "mixture of experts", "mixture", "experts"),
        matched(ATTENTION, "attention mechanisms for parsing -vision", "attention", "parsing"),
        matched(HIGGS, "\"Higgs boson\" author:Aad", "\"Higgs boson\"", "author:Aad"),
        trending(RESIDUAL, 1_204, 1, true),
        trending(DIFFUSION, 74, 2, false),
        trending(ADAM, 1, 22, true));
  }

  static Edition edition(ChosenPaper... papers) {
    return new Edition(subscriber(Preferences.Content.BOTH), DAY, List.of(papers));
  }

  /** The same papers for who gets one mail a week. */
  static Edition weekly() {
    Subscriber daily = subscriber(Preferences.Content.BOTH);
    Preferences wanted = daily.preferences();
    Timing timing = wanted.timing();
    Preferences weekly =
        new Preferences(
            wanted.content(),
            wanted.interests(),
            wanted.maximum(),
            new Timing(timing.at(), timing.zone(), Set.of(DAY.getDayOfWeek())),
            wanted.format());
    return new Edition(
        new Subscriber(
            daily.id(),
            daily.address(),
            daily.status(),
            weekly,
            daily.createdAt(),
            daily.nextDue()),
        DAY,
        usual().papers().stream()
            .map(
                chosen ->
                    chosen.reason() instanceof Reason.Trending trending
                        ? chosen(
                            chosen.paper(),
                            new Reason.TrendingOfWeek(trending.upvotes(), trending.place()))
                        : chosen)
            .toList());
  }

  /** An edition as long as asked, of the known papers again and again. */
  static Edition ofLength(int papers) {
    List<ChosenPaper> chosen = new ArrayList<>();
    List<ChosenPaper> known = usual().papers();
    for (int place = 0; place < papers; place++) {
      chosen.add(known.get(place % known.size()));
    }
    return edition(chosen.toArray(ChosenPaper[]::new));
  }

  static Subscriber subscriber(Preferences.Content content) {
    return new Subscriber(
        7,
        new EmailAddress("ada.lovelace", "analytical.example.org"),
        Subscriber.Status.ACTIVE,
        new Preferences(
            content,
            Stream.of("mixture of experts", "attention", "author:Aad").map(Interest::new).toList(),
            10,
            new Timing(LocalTime.of(7, 0), ZoneId.of("Europe/Oslo"), Timing.DAILY),
            Preferences.Format.HTML),
        Instant.parse("2025-05-01T08:00:00Z"),
        Instant.parse("2025-05-28T05:00:00Z"));
  }
}
