package dev.offprint.selection;

import dev.offprint.papers.AnnouncedDay;
import dev.offprint.papers.Author;
import dev.offprint.papers.Candidate;
import dev.offprint.papers.Intake;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.PaperStore;
import dev.offprint.papers.Popularity;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.search.InterestParser;
import dev.offprint.search.PaperIndex;
import dev.offprint.subscribers.Feedback;
import dev.offprint.subscribers.Interest;
import dev.offprint.subscribers.Preferences;
import dev.offprint.subscribers.Timing;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Papers by hand, and a store that holds them in a list. */
public record TestPapers(List<Candidate> all) implements PaperStore {
  public static final LocalDate DAY = LocalDate.of(2024, 5, 23);

  public static TestPapers of(Candidate... papers) {
    return new TestPapers(List.of(papers));
  }

  public static Candidate paper(String id, LocalDate announced, int upvotes, String title) {
    return paper(id, announced, upvotes, title, "", List.of(), List.of());
  }

  public static Candidate paper(String id, String title, String abstractText) {
    return paper(id, DAY, 0, title, abstractText, List.of(), List.of());
  }

  public static Candidate paper(
      String id,
      LocalDate announced,
      int upvotes,
      String title,
      String abstractText,
      List<String> authors,
      List<String> categories) {
    return new Candidate(
        new Paper(
            new PaperId(id),
            title,
            abstractText,
            authors.stream().map(Author::new).toList(),
            categories,
            new Paper.Links(null, null, null),
            new Paper.Dates(null, announced, null)),
        new Popularity(upvotes, 0, 0));
  }

  static Preferences preferences(Preferences.Content content, int maximum, String... interests) {
    return new Preferences(
        content,
        Stream.of(interests).map(Interest::new).toList(),
        maximum,
        new Timing(LocalTime.of(7, 0), ZoneOffset.UTC, Timing.DAILY),
        Preferences.Format.HTML);
  }

  static Preferences weekly(Preferences daily) {
    return new Preferences(
        daily.content(),
        daily.interests(),
        daily.maximum(),
        new Timing(LocalTime.of(7, 0), ZoneOffset.UTC, Set.of(DAY.getDayOfWeek())),
        daily.format());
  }

  /** Matches interests with the papers of an index by words alone. */
  static InterestMatching byWords(PaperIndex index, TestPapers papers, int most) {
    AvailableVectors none = AvailableVectors.keeping(Optional.empty());
    return new InterestMatching(
        index,
        null,
        none,
        new SimilarPapers(index, null, none, papers, most),
        most,
        new HashMap<>());
  }

  static Reader reader(Preferences preferences, Set<PaperId> sent) {
    return new Reader(preferences, Feedback.NONE, sent);
  }

  public static List<String> ids(List<Candidate> papers) {
    return papers.stream().map(candidate -> candidate.paper().id().value()).toList();
  }

  public static List<String> ids(Plan plan) {
    return switch (plan) {
      case Plan.Papers(var chosen, _, _, _) ->
          chosen.stream().map(paper -> paper.paper().id().value()).toList();
      case Plan.Nothing nothing -> List.of();
    };
  }

  public List<String> matching(String interest) {
    return ids(matching(interest, 100));
  }

  public List<Candidate> matching(String interest, int limit) {
    try (PaperIndex index = PaperIndex.of(all)) {
      return IntStream.of(index.search(InterestParser.parse(interest), limit))
          .mapToObj(place -> find(index.ids().get(place)).orElseThrow())
          .toList();
    }
  }

  @Override
  public Intake record(Collection<Sighting> sightings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Candidate> find(PaperId id) {
    return all.stream().filter(candidate -> candidate.paper().id().equals(id)).findFirst();
  }

  @Override
  public List<Candidate> announced(LocalDate from, LocalDate to) {
    return all.stream()
        .filter(candidate -> !candidate.paper().dates().announced().isBefore(from))
        .filter(candidate -> !candidate.paper().dates().announced().isAfter(to))
        .toList();
  }

  @Override
  public List<Signal> history(PaperId id) {
    return List.of();
  }

  @Override
  public long revision() {
    return 0;
  }

  @Override
  public void changedSince(long revision, Consumer<Candidate> consumer) {
    all.forEach(consumer);
  }

  @Override
  public List<PaperId> mergedSince(long revision) {
    return List.of();
  }

  @Override
  public List<AnnouncedDay> announcedDays(LocalDate before, int limit) {
    throw new UnsupportedOperationException();
  }
}
