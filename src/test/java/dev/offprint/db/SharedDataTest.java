package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the H2 file in the data folder promises when processes share it, and when they are killed.
 */
@Timeout(60)
class SharedDataTest {
  @TempDir Path data;

  @Test
  void aCommitThatWasAnsweredSurvivesAKill() throws Exception {
    List<Integer> answered;
    try (CommittingProcess process = CommittingProcess.on(data)) {
      answered = new ArrayList<>(process.next(300));
      process.kill();
      answered.addAll(process.next(Integer.MAX_VALUE));
    }
    try (Database database = CommittingProcess.database(data)) {
      assertThat(answered).hasSizeGreaterThanOrEqualTo(300);
      assertThat(CommittingProcess.kept(database)).containsAll(answered);
    }
  }

  @Test
  void twoProcessesUseOneFolderAtOnce() throws Exception {
    try (CommittingProcess process = CommittingProcess.on(data)) {
      List<Integer> before = process.next(20);
      try (Database database = CommittingProcess.database(data)) {
        assertThat(CommittingProcess.kept(database)).containsAll(before);
        CommittingProcess.insert(database, -1);
        List<Integer> after = process.next(20);
        assertThat(after).hasSize(20);
        assertThat(CommittingProcess.kept(database)).contains(-1).containsAll(after);
      }
    }
  }

  @Test
  void aProcessGoesOnWhenTheOtherIsKilled() throws Exception {
    try (CommittingProcess process = CommittingProcess.on(data)) {
      List<Integer> before = process.next(20);
      try (Database database = CommittingProcess.database(data)) {
        CommittingProcess.insert(database, -1);
        process.kill();
        CommittingProcess.insert(database, -2);
        assertThat(CommittingProcess.kept(database)).contains(-1, -2).containsAll(before);
      }
    }
  }
}
