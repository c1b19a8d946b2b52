package dev.offprint.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.db.Database;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.sending.OutboxFixture.TickingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageJobTest {
  private final TickingClock clock = new TickingClock();
  @TempDir Path folder;

  private List<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void theLatestBackupsStayAndNothingElseIsDeleted() throws IOException {
    Path data = folder.resolve("data");
    Path backups = folder.resolve("backups");
    Files.createDirectories(backups);
    Files.writeString(backups.resolve("offprint-by-hand.zip"), "mine");
    Files.writeString(backups.resolve("offprint-2020-01-01.zip"), "older");
    try (Database database = OutboxFixture.h2File(data)) {
      StorageJob job = new StorageJob(database, data, Optional.of(backups), 3, clock);
      for (int night = 0; night < 5; night++) {
        job.backUp();
        clock.tick(Duration.ofDays(1));
      }
    }
    assertThat(names(backups))
        .containsExactly(
            "offprint-2026-11-26.zip",
            "offprint-2026-11-27.zip",
            "offprint-2026-11-28.zip",
            "offprint-by-hand.zip");
  }

  @Test
  void aSecondRunInANightLeavesTheFirstBackup() throws IOException {
    Path data = folder.resolve("data");
    Path backups = folder.resolve("backups");
    try (Database database = OutboxFixture.h2File(data)) {
      StorageJob job = new StorageJob(database, data, Optional.of(backups), 3, clock);
      job.backUp();
      long size = Files.size(backups.resolve("offprint-2026-11-24.zip"));
      OutboxFixture.fill(database, 50);
      job.backUp();
      assertThat(Files.size(backups.resolve("offprint-2026-11-24.zip"))).isEqualTo(size);
    }
  }

  @Test
  void withoutAFolderNothingIsWritten() throws IOException {
    Path data = folder.resolve("data");
    try (Database database = OutboxFixture.h2File(data)) {
      List<String> before = names(data);
      new StorageJob(database, data, Optional.empty(), 3, clock).backUp();
      assertThat(names(data)).isEqualTo(before);
    }
  }
}
