package dev.offprint.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @TempDir Path folder;

  private Languages with(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
    return Languages.in(folder);
  }

  private void refused(String file, String content, String why) {
    assertThatThrownBy(() -> with(file, content))
        .isInstanceOf(BrokenMessages.class)
        .hasMessageContaining(folder.resolve(file).toString())
        .hasMessageContaining(why);
  }

  @Test
  void withoutAFolderThereAreThoseThatOffprintComesWith() {
    assertThat(Languages.in(folder.resolve("none")).all())
        .extracting(Messages::language, Messages::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("de", "Deutsch"),
            org.assertj.core.groups.Tuple.tuple("en", "English"));
  }

  @Test
  void tagsHaveNoCase() {
    assertThat(Languages.shipped().tag("DE")).contains("de");
    assertThat(Languages.shipped().tag("fr")).isEmpty();
  }

  @Test
  void anOperatorsFileSaysSomeThingsOtherwise() throws IOException {
    Languages mine = with("en.properties", "\uFEFFedition.also=More papers\n");

    assertThat(mine.of("en").text("edition.also")).isEqualTo("More papers");
    assertThat(mine.of("en").text("edition.lines")).isEqualTo("Papers");
    assertThat(mine.of("de").text("edition.also")).isEqualTo("Außerdem");
  }

  @Test
  void anOperatorAddsALanguageByAWholeFile() throws IOException {
    Properties whole = new Properties();
    whole.putAll(Messages.english().texts());
    whole.setProperty("language.name", "Norsk");
    whole.setProperty("language.locale", "nb-NO");
    StringWriter file = new StringWriter();
    whole.store(file, null);
    Languages mine = with("nb.properties", file.toString());

    assertThat(mine.has("nb")).isTrue();
    assertThat(mine.of("nb").text("papers", 12_345)).isEqualTo("12\u00A0345 papers");
    assertThat(mine.of("nb-NO").language()).isEqualTo("nb");
    assertThat(mine.all()).hasSize(3);
  }

  @Test
  void aFileThatIsNotWholeIsRefused() {
    refused("fr.properties", "language.name=Français\n", "messages are missing, the first is ");
  }

  @Test
  void whatIsWrongInAFileIsToldByItsLine() {
    refused(
        "en.properties",
        "# Mine\n\nedition.alsoo=More\n",
        "line 3: edition.alsoo: there is no message of this name");
    refused(
        "en.properties",
        "edition.also=More {0}\n",
        "line 1: edition.also: it asks for {0}, and English has no arguments");
    refused("en.properties", "edition.contents={0} of {5}\n", "line 1: edition.contents");
    refused("en.properties", "edition.contents={0\n", "line 1: edition.contents");
    refused("en.properties", "pattern.day=bbb\n", "line 1: pattern.day");
    refused("en.properties", "edition.also=Today's papers\n", "an apostrophe is written ’");
    refused("en.properties", "edition.also\n", "line 1: edition.also: it is empty");
    refused("en.properties", "language.direction=left\n", "it must be ltr or rtl");
    refused("en.properties", "language.locale=England\n", "such as fr-FR");
    refused("Norwegian.properties", "x=y\n", "the name must be that of a language");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Files.write(
        folder.resolve("de.properties"),
        "edition.also=Außerdem\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Languages.in(folder))
        .isInstanceOf(BrokenMessages.class)
        .hasMessageContaining("it is not in UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | en",
        "de | de",
        "de-AT,de;q=0.9,en;q=0.8 | de",
        "fr-CH, fr;q=0.9, de;q=0.7, *;q=0.5 | de",
        "fr | en",
        "* | en",
        "en-GB,de | en",
        "de;q=0,en | en",
        ";;;q=x | en"
      })
  void aBrowserGetsWhatItAsksForIfThereIsThat(String accepted, String language) {
    assertThat(Languages.shipped().accepted(accepted).language()).isEqualTo(language);
  }

  @Test
  void argumentsAreWrittenAsTheLanguageHasThem() {
    Message upvotes = Message.of("upvotes", 1_204);
    assertThat(upvotes).hasToString("1,204 upvotes");
    assertThat(Languages.shipped().of("de").text(upvotes)).isEqualTo("1.204 Stimmen");
    assertThat(Languages.shipped().of("de").text("upvotes", 1)).isEqualTo("1 Stimme");
    assertThatThrownBy(() -> Messages.english().text("nothing"))
        .hasMessage("there is no message \"nothing\"");
  }
}
