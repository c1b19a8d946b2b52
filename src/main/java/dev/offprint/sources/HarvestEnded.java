package dev.offprint.sources;

/** A harvest of several pages cannot go on; nothing of it counts. */
public final class HarvestEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HarvestOutcome outcome;

  public HarvestEnded(HarvestOutcome outcome) {
    super(outcome.toString());
    this.outcome = outcome;
  }

  public static HarvestEnded broken(String why) {
    return new HarvestEnded(new HarvestOutcome.Broken(why));
  }

  public HarvestOutcome outcome() {
    return outcome;
  }
}
