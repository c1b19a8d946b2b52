package dev.offprint.sources;

import dev.offprint.papers.Intake;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One time that a source was asked, as it is kept.
 *
 * @param day the day whose papers were asked for
 */
public record Harvest(String source, LocalDate day, Instant askedAt, Ending ending, Counts counts) {

  public Harvest {
    askedAt = askedAt.truncatedTo(ChronoUnit.MICROS); // what the database keeps
  }

  /** How it ended; the names are those of {@link HarvestOutcome}. */
  public enum Result {
    HARVESTED,
    NOTHING_NEW,
    UNREACHABLE,
    BROKEN;

    /** Whether the source said what there is, be it nothing. */
    public boolean isAnswer() {
      return this == HARVESTED || this == NOTHING_NEW;
    }

    /** As it is written in answers and meters, such as {@code nothing_new}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How it ended, and why.
   *
   * @param why one line; null when papers came, and these are all
   */
  public record Ending(Result kind, @Nullable String why) {
    /** Such as "unreachable: there is no host arxiv.example". */
    @Override
    public String toString() {
      if (why == null) {
        return kind.toString();
      }
      return (kind == Result.HARVESTED ? "not complete" : kind) + ": " + why;
    }
  }

  /**
   * What came.
   *
   * @param papers those that could be read
   * @param intake what they changed
   * @param setAside records that could not be used
   */
  public record Counts(int papers, Intake intake, int setAside) {
    static final Counts NOTHING = new Counts(0, Intake.NOTHING, 0);
  }

  static Harvest of(
      String source, LocalDate day, Instant askedAt, HarvestOutcome outcome, Intake intake) {
    return switch (outcome) {
      case HarvestOutcome.Harvested harvested ->
          new Harvest(
              source,
              day,
              askedAt,
              new Ending(Result.HARVESTED, harvested.shortfall()),
              new Counts(harvested.sightings().size(), intake, harvested.setAside().size()));
      case HarvestOutcome.NothingNew nothing ->
          without(source, day, askedAt, new Ending(Result.NOTHING_NEW, nothing.why()));
      case HarvestOutcome.Unreachable unreachable ->
          without(source, day, askedAt, new Ending(Result.UNREACHABLE, unreachable.why()));
      case HarvestOutcome.Broken broken ->
          without(source, day, askedAt, new Ending(Result.BROKEN, broken.why()));
    };
  }

  private static Harvest without(String source, LocalDate day, Instant askedAt, Ending ending) {
    return new Harvest(source, day, askedAt, ending, Counts.NOTHING);
  }
}
