package dev.offprint.sources.files;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.authors;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.files.PaperFiles.broken;
import static dev.offprint.sources.files.PaperFiles.harvested;
import static dev.offprint.sources.files.PaperFiles.papers;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.HarvestOutcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The same bad input in every format: none lets it in, and none loses more than it must. */
class EveryFormatTest {

  /** A page of one paper in each format, with room for its title and its authors. */
  enum Format {
    ARXIV_API(FeedSamples.API.replaceFirst("<author>.*?</author>", "AUTHORS"), "Bees"),
    ARXIV_DAY(FeedSamples.DAILY_ATOM.replaceFirst("Ada Lind, Bo Ek", "AUTHORS"), "Paper 2603"),
    ARXIV_RSS(FeedSamples.RSS.replaceFirst("Ada Lind, .*?(?=<)", "AUTHORS"), "Counting wasps"),
    OAI_PMH(FeedSamples.OAI.replaceFirst("<author>.*?</author>", "AUTHORS"), "Hives"),
    JOURNAL(
        FeedSamples.JOURNAL.replaceFirst("<dc:creator>.*?</dc:creator>", "AUTHORS"), "Honey &lt;"),
    BLOG(FeedSamples.BLOG.replaceFirst("<description>G", "AUTHORS<description>G"), "We read"),
    BIORXIV(FeedSamples.BIORXIV.replaceFirst("Lind, A.; Ek, B. C.;", "AUTHORS"), "Bee brains"),
    HUGGING_FACE(
        "[" + PaperFiles.HUGGING_FACE.replaceFirst("\\{\"name\".*?\\}, ", "AUTHORS, ") + "]",
        "ConvLLaVA"),
    JSON_LINES(PaperFiles.RECORD.replace("\"Fred Rowley\"", "AUTHORS"), "Gallai");

    private final String page;
    private final String title;

    Format(String page, String title) {
      this.page = page;
      this.title = title;
    }

    String page(String newTitle) {
      return page(List.of("Ada Lind")).replaceFirst(title, newTitle);
    }

    boolean isXml() {
      return page.stripLeading().startsWith("<");
    }

    String page(List<String> names) {
      IntFunction<String> author =
          switch (this) {
            case ARXIV_API -> i -> "<author><name>" + names.get(i) + "</name></author>";
            case OAI_PMH -> i -> "<author><keyname>" + names.get(i) + "</keyname></author>";
            case JOURNAL, BLOG ->
                i ->
                    "<dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                        + names.get(i)
                        + "</dc:creator>";
            case HUGGING_FACE -> i -> "{\"name\": \"" + names.get(i) + "\"}";
            case JSON_LINES -> i -> "\"" + names.get(i) + "\"";
            default -> names::get;
          };
      String between =
          switch (this) {
            case BIORXIV -> "; ";
            case ARXIV_DAY, ARXIV_RSS, HUGGING_FACE, JSON_LINES -> ", ";
            default -> "";
          };
      return page.replace(
          "AUTHORS",
          IntStream.range(0, names.size()).mapToObj(author).collect(Collectors.joining(between)));
    }
  }

  private static HarvestOutcome read(byte[] page) {
    return new PaperFileReader(() -> NOW).read(new ByteArrayInputStream(page), null, null);
  }

  private static String title(Format format, String title, Charset charset) {
    String page = format.page(title).replaceFirst("<\\?xml.*?\\?>", "");
    return papers(read(page.getBytes(charset))).getFirst().title();
  }

  @ParameterizedTest
  @EnumSource
  void all664AuthorsAreKeptInTheirOrder(Format format) {
    List<String> names =
        IntStream.range(0, 664)
            .mapToObj(i -> "Ada Lind" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
            .toList();

    assertThat(authors(papers(read(bytes(format.page(names)))).getFirst()))
        .startsWith(names.getFirst())
        .containsSubsequence(names);
  }

  @ParameterizedTest
  @EnumSource
  void aPageCutAnywhereIsBrokenAndGivesNothing(Format format) {
    byte[] page = bytes(format.page("Bees"));
    for (int length = 0; length < page.length; length += 7) {
      HarvestOutcome outcome = read(Arrays.copyOf(page, length));
      // Only white space may be missing from a page that is still good.
      boolean whole = new String(page, length, page.length - length, UTF_8).isBlank();
      assertThat(outcome instanceof HarvestOutcome.Broken).as("%d bytes", length).isEqualTo(!whole);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "BIORXIV|HUGGING_FACE|JSON_LINES")
  void anExternalEntityIsNeverRead(Format format, @TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    String doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    String page = withDoctype(format, doctype, "&x;");

    assertThat(broken(read(bytes(page)))).contains("DOCTYPE").doesNotContain("the secret");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "BIORXIV|HUGGING_FACE|JSON_LINES")
  void anEntityBombDoesNotGoOff(Format format) {
    StringBuilder doctype = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 \"ha\">");
    for (int i = 1; i <= 40; i++) {
      doctype.append("<!ENTITY x%d \"&x%d;&x%2$d;\">".formatted(i, i - 1));
    }
    String page = withDoctype(format, doctype + "]>", "&x40;");

    assertThat(broken(read(bytes(page)))).contains("may define entities");
  }

  private static String withDoctype(Format format, String doctype, String title) {
    String page = format.page(title).replaceFirst("<\\?xml.*?\\?>", "").strip();
    return doctype + page;
  }

  @ParameterizedTest
  @EnumSource
  void controlCharactersAreLeftOut(Format format) {
    // JSON may hold them only as escapes (RFC 8259, section 7).
    String title = format.isXml() ? "Be\u0007e\u0000s" : "Be\\\\u0007e\\\\u0000s";

    assertThat(title(format, title, UTF_8)).startsWith("Bees");
  }

  @ParameterizedTest
  @EnumSource
  void bytesThatAreNoUtf8AreReadCostACharacterOrThePageIsTold(Format format) {
    byte[] page = format.page("Bée").replaceFirst("<\\?xml.*?\\?>", "").getBytes(ISO_8859_1);
    HarvestOutcome outcome = read(page);

    if (format == Format.BIORXIV || format == Format.HUGGING_FACE) {
      // An array of JSON is read as a whole or not at all (RFC 8259, section 8.1).
      assertThat(broken(outcome)).contains("it is not JSON").contains("UTF-8");
    } else {
      assertThat(harvested(outcome).sightings().getFirst().paper().title())
          .startsWith(format.isXml() ? "Bée" : "B\ufffde");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWebPageInsteadIsCalledByItsName(Format format) {
    String page = "<!DOCTYPE html>\n<html><body>" + format.page("Bees") + "</body></html>";

    assertThat(broken(read(bytes(page)))).isEqualTo("an HTML page came instead of a feed");
  }
}
