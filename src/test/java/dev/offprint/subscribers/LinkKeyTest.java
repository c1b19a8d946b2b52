package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkKeyTest {
  /** Some key, for tests that need one without a folder of their own. */
  static final LinkKey KEY = temporary();

  @TempDir Path data;

  private static LinkKey temporary() {
    try {
      Path folder = Files.createTempDirectory("link-key");
      LinkKey key = LinkKey.open(folder);
      Files.delete(folder.resolve("link.key"));
      Files.delete(folder);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theKeyIsMadeOnceAndReadableByItsOwnerAlone() throws IOException {
    byte[] made = LinkKey.open(data).bytes();
    assertThat(made).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(LinkKey.open(data).bytes()).isEqualTo(made);
    Path file = data.resolve("link.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void processesThatStartTogetherGetOneKey() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> openings =
          IntStream.range(0, 32)
              .<Callable<String>>mapToObj(
                  i -> () -> java.util.HexFormat.of().formatHex(LinkKey.open(data).bytes()))
              .toList();
      assertThat(
              threads.invokeAll(openings).stream()
                  .map(java.util.concurrent.Future::resultNow)
                  .collect(Collectors.toSet()))
          .hasSize(1);
    }
  }

  @Test
  void aDamagedKeyIsNotReplacedButReported() throws IOException {
    Path file = Files.write(data.resolve("link.key"), new byte[12]);
    assertThatThrownBy(() -> LinkKey.open(data))
        .isInstanceOf(LinkKeyUnavailable.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("12 bytes instead of 32")
        .hasMessageContaining("backup");
    assertThat(file).hasBinaryContent(new byte[12]);
  }

  @Test
  void aFolderThatIsNotThereIsMade() {
    Path folder = data.resolve("new/data");
    assertThat(LinkKey.open(folder).bytes()).isEqualTo(LinkKey.open(folder).bytes());
  }

  @Test
  void aFolderThatCannotBeIsReportedOnOneLine() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    assertThatThrownBy(() -> LinkKey.open(file.resolve("data")))
        .isInstanceOf(LinkKeyUnavailable.class)
        .hasMessageStartingWith("cannot use the link key " + file)
        .hasMessageNotContaining("\n");
  }
}
