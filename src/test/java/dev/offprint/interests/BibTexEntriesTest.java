package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BibTexEntriesTest {
  private static List<String> lines(String text) {
    return PastedInterests.read(text).interests().stream().map(Interest::line).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        @misc{vaswani2023attention,
              title={Attention Is All You Need},
              author={Ashish Vaswani and Noam Shazeer},
              year={2023},
              eprint={2401.12345},
              archivePrefix={arXiv},
              primaryClass={cs.CL}
        }
        """,
        """
        @article{some2024,
          title={{BERT}: Pre-training},
          journal={arXiv preprint arXiv:2401.12345},
          year={2024}
        }
        """,
        "@article{x, title = \"A title\", doi = {10.48550/arXiv.2401.12345}}",
        "@misc{x, title={A}, url={https://arxiv.org/abs/2401.12345v2}}",
        "@misc{x, title={A}, howpublished={\\url{https://arxiv.org/abs/2401.12345}}}",
        "@article{x, title={A}, journal={CoRR}, eprint={2401.12345v1}, eprinttype={arXiv}}",
        "@article(x, title={A}, note={arXiv:2401.12345, in press})",
        "  @InProceedings{x, Title={A}, Eprint=2401.12345, year=2024}",
        """
        @misc{x,
          title={Cut off},
          eprint={2401.12345},
          year={20
        """
      })
  void anEntryWithAnIdIsPapersLikeThatOne(String entry) {
    assertThat(lines("robots\n" + entry + "\n\nprotein folding"))
        .containsExactly("robots", "like:2401.12345", "protein folding");
    assertThat(PastedInterests.read(entry).notes())
        .singleElement()
        .satisfies(note -> assertThat(note.says()).hasToString("read as papers like 2401.12345"));
  }

  @Test
  void anEntryWithoutAnIdIsItsTitle() {
    assertThat(
            lines(
                """
                @inproceedings{devlin2019bert,
                  title={{BERT}: Pre-training of Deep
                         Bidirectional Transformers},
                  author={Devlin, Jacob and M{\\"u}ller, K.},
                  booktitle={NAACL}, pages={4171--4186}, year={2019}
                }
                @article{noether, title = "Invariante {V}ariationsprobleme", year = 1918}
                """))
        .containsExactly(
            "BERT: Pre-training of Deep Bidirectional Transformers",
            "Invariante Variationsprobleme");
    assertThat(lines("@article{x, title={A}, eprint={1234567}, archiveprefix={PMC}}"))
        .containsExactly("A");
    assertThat(lines("@article{x, title={On it}, doi={10.1038/S41586-021-03819-2}}"))
        .containsExactly("like:10.1038/s41586-021-03819-2");
  }

  @Test
  void anEntryWithNeitherIsRefused() {
    PastedInterests pasted = PastedInterests.read("@article{x, year={2020}}\n@book{}\nrobots");
    assertThat(pasted.interests()).containsExactly(new Interest("robots"));
    assertThat(pasted.refused())
        .hasSize(2)
        .allSatisfy(note -> assertThat(note.says().toString()).contains("no title"));
  }
}
