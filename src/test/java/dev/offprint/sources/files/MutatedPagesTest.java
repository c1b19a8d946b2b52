package dev.offprint.sources.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.sources.BiorxivParser;
import dev.offprint.sources.FeedParser;
import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.ParsedPage;
import dev.offprint.sources.arxiv.ArxivAtomParser;
import dev.offprint.sources.arxiv.ArxivRssParser;
import dev.offprint.sources.arxiv.OaiPmhParser;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a page on its way, the parsers end with an outcome. */
class MutatedPagesTest {
  private static final List<byte[]> PAGES =
      List.of(
          FeedSamples.bytes(FeedSamples.API),
          FeedSamples.bytes(FeedSamples.DAILY_ATOM),
          FeedSamples.bytes(FeedSamples.RSS),
          FeedSamples.bytes(FeedSamples.OAI),
          FeedSamples.bytes(FeedSamples.JOURNAL),
          FeedSamples.bytes(FeedSamples.BLOG),
          FeedSamples.bytes(FeedSamples.BIORXIV));
  private static final byte[][] SCRAPS = {
    FeedSamples.bytes("<"),
    FeedSamples.bytes(">"),
    FeedSamples.bytes("&"),
    FeedSamples.bytes("<![CDATA["),
    FeedSamples.bytes("]]>"),
    FeedSamples.bytes("&#xD800;"),
    FeedSamples.bytes("&#99999999;"),
    FeedSamples.bytes("<!--"),
    FeedSamples.bytes("<!DOCTYPE x ["),
    FeedSamples.bytes("\u0000"),
    FeedSamples.bytes("xmlns:a=''"),
    FeedSamples.bytes("</entry>"),
    FeedSamples.bytes("<item>"),
    FeedSamples.bytes("\""),
    FeedSamples.bytes("99999999999"),
    {(byte) 0xff, (byte) 0xc3},
    FeedSamples.bytes("<?xml ?>"),
    FeedSamples.bytes("-")
  };

  @Property(tries = 3_000)
  void aDamagedPageNeverThrows(
      @ForAll @IntRange(min = 0, max = 6) int which,
      @ForAll @IntRange(min = 1, max = 6) int damages,
      @ForAll long seed) {
    byte[] page = damaged(PAGES.get(which), damages, new Random(seed));

    ParsedPage parsed =
        switch (which) {
          case 0, 1 -> new ArxivAtomParser(null, FeedSamples.NOW).parse(page);
          case 2 -> new ArxivRssParser(null, FeedSamples.NOW).parse(page);
          case 3 -> new OaiPmhParser(FeedSamples.NOW).parse(page);
          case 6 -> new BiorxivParser("biorxiv", null, FeedSamples.NOW).parse(page);
          default -> new FeedParser("lab", null, null, FeedSamples.NOW).parse(page);
        };

    assertThat(parsed.outcome()).isNotNull();
    if (parsed instanceof ParsedPage.Broken broken) {
      assertThat(broken.why()).isNotBlank().doesNotContain("\n");
    }
  }

  private static byte[] damaged(byte[] page, int damages, Random random) {
    byte[] result = page;
    for (int i = 0; i < damages && result.length > 0; i++) {
      int at = random.nextInt(result.length);
      int to = Math.min(result.length, at + random.nextInt(40));
      result =
          switch (random.nextInt(5)) {
            case 0 -> spliced(result, at, SCRAPS[random.nextInt(SCRAPS.length)], at);
            case 1 -> spliced(result, at, new byte[0], to);
            case 2 -> spliced(result, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 3 -> spliced(result, at, java.util.Arrays.copyOfRange(result, at, to), at);
            default -> random.nextInt(4) == 0 ? java.util.Arrays.copyOf(result, at) : result;
          };
    }
    return result;
  }

  private static byte[] spliced(byte[] page, int from, byte[] scrap, int to) {
    byte[] result = new byte[from + scrap.length + page.length - to];
    System.arraycopy(page, 0, result, 0, from);
    System.arraycopy(scrap, 0, result, from, scrap.length);
    System.arraycopy(page, to, result, from + scrap.length, page.length - to);
    return result;
  }
}
