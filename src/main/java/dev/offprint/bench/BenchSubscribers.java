package dev.offprint.bench;

import dev.offprint.bench.BenchDay.Range;
import dev.offprint.db.Instants;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Made-up subscribers, written many at a time. Those written together are due together. */
final class BenchSubscribers {
  private static final int BATCH = 5_000;

  private final BenchInterests interests;
  private final Range range;
  private final long seed;

  /**
   * @param seed the same one gives the same subscribers
   */
  BenchSubscribers(BenchInterests interests, Range range, long seed) {
    this.interests = interests;
    this.range = range;
    this.seed = seed;
  }

  /** What a subscriber is interested in. */
  List<Interest> interests(int number) {
    SplittableRandom random = new SplittableRandom(seed + number);
    return interests.draw(random.nextInt(range.fewest(), range.most() + 1), random);
  }

  /** Writes those numbered from one number to another. */
  void write(Jdbi jdbi, int lowest, int highest, Instant due) {
    for (int from = lowest; from <= highest; from += BATCH) {
      int first = from;
      int last = Math.min(from + BATCH - 1, highest);
      jdbi.useTransaction(handle -> write(handle, first, last, due));
    }
  }

  private void write(Handle handle, int first, int last, Instant due) {
    PreparedBatch subscribers =
        handle.prepareBatch(
            "insert into subscribers (id, address, address_key, status, content, interests,"
                + " maximum, at_time, zone, days, format, created_at, next_due) values (:id,"
                + " :address, :address, 'ACTIVE', 'BOTH', :interests, 10, :at, 'UTC',"
                + " 'MON,TUE,WED,THU,FRI,SAT,SUN', 'HTML', :due, :due)");
    for (int id = first; id <= last; id++) {
      subscribers
          .bind("id", id)
          .bind("address", "reader" + id + "@bench.example")
          .bind(
              "interests",
              interests(id).stream().map(Interest::line).collect(Collectors.joining("\n")))
          .bind("at", LocalTime.ofInstant(due, ZoneOffset.UTC))
          .bind("due", Instants.argument(due))
          .add();
    }
    subscribers.execute();
  }
}
