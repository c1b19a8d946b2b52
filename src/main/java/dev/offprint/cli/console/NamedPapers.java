package dev.offprint.cli.console;

import dev.offprint.cli.console.PaperFeatures.ConfiguredSource;
import dev.offprint.interests.PaperReference;
import dev.offprint.papers.PaperId;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.subscribers.Interest;
import java.util.List;
import java.util.Locale;

/** The papers that interests name, which may not be known here yet. */
public final class NamedPapers {
  private static final String ARXIV = "arxiv";

  private final PaperFeatures features;
  private final Console console;

  public NamedPapers(PaperFeatures features, Console console) {
    this.features = features;
    this.console = console;
  }

  /** Takes in those that are missed and that arXiv has, and tells of each. */
  public void fetch(List<Interest> interests) {
    for (PaperId paper : unknown(interests)) {
      ConfiguredSource arxiv = features.sources().get(ARXIV);
      if (arxiv == null || !arxiv.enabled() || paper.arxiv().isEmpty()) {
        tellUnknown(paper, "");
      } else {
        tell(paper, arxiv.source().paper(paper));
      }
    }
  }

  /** Tells of those that are missed, and asks nobody. */
  public void tell(List<Interest> interests) {
    unknown(interests).forEach(paper -> tellUnknown(paper, ""));
  }

  private List<PaperId> unknown(List<Interest> interests) {
    List<PaperId> named =
        interests.stream()
            .flatMap(interest -> PaperReference.of(interest.text()).stream())
            .distinct()
            .toList();
    return named.isEmpty()
        ? List.of()
        : named.stream().filter(paper -> features.papers().find(paper).isEmpty()).toList();
  }

  private void tell(PaperId paper, HarvestOutcome outcome) {
    switch (outcome) {
      case HarvestOutcome.Harvested harvested -> {
        features.papers().record(harvested.sightings());
        harvested
            .sightings()
            .forEach(
                sighting ->
                    console.note(
                        String.format(
                            Locale.ROOT,
                            "took in the paper %s from arXiv: %s",
                            paper,
                            sighting.paper().shownTitle())));
      }
      case HarvestOutcome.NothingNew(var why) -> tellUnknown(paper, " (" + why + ")");
      case HarvestOutcome.Unreachable(var why) -> tellUnknown(paper, " (" + why + ")");
      case HarvestOutcome.Broken(var why) -> tellUnknown(paper, " (" + why + ")");
    }
  }

  private void tellUnknown(PaperId paper, String why) {
    console.note(
        String.format(
            Locale.ROOT,
            "the paper %s is not known here%s; its interest brings nothing until it is",
            paper,
            why));
  }
}
