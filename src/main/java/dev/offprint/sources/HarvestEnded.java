package dev.offprint.sources;

/** A harvest of several pages cannot go on; nothing of it counts. */
final class HarvestEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HarvestOutcome outcome;

  HarvestEnded(HarvestOutcome outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  static HarvestEnded broken(String why) {
    return new HarvestEnded(new HarvestOutcome.Broken(why));
  }

  HarvestOutcome outcome() {
    return outcome;
  }
}
