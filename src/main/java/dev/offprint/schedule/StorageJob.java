package dev.offprint.schedule;

import dev.offprint.db.Backup;
import dev.offprint.db.Database;
import dev.offprint.db.NotPermitted;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compacts the database's file, and copies the installation where backups are configured. */
@DisallowConcurrentExecution
public final class StorageJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(StorageJob.class);

  /** Only files that this made are ever deleted. */
  private static final Pattern BACKUP = Pattern.compile("offprint-\\d{4}-\\d\\d-\\d\\d\\.zip");

  /** At the most, each night. */
  public static final Duration COMPACTING = Duration.ofMinutes(2);

  /** Of the file, in percent. What is above costs more writing each night than it gives back. */
  public static final int WELL_USED = 90;

  private final Database database;
  private final Path data;
  private final Optional<Path> folder;
  private final int copies;
  private final InstantSource clock;

  /**
   * Looks after one installation.
   *
   * @param folder for a backup each night; empty for none
   * @param copies that stay there, 1 or more
   */
  public StorageJob(
      Database database, Path data, Optional<Path> folder, int copies, InstantSource clock) {
    this.database = database;
    this.data = data;
    this.folder = folder;
    this.copies = copies;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    database.compact(WELL_USED, COMPACTING);
    try {
      backUp();
    } catch (IOException e) {
      LOG.error("no backup was made: {}", e.getMessage());
    }
  }

  void backUp() throws IOException {
    if (folder.isEmpty()) {
      return;
    }
    Path into = folder.get();
    try {
      Files.createDirectories(into);
    } catch (AccessDeniedException e) {
      throw NotPermitted.toMake(into);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Path file = into.resolve("offprint-" + today + ".zip");
    // A night that is made up for after a restart may be one that was not missed.
    if (!Files.exists(file)) {
      Backup.write(database, data, file);
      LOG.info("backed up to {}, {} MB", file, Files.size(file) >> 20);
    }
    List<Path> all = backups(into);
    for (Path old : all.subList(0, Math.max(0, all.size() - copies))) {
      Files.deleteIfExists(old);
    }
  }

  /** The oldest first. */
  private static List<Path> backups(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> BACKUP.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    }
  }
}
