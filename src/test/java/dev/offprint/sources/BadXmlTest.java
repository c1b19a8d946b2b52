package dev.offprint.sources;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.FeedSamples.papers;
import static dev.offprint.sources.FeedSamples.why;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.fetch.FetchLimits;
import dev.offprint.sources.arxiv.ArxivAtomParser;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadXmlTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id><entry>
      <id>http://arxiv.org/abs/2603.00001v1</id><title>%s</title>
      <published>2026-03-02T17:00:00Z</published></entry></feed>
      """;

  private static ParsedPage parse(byte[] page) {
    return new ArxivAtomParser(null, NOW).parse(page);
  }

  private static String titleOf(String title, String declaration, Charset charset) {
    return papers(parse((declaration + ATOM.formatted(title)).getBytes(charset)))
        .getFirst()
        .title();
  }

  private static String declaring(String encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n";
  }

  @Test
  void theEncodingIsFoundWhateverIsDeclared() {
    assertThat(titleOf("Bée", declaring("UTF-8"), UTF_8)).isEqualTo("Bée");
    assertThat(titleOf("Bée", declaring("ISO-8859-1"), UTF_8)).isEqualTo("Bée");
    assertThat(titleOf("Bée", declaring("ISO-8859-1"), ISO_8859_1)).isEqualTo("Bée");
    assertThat(titleOf("Bée", declaring("no such thing!"), UTF_8)).isEqualTo("Bée");
    assertThat(titleOf("Bée", declaring("UTF-16"), UTF_8)).isEqualTo("Bée");
    assertThat(titleOf("Bée", "", UTF_16)).isEqualTo("Bée");
    assertThat(titleOf("Bée", declaring("UTF-16"), UTF_16LE)).isEqualTo("Bée");
    assertThat(titleOf("Bée", "\ufeff" + declaring("UTF-8"), UTF_8)).isEqualTo("Bée");
    assertThat(titleOf("Bée", "\n  " + declaring("UTF-8"), UTF_8)).isEqualTo("Bée");
  }

  @Test
  void aByteThatIsNotUtf8IsOneOfWindows1252() {
    assertThat(titleOf("Bée’s", declaring("UTF-8"), WINDOWS_1252)).isEqualTo("Bée’s");
    assertThat(titleOf("Bée’s", declaring("ISO-8859-1"), WINDOWS_1252)).isEqualTo("Bée’s");
    assertThat(titleOf("Bée’s", "", WINDOWS_1252)).isEqualTo("Bée’s");
  }

  @Test
  void aCharacterThatWasCutIsLostAlone() {
    byte[] page = ATOM.formatted("“Bées” – X").getBytes(UTF_8);
    int dash = indexOf(page, (byte) 0x93, (byte) ' ');
    byte[] cut = new byte[page.length - 1];
    System.arraycopy(page, 0, cut, 0, dash);
    System.arraycopy(page, dash + 1, cut, dash, cut.length - dash);

    assertThat(papers(parse(cut)).getFirst().title()).isEqualTo("“Bées” \ufffd X");
  }

  private static int indexOf(byte[] bytes, byte first, byte second) {
    for (int at = 0; ; at++) {
      if (bytes[at] == first && bytes[at + 1] == second) {
        return at;
      }
    }
  }

  @Test
  void anotherAlphabetIsReadAsDeclared() {
    assertThat(titleOf("Пчёлы", declaring("windows-1251"), Charset.forName("windows-1251")))
        .isEqualTo("Пчёлы");
    assertThat(titleOf("蜜蜂", declaring("GB2312"), Charset.forName("GB18030"))).isEqualTo("蜜蜂");
    assertThat(titleOf("みつばち", declaring("ISO-2022-JP"), Charset.forName("ISO-2022-JP")))
        .isEqualTo("みつばち");
  }

  @Test
  void charactersThatXmlForbidsAreLeftOut() {
    assertThat(titleOf("a\u0000b\u0008c&#x1;d&#0;e\ufffff", "", UTF_8)).isEqualTo("abcdef");
  }

  @Test
  void referencesMayBeWrittenInAnyWayAndBeMany() {
    assertThat(titleOf("&#x41;&#X42;&#67; &#60;b&#62; &#38;amp; &#146;s&#133;", "", UTF_8))
        .isEqualTo("ABC <b> &amp; ’s…");
    assertThat(titleOf("&#233;&lt;&amp;".repeat(60_000) + "x", "", UTF_8)).startsWith("é<&é<&");
  }

  @Test
  void whatStandsBeforeTheDeclarationOrBehindTheEndIsNotLookedAt() {
    String cyrillic = "<?xml version='1.0' encoding='windows-1251'?>";
    String page = "<!-- cached -->\n" + cyrillic + ATOM.formatted("Пчёлы");

    assertThat(papers(parse(page.getBytes(Charset.forName("windows-1251")))).getFirst().title())
        .isEqualTo("Пчёлы");
    for (String end :
        new String[] {"<script src='/x.js'></script>", "<feed/>", "&<", "\n--- 3 ms"}) {
      assertThat(papers(parse(bytes(ATOM.formatted("Bees") + end))).getFirst().title())
          .isEqualTo("Bees");
    }
    assertThat(titleOf("Bees", "Warning: undefined index in line 3\n" + declaring("UTF-8"), UTF_8))
        .isEqualTo("Bees");
  }

  @Test
  void cdataIsTakenAsItStands() {
    assertThat(titleOf("<![CDATA[R&D &nbsp; <x>]]>", "", UTF_8)).isEqualTo("R&D &nbsp; <x>");
  }

  @Test
  void anExternalEntityIsNeverRead(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    String page =
        "<!DOCTYPE feed [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + ATOM.formatted("&x;");

    assertThat(why(parse(bytes(page)))).contains("DOCTYPE").doesNotContain("the secret");
  }

  @Test
  void anEntityBombIsRefused() {
    String page =
        "<?xml version='1.0'?><!-- hi --><!DOCTYPE feed [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
            + ATOM.formatted("&b;");

    assertThat(why(parse(bytes(page)))).contains("may define entities");
  }

  @Test
  void aDoctypeThatDefinesNothingIsPassedOver() {
    assertThat(titleOf("Bee", "<!DOCTYPE feed SYSTEM \"http://127.0.0.1:1/feed.dtd\">", UTF_8))
        .isEqualTo("Bee");
  }

  @Test
  void aDoctypeFurtherDownIsRefused() {
    String page =
        ATOM.formatted("x").replace("<entry>", "<!DOCTYPE feed [<!ENTITY a 'b'>]><entry>");

    assertThat(why(parse(bytes(page)))).startsWith("it is not well-formed XML in line 1");
  }

  @Test
  void aWebPageIsCalledByItsName() {
    for (String page :
        new String[] {
          "<!DOCTYPE html><html><body>Maintenance</body></html>",
          "\n<HTML><head></head>",
          "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN'><html/>"
        }) {
      assertThat(why(parse(bytes(page)))).isEqualTo("an HTML page came instead of a feed");
    }
  }

  @Test
  void aPageCutInTheMiddleIsBrokenWithItsLine() {
    String page = ATOM.formatted("Bees");

    assertThat(why(parse(bytes(page.substring(0, page.indexOf("Bees"))))))
        .isEqualTo("it breaks off in line 2");
  }

  @Test
  void brokenXmlIsNamedWithItsLine() {
    assertThat(why(parse(bytes(ATOM.formatted("<b>Bees")))))
        .startsWith("it is not well-formed XML in line 2: ");
  }

  @Test
  void anEmptyPageADeepOneAndOneTooLargeAreBroken() {
    assertThat(why(parse(new byte[0]))).isEqualTo("it is empty");
    assertThat(why(parse(bytes(ATOM.formatted("<a>".repeat(5_000) + "</a>".repeat(5_000))))))
        .contains("nested deeper than 60 in line 2");
    assertThat(why(parse(new byte[FetchLimits.MOST_BYTES + 1]))).contains("larger than 32 MB");
  }
}
