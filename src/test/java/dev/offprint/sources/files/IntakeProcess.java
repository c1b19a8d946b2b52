package dev.offprint.sources.files;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import dev.offprint.config.DatabaseConfiguration;
import dev.offprint.db.Database;
import dev.offprint.papers.Intake;
import dev.offprint.papers.JdbiPaperStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
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

/**
 * A process with a small heap that takes files of papers into a database, again when they are
 * known, and into another database once its code is compiled; and prints how that went.
 */
final class IntakeProcess {
  private static final int HEAP = 256;

  // So that each file counts as seen on its own day.
  private static final InstantSource AFTER_ALL =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private static final OperatingSystemMXBean CPU =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private IntakeProcess() {}

  /** The line that it printed. */
  static String take(Path data, List<Path> files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP + "m",
                // As bin/offprint runs it.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IntakeProcess.class.getName(),
                data.toString()));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      return process.inputReader().readAllLines().getLast();
    } finally {
      process.destroyForcibly();
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
    AtomicLong heap = watchHeap();
    Pass first;
    Pass known;
    try (Database database = open(data.resolve("first"))) {
      first = Pass.over(files, database);
      known = Pass.over(files, database);
    }
    Pass warm;
    try (Database database = open(data.resolve("warm"))) {
      warm = Pass.over(files, database);
    }
    System.out.printf(
        "%d records: first time %s; known %s; first time in a warm process %s;"
            + " at most %d of %d MB heap in use after a collection; %.1f MB file%n",
        first.records,
        first,
        known,
        warm,
        heap.get() >> 20,
        HEAP,
        Files.size(data.resolve("first/offprint.mv.db")) / 1e6);
  }

  private static Database open(Path data) {
    return Database.open(new DatabaseConfiguration("", "", "", "", 7), data);
  }

  private record Pass(int records, Intake intake, double seconds, double cpu) {
    static Pass over(List<Path> files, Database database) {
      PaperFileReader reader = new PaperFileReader(AFTER_ALL);
      JdbiPaperStore store = new JdbiPaperStore(database.jdbi());
      long start = System.nanoTime();
      long cpu = CPU.getProcessCpuTime();
      List<Intake> taken = new ArrayList<>();
      new FileIntake(
              (file, parts) -> reader.read(file, null, parts),
              store,
              (file, outcome, papers, intake) -> {
                PaperFiles.harvested(outcome);
                taken.add(intake);
              })
          .take(files);
      Intake intake = taken.stream().reduce(Intake.NOTHING, Intake::plus);
      int records = intake.added() + intake.updated() + intake.unchanged();
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
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(pool -> info.getMemoryUsageAfterGc().get(pool.getName()))
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }
}
