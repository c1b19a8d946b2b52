package dev.offprint.sources;

/** A harvest of several pages cannot go on; nothing of it counts. */
final class HarvestEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HarvestOutcome outcome;

  private HarvestEnded(String why, HarvestOutcome outcome) {
    super(why);
    this.outcome = outcome;
  }

  static HarvestEnded broken(String why) {
    return new HarvestEnded(why, new HarvestOutcome.Broken(why));
  }

  static HarvestEnded unreachable(String why) {
    return new HarvestEnded(why, new HarvestOutcome.Unreachable(why));
  }

  HarvestOutcome outcome() {
    return outcome;
  }
}
