package dev.offprint.doctor;

import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether the heap is enough for the readers, as it was measured (docs/scale.md): planning for
 * 10,000 readers fits into 256 MB, for 100,000 into 512 MB, and for a million into 1 GB.
 *
 * @param heap the most that Java takes here, in bytes; it is the daemon's where the daemon is
 *     started by the same launcher with the same variables
 */
public record MemoryCheck(LongSupplier heap, Supplier<Readers> readers) implements Check {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Finding look() {
    long there = heap.getAsLong() / 1_000_000;
    int count = readers.get().all();
    long wanted = count <= 10_000 ? 256 : count <= 100_000 ? 512 : 1_024;
    String what =
        String.format(
            Locale.ROOT,
            "a heap of up to %,d MB; %,d %s %,d MB",
            there,
            count,
            count == 1 ? "reader wants" : "readers want",
            wanted);
    // A limit given in mebibytes falls a little short of it.
    return there * 1.1 >= wanted
        ? new Finding.Good(what)
        : new Finding.Warning(
            what,
            String.format(Locale.ROOT, "set OFFPRINT_JAVA_OPTIONS=-Xmx%dm for the daemon", wanted));
  }
}
