package dev.offprint.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.offprint.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  @TempDir Path folder;

  @Test
  void aMissingFolderIsToldInOneLine() {
    assertThatExceptionOfType(BrokenTemplate.class)
        .isThrownBy(() -> new Templates(folder.resolve("none")))
        .withMessage(
            "there is no template folder %s; copy the folder \"templates\" of the Offprint"
                + " distribution to it",
            folder.resolve("none"));
  }

  @Test
  void aMissingTemplateIsToldByItsPath() {
    assertThat(problem("a.html"))
        .isEqualTo(
            folder.resolve("a.html")
                + ": the file is missing or cannot be read; copy it from the Offprint"
                + " distribution");
  }

  @Test
  void anUnknownValueIsToldByFileAndLine() throws IOException {
    Files.writeString(folder.resolve("a.html"), "<p>\n\n<b th:text=\"${x.nonsense}\">x</b></p>");
    assertThat(problem("a.html"))
        .startsWith(folder.resolve("a.html") + ", line 3: ")
        .contains("\"x.nonsense\"");
  }

  @Test
  void aMistakeInAnInsertedTemplateIsToldByThatFile() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "One\n[# th:insert=\"~{b.txt}\"/]\n");
    Files.writeString(folder.resolve("b.txt"), "Two\n[(${x.nonsense})]\n");
    assertThat(problem("a.txt")).startsWith(folder.resolve("b.txt") + ", line 2: ");
  }

  @Test
  void aTagThatIsClosedTwiceIsToldByFileAndLine() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "One\nTwo [# th:if=\"${x}\"] three [/] [/]\n");
    assertThat(problem("a.txt")).startsWith(folder.resolve("a.txt") + ", line 2: ");
  }

  @Test
  void anAttributeGivenTwiceIsToldByFileAndLine() throws IOException {
    Files.writeString(
        folder.resolve("a.html"), "<p>\n<b th:text=\"${x}\" th:text=\"${x}\">x</b></p>");
    assertThat(problem("a.html")).startsWith(folder.resolve("a.html") + ", line 2: ");
  }

  @Test
  void aTemplateIsReadOnce() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "[(${x})]");
    Templates templates = new Templates(folder);
    assertThat(templates.render("a.txt", Messages.english(), Map.of("x", "1"))).isEqualTo("1");
    Files.writeString(folder.resolve("a.txt"), "changed");
    assertThat(templates.render("a.txt", Messages.english(), Map.of("x", "2"))).isEqualTo("2");
  }

  private String problem(String name) {
    Templates templates = new Templates(folder);
    try {
      return templates.render(name, Messages.english(), Map.of("x", "value"));
    } catch (BrokenTemplate problem) {
      assertThat(problem.getMessage()).doesNotContain("\n");
      return String.valueOf(problem.getMessage());
    }
  }
}
