package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.templates.BrokenTemplate;
import dev.offprint.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class MailCheckTest {
  private static final Path MAILS = Path.of("templates", "mail");

  @TempDir Path folder;

  @Test
  void theTemplatesThatAreShippedPass() {
    assertThatCode(() -> MailCheck.of(Samples.templates(), Samples.IMPRINT))
        .doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> aMistakeInAnyTemplateIsToldByFileAndLine() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(MAILS)) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(10);
    return files.stream()
        .map(file -> file.getFileName().toString())
        .map(name -> DynamicTest.dynamicTest(name, () -> breakAndCheck(name)));
  }

  private void breakAndCheck(String name) throws IOException {
    Path templates = folder.resolve(name);
    Path mine = Files.createDirectories(templates.resolve("mail"));
    try (Stream<Path> all = Files.list(MAILS)) {
      for (Path file : all.toList()) {
        Files.copy(file, mine.resolve(file.getFileName()));
      }
    }
    String broken =
        name.endsWith(".html")
            ? "<p th:text=\"${nothing.here}\">x</p></body>"
            : "[(${nothing.here})]\n";
    String text = Files.readString(mine.resolve(name));
    Files.writeString(
        mine.resolve(name),
        name.endsWith(".html") ? text.replace("</body>", broken) : text + broken);
    assertThatThrownBy(() -> MailCheck.of(new Templates(templates), Samples.IMPRINT))
        .isInstanceOf(BrokenTemplate.class)
        .hasMessageContaining(mine.resolve(name).toString())
        .hasMessageContaining(", line ")
        .hasMessageContaining("nothing.here");
  }
}
