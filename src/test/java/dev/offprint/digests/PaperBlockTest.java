package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperBlockTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | ''",
        "1 | A1",
        "3 | A1, A2 and A3",
        "4 | A1, A2, A3 and A4",
        "5 | A1, A2, A3 and 2 more",
        "15 | A1, A2, A3 and 12 more",
        "3000 | A1, A2, A3 and 2,997 more"
      })
  void threeAuthorsAreNamedAndOneMoreIsNeverJustCounted(int count, String shown) {
    List<String> authors =
        IntStream.rangeClosed(1, count).mapToObj(number -> "A" + number).toList();
    PaperBlock block =
        PaperBlock.of(Samples.paper("1", "Title", "", authors, List.of(), null), 320);
    assertThat(Objects.toString(block.authors(), "").replace('\u00A0', ' ')).isEqualTo(shown);
  }
}
