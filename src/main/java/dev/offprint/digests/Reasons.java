package dev.offprint.digests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.selection.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Keeps in words why papers were chosen; safe for use by many threads. */
final class Reasons {
  /** More than the readers of a small machine have interests. */
  private static final int MOST = 20_000;

  private final Cache<Said, WhyChosen> known = Caffeine.newBuilder().maximumSize(MOST).build();

  private record Said(Reason reason, @Nullable LocalDate announced, LocalDate day) {}

  /** As {@link WhyChosen#of}. */
  WhyChosen of(ChosenPaper chosen, LocalDate day) {
    return known.get(
        new Said(chosen.reason(), chosen.paper().dates().announced(), day),
        said -> WhyChosen.of(chosen, day));
  }
}
