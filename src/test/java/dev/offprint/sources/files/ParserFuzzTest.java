package dev.offprint.sources.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.offprint.sources.BiorxivParser;
import dev.offprint.sources.FeedParser;
import dev.offprint.sources.FeedSamples;
import dev.offprint.sources.PaperJson;
import dev.offprint.sources.ParsedPage;
import dev.offprint.sources.arxiv.ArxivAtomParser;
import dev.offprint.sources.arxiv.ArxivRssParser;
import dev.offprint.sources.arxiv.OaiPmhParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the bytes are, every parser answers with an outcome that keeps its promises. Runs on the
 * seeds and on what once broke a parser; CONTRIBUTING.md tells how to fuzz.
 */
class ParserFuzzTest {
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    file = Files.createTempFile("offprint-", ".fuzz");
  }

  @AfterEach
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  static Stream<byte[]> jsonPages() {
    return Stream.of(
            "[" + PaperFiles.HUGGING_FACE + "," + PaperFiles.RECORD + "]",
            PaperFiles.RECORD + "\n" + PaperFiles.HUGGING_FACE.replace("\n", " ") + "\nnull\n{}",
            "[{\"id\":\"x:1\",\"title\":\"T\",\"published\":\"2024-05-27\",\"url\":\"https://a.b/c\"}]",
            "[]",
            "[{}")
        .map(FeedSamples::bytes);
  }

  @MethodSource("jsonPages")
  @FuzzTest(maxDuration = "10m")
  void json(byte[] page) throws IOException {
    Promises.areKept(new PaperJson(null, FeedSamples.NOW).array(new ByteArrayInputStream(page)));
    Promises.areKept(new PaperJson(null, FeedSamples.NOW).lines(new ByteArrayInputStream(page)));
  }

  static Stream<byte[]> atomPages() {
    return Stream.of(FeedSamples.API, FeedSamples.API_ERROR, FeedSamples.DAILY_ATOM)
        .map(FeedSamples::bytes);
  }

  @MethodSource("atomPages")
  @FuzzTest(maxDuration = "10m")
  void arxivAtom(byte[] page) {
    promisesAreKept(new ArxivAtomParser(null, FeedSamples.NOW).parse(page));
  }

  static Stream<byte[]> rssPages() {
    return Stream.of(FeedSamples.bytes(FeedSamples.RSS));
  }

  @MethodSource("rssPages")
  @FuzzTest(maxDuration = "10m")
  void arxivRss(byte[] page) {
    promisesAreKept(new ArxivRssParser(null, FeedSamples.NOW).parse(page));
  }

  static Stream<byte[]> oaiPages() {
    return Stream.of(FeedSamples.bytes(FeedSamples.OAI));
  }

  @MethodSource("oaiPages")
  @FuzzTest(maxDuration = "10m")
  void oaiPmh(byte[] page) {
    promisesAreKept(new OaiPmhParser(FeedSamples.NOW).parse(page));
  }

  static Stream<byte[]> feeds() {
    return Stream.of(FeedSamples.JOURNAL, FeedSamples.BLOG, FeedSamples.DAILY_ATOM)
        .map(FeedSamples::bytes);
  }

  @MethodSource("feeds")
  @FuzzTest(maxDuration = "10m")
  void feed(byte[] page) {
    promisesAreKept(new FeedParser("lab", null, null, FeedSamples.NOW).parse(page));
  }

  static Stream<byte[]> biorxivPages() {
    return Stream.of(FeedSamples.bytes(FeedSamples.BIORXIV));
  }

  @MethodSource("biorxivPages")
  @FuzzTest(maxDuration = "10m")
  void biorxiv(byte[] page) {
    promisesAreKept(new BiorxivParser("biorxiv", null, FeedSamples.NOW).parse(page));
  }

  static Stream<byte[]> files() {
    Stream<byte[]> plain =
        Stream.of(
                Stream.of(
                    PaperFiles.gzip("[" + PaperFiles.HUGGING_FACE + "]"),
                    PaperFiles.gzip(FeedSamples.BIORXIV),
                    FeedSamples.RSS.getBytes(StandardCharsets.UTF_16)),
                jsonPages(),
                atomPages(),
                rssPages(),
                oaiPages(),
                feeds(),
                biorxivPages())
            .flatMap(pages -> pages);
    return plain;
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void file(byte[] content) throws IOException {
    Files.write(file, content);
    Promises.areKept(
        new PaperFileReader(InstantSource.fixed(FeedSamples.NOW), 4_000_000).read(file, null));
  }

  private static void promisesAreKept(ParsedPage page) {
    Promises.areKept(page.outcome());
  }
}
