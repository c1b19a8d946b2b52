package dev.offprint.sources;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of asking the sources. Every method is one transaction. */
public interface HarvestStore {
  void keep(Harvest harvest);

  /** Every day since {@code first} for which a source was asked, oldest first. */
  List<AskedDay> asked(String source, LocalDate first);

  /** The last time that a source was asked for a day. */
  Optional<Harvest> last(String source, LocalDate day);

  /**
   * How each source that was ever asked is doing, by its name.
   *
   * @param since from when on papers are counted
   */
  Map<String, SourceHealth> health(Instant since);

  /** Forgets what was asked before, but for the latest answer of each source; says how much. */
  int forget(Instant before);

  /**
   * A day that a source was asked for.
   *
   * @param answeredAt when an answer came last; null when none ever did
   */
  record AskedDay(LocalDate day, @Nullable Instant answeredAt) {}

  /**
   * How a source is doing.
   *
   * @param last the last time it was asked
   * @param firstAskedAt the first time that is known
   * @param answeredAt the last time that an answer came; null when none is known
   * @param recent what came since the instant that was asked about
   */
  record SourceHealth(
      Harvest last, Instant firstAskedAt, @Nullable Instant answeredAt, Harvest.Counts recent) {}
}
