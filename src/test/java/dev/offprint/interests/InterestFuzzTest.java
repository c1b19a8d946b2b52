package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.offprint.search.InterestParser;
import dev.offprint.search.PaperIndex;
import dev.offprint.search.ParsedInterest;
import dev.offprint.selection.TestPapers;
import dev.offprint.subscribers.Interest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any line is an interest that can be searched for; CONTRIBUTING.md tells how to fuzz. */
class InterestFuzzTest {
  private static final PaperIndex INDEX =
      PaperIndex.of(
          List.of(
              TestPapers.paper("a", "Routing of experts", "On diffusion."),
              TestPapers.paper("b", "中文 and ℓₚ-norms", "")));

  static Stream<byte[]> lines() {
    return Stream.of(
            "mixture of experts",
            "author:A. B. Lovelace cat:cs.* \"a b\" -c OR ".repeat(20),
            "\"mixture of experts\" -survey NOT medical",
            "author:LeCun, Yann cat:cs.LG OR title:\"all you need\"",
            "author: -x cat:cs.* -cat:stat",
            "“quoted” «phrases» and-hyphens a/b;c",
            "图神经网络 🚀 O'Brien ℓₚ-norm")
        .map(line -> line.getBytes(StandardCharsets.UTF_8));
  }

  @MethodSource("lines")
  @FuzzTest(maxDuration = "10m")
  void interest(byte[] bytes) {
    String line = new String(bytes, StandardCharsets.UTF_8);
    ParsedInterest parsed = InterestParser.parse(line);
    assertThat(INDEX.search(parsed, 2)).hasSizeLessThanOrEqualTo(2).doesNotHaveDuplicates();
    accepted(line).ifPresent(taken -> assertThat(InterestCheck.complaint(taken)).isNotNull());
    for (ParsedInterest.Alternative alternative : parsed.alternatives()) {
      assertThat(alternative.asksForSomething()).isTrue();
      assertThat(alternative.minimum()).isBetween(0, alternative.words().size());
      assertThat(alternative.words()).allMatch(word -> !word.stems().isEmpty());
    }
  }

  /** A subscriber's interest; the texts that are matched from files may be longer or empty. */
  private static Optional<Interest> accepted(String line) {
    try {
      return Optional.of(new Interest(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
