package dev.offprint.sources;

import dev.offprint.papers.PaperId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place where papers appear. */
public interface Source {
  /** The name in the configuration and on the command line, such as {@code huggingface}. */
  String name();

  /**
   * The days that are worth asking for, oldest first.
   *
   * @param answered the latest day for which this source has answered; null when it never has
   */
  default List<LocalDate> days(@Nullable LocalDate answered, Instant now) {
    return List.of(now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /** Whether editions wait until it has answered for the latest of its days. */
  default boolean isAwaited() {
    return true;
  }

  /**
   * Asks for the papers of one day. Does not throw for anything that the network or the source
   * does.
   */
  HarvestOutcome harvest(LocalDate day);

  /**
   * Asks for the papers of one day when this source has never answered before. One that lists what
   * it had before without saying since when gives it as old.
   */
  default HarvestOutcome firstHarvest(LocalDate day) {
    return harvest(day);
  }

  /**
   * Asks only so much as tells whether it answers as it should, for one day. What comes need not be
   * all, and is not to be kept.
   */
  default HarvestOutcome probe(LocalDate day) {
    return harvest(day);
  }

  /**
   * Asks for one paper, whenever it was announced. Does not throw for anything that the network or
   * the source does.
   *
   * @return nothing new when the source does not have it, or cannot be asked for a single one
   */
  default HarvestOutcome paper(PaperId id) {
    return new HarvestOutcome.NothingNew(name() + " is not asked for single papers");
  }

  /**
   * What the last harvest gave is stored. A source may now ask less, or put away what it read. Does
   * not throw.
   */
  default void kept() {}

  /** What the last harvest gave was not kept: the next one has to give all of it again. */
  default void forget() {}
}
