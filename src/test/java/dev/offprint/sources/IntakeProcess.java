package dev.offprint.sources;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import dev.offprint.config.Configuration;
import dev.offprint.db.Database;
import dev.offprint.papers.Intake;
import dev.offprint.papers.JdbiPaperStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** A process with a small heap that takes files of papers in twice, and prints how that went. */
final class IntakeProcess {
  private static final int HEAP = 256;
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private IntakeProcess() {}

  /** What it printed; all is in its last line. */
  static List<String> takeTwice(Path data, List<Path> files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                "-cp",
                System.getProperty("java.class.path"),
                IntakeProcess.class.getName(),
                data.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return process.inputReader().readAllLines();
    } finally {
      process.destroyForcibly();
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    AtomicLong heap = watchHeap();
    // A database of its own in this process, as the daemon has it.
    try (Database database = Database.open(new Configuration.Database("", "", ""), data)) {
      PaperFileReader reader =
          // After the last capture, so that each counts as seen on its own day.
          new PaperFileReader(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
      JdbiPaperStore store = new JdbiPaperStore(database.jdbi());
      Pass first = Pass.over(files, reader, store);
      Pass again = Pass.over(files, reader, store);
      System.out.printf(
          "%d records; first time %s; known %s;"
              + " at most %d of %d MB heap in use after a collection; ",
          first.records, first, again, heap.get() >> 20, HEAP);
    }
    System.out.printf("%d MB file%n", Files.size(data.resolve("offprint.mv.db")) >> 20);
  }

  private record Pass(int records, Intake intake, double seconds, double cpu) {
    static Pass over(List<Path> files, PaperFileReader reader, JdbiPaperStore store) {
      long start = System.nanoTime();
      long cpu = CPU.getProcessCpuTime();
      Intake intake = Intake.NOTHING;
      int records = 0;
      for (Path file : files) {
        var sightings = PaperFiles.harvested(reader.read(file, null)).sightings();
        records += sightings.size();
        intake = intake.plus(store.record(sightings));
      }
      return new Pass(
          records,
          intake,
          (System.nanoTime() - start) / 1e9,
          (CPU.getProcessCpuTime() - cpu) / 1e9);
    }

    @Override
    public String toString() {
      return "%.0f/s with %.1f s of CPU (%d added, %d updated, %d unchanged)"
          .formatted(records / seconds, cpu, intake.added(), intake.updated(), intake.unchanged());
    }
  }

  /** The most bytes that were still in use when a collection ended, from now on. */
  private static AtomicLong watchHeap() {
    AtomicLong most = new AtomicLong();
    for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, handback) -> {
                GcInfo info =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo();
                most.accumulateAndGet(used(info), Math::max);
              },
              null,
              null);
    }
    return most;
  }

  private static long used(GcInfo info) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(pool -> info.getMemoryUsageAfterGc().get(pool.getName()))
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
