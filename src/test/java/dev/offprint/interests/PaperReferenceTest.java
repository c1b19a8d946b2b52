package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.PaperId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperReferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          2401.12345                                             | 2401.12345
          2401.12345v2                                           | 2401.12345
          0704.0001                                              | 0704.0001
          arXiv:2401.12345                                       | 2401.12345
          arXiv: 2401.12345v3                                    | 2401.12345
          ARXIV:2401.12345                                       | 2401.12345
          arXiv:2401.12345v2 [cs.CL] 22 Jan 2024                 | 2401.12345
          arXiv:2401.12345 [cs.LG]                               | 2401.12345
          hep-th/9901001                                         | hep-th/9901001
          hep-th/9901001v3                                       | hep-th/9901001
          arXiv:math.GT/0309136                                  | math/0309136
          https://arxiv.org/abs/2401.12345                       | 2401.12345
          http://arxiv.org/abs/2401.12345v1                      | 2401.12345
          arxiv.org/abs/2401.12345                               | 2401.12345
          https://www.arxiv.org/pdf/2401.12345                   | 2401.12345
          https://arxiv.org/pdf/2401.12345v2.pdf                 | 2401.12345
          https://arxiv.org/html/2401.12345v1#S3                 | 2401.12345
          https://arxiv.org/abs/2401.12345?context=cs            | 2401.12345
          https://export.arxiv.org/abs/hep-th/9901001            | hep-th/9901001
          https://www.alphaxiv.org/abs/2401.12345                | 2401.12345
          https://alphaxiv.org/overview/2401.12345v1             | 2401.12345
          https://huggingface.co/papers/2401.12345               | 2401.12345
          <https://arxiv.org/abs/2401.12345>                     | 2401.12345
          https://arxiv.org/abs/2401.12345.                      | 2401.12345
          10.48550/arXiv.2401.12345                              | 2401.12345
          doi:10.48550/arXiv.2401.12345                          | 2401.12345
          https://doi.org/10.48550/arXiv.2401.12345              | 2401.12345
          10.1038/S41586-021-03819-2                             | 10.1038/s41586-021-03819-2
          doi: 10.1038/s41586-021-03819-2                        | 10.1038/s41586-021-03819-2
          https://doi.org/10.1038/s41586-021-03819-2             | 10.1038/s41586-021-03819-2
          http://dx.doi.org/10.1103/PhysRevLett.116.061102       | 10.1103/physrevlett.116.061102
          https://www.biorxiv.org/content/10.1101/2024.01.02.573 | 10.1101/2024.01.02.573
          https://www.biorxiv.org/content/10.1101/2024.01.02.573v2.full.pdf | 10.1101/2024.01.02.573
          https://www.medrxiv.org/content/10.1101/2020.03.22.20040832v1.full | 10.1101/2020.03.22.20040832
          like:2401.12345                                        | 2401.12345
          Like: hep-th/9901001                                   | hep-th/9901001
          like:10.1101/2024.01.02.573                            | 10.1101/2024.01.02.573
          like:listing:0001                                      | listing:0001
          """)
  void aLineThatNamesAPaperIsThatPaper(String line, String id) {
    assertThat(PaperReference.of(line)).contains(new PaperId(id));
    assertThat(PaperReference.of(PaperReference.canonical(new PaperId(id))))
        .contains(new PaperId(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2401.12345 and papers like it",
        "see https://arxiv.org/abs/2401.12345",
        "2413.12345",
        "1234.5",
        "3.14159",
        "2024.12345",
        "like:cats",
        "like",
        "like: 2401.12345 but newer",
        "https://arxiv.org/list/cs.LG/recent",
        "https://arxiv.org",
        "https://github.com/google-research/bert",
        "transformers",
        "cs.LG",
        "10.5 GHz",
        "graph/node classification"
      })
  void anythingElseIsText(String line) {
    assertThat(PaperReference.of(line)).isEmpty();
  }
}
