package dev.offprint.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One work has one id, on whatever page and in whatever version it stands. */
class SpellingOfIdsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://arxiv.org/abs/2405.00001",
        "http://www.arxiv.org/abs/2405.00001v3",
        "https://arxiv.org/pdf/2405.00001.pdf",
        "https://arxiv.org/pdf/2405.00001v2.pdf#page=3",
        "https://arxiv.org/html/2405.00001v1",
        "https://export.arxiv.org/abs/2405.00001?context=cs",
        "https://ar5iv.org/abs/2405.00001",
        "https://ar5iv.labs.arxiv.org/html/2405.00001",
        "https://huggingface.co/papers/2405.00001",
        "https://hf.co/papers/2405.00001#community",
        "https://papers.cool/arxiv/2405.00001",
        "https://www.alphaxiv.org/abs/2405.00001v2",
        "https://www.alphaxiv.org/overview/2405.00001",
        "https://scirate.com/arxiv/2405.00001",
        "https://www.emergentmind.com/papers/2405.00001",
        "https://www.semanticscholar.org/arxiv/2405.00001",
        "https://ui.adsabs.harvard.edu/abs/arXiv:2405.00001",
        "https://ui.adsabs.harvard.edu/abs/2024arXiv240500001L/abstract",
        "https://scholar.archive.org/work/ab12/access/wayback/https://arxiv.org/pdf/2405.00001v1.pdf",
        "https://web.archive.org/web/20240601/https://arxiv.org/abs/2405.00001",
        "https://news.example/out?to=https%3A%2F%2Farxiv.org%2Fabs%2F2405.00001",
        "https://doi.org/10.48550/arXiv.2405.00001v2",
        "oai:arXiv.org:2405.00001v1"
      })
  void anAddressOfAPaperOnArxivIsItsId(String address) {
    assertThat(PaperId.arxivIn(address)).contains(new PaperId("2405.00001"));
    assertThat(PaperId.of(address)).isEqualTo(new PaperId("2405.00001"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://arxiv.org/abs/hep-th/9901001v2, hep-th/9901001",
    "https://arxiv.org/pdf/math.GT/0309136, math/0309136",
    "arXiv:math.GT/0309136, math/0309136",
    "MATH/0309136, math/0309136"
  })
  void anIdOfTheOldSchemeIsThatOfItsArchive(String spelling, String id) {
    assertThat(PaperId.of(spelling)).isEqualTo(new PaperId(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lab.example/posts/2405.00001",
        "https://arxiv.org/list/cs.LG/2405",
        "https://arxiv.org/abs/2499.00001",
        "https://arxiv.org/abs/2405.000012",
        "https://arxiv.example/blog/1234567",
        "https://lab.example/arxiv-digest/2405.00001-and-others"
      })
  void anotherAddressIsNoPaperOnArxiv(String address) {
    assertThat(PaperId.arxivIn(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "10.26434/chemrxiv-2026-abcde-v2 10.26434/chemrxiv-2026-abcde",
        "10.26434/chemrxiv.1234567.v1 10.26434/chemrxiv.1234567",
        "10.21203/rs.3.rs-1234567/v3 10.21203/rs.3.rs-1234567",
        "10.31234/osf.io/abcde_v2 10.31234/osf.io/abcde",
        "10.20944/preprints202611.1234.v1 10.20944/preprints202611.1234",
        "10.36227/techrxiv.1234567.v2 10.36227/techrxiv.1234567",
        "10.22541/au.170000000.12345678/v1 10.22541/au.170000000.12345678",
        "10.12688/f1000research.12345.2 10.12688/f1000research.12345",
        "10.7554/eLife.12345.3 10.7554/elife.12345",
        "10.32388/ABC123.2 10.32388/abc123",
        "10.7287/peerj.preprints.1234v2 10.7287/peerj.preprints.1234",
        "https://www.biorxiv.org/content/10.1101/2026.03.01.123456v2.full.pdf+html"
            + " 10.1101/2026.03.01.123456",
        "https://doi.org/10.2139/ssrn.1234567 10.2139/ssrn.1234567",
        "https://doi.org/10.1000/v2 10.1000/v2"
      })
  void theVersionsOfAPreprintAreOneWork(String spelling, String id) {
    assertThat(PaperId.of(spelling)).isEqualTo(new PaperId(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "https://oup.example/bib/article/doi/10.1093/bib/btad123/7070000?rss=1 10.1093/bib/btad123",
        "https://aip.example/jcp/article/doi/10.1063/5.0123456/2890000/A-title 10.1063/5.0123456",
        "https://iop.example/article/10.1088/1742-6596/2345/1/012345/meta"
            + " 10.1088/1742-6596/2345/1/012345",
        "https://doi.example/doi/10.1088/1742-6596/2345/1/012345 10.1088/1742-6596/2345/1/012345",
        "https://frontiers.example/articles/10.3389/fnins.2026.12345/full 10.3389/fnins.2026.12345",
        "https://acs.example/doi/10.1021/acs.jpcc.1c00001/suppl_file/x.pdf"
            + " 10.1021/acs.jpcc.1c00001",
        "https://springer.example/content/pdf/10.1007/s00220-026-1-1.pdf 10.1007/s00220-026-1-1",
        "https://plos.example/article?id=10.1371/journal.pone.0123456&type=printable"
            + " 10.1371/journal.pone.0123456",
        "https://doi.org/10.1000%2FABC 10.1000/abc",
        "https://doi.org/10.1016/S0140-6736(05)67889-0). 10.1016/s0140-6736(05)67889-0",
        "https://doi.org/10.1061/(ASCE)0733-9399(2006)132:8(859)"
            + " 10.1061/(asce)0733-9399(2006)132:8(859)",
        "https://doi.org/10.1000/abc;jsessionid=12AF 10.1000/abc"
      })
  void theAddressOfAPageIsTheDoiInIt(String address, String id) {
    assertThat(PaperId.of(address)).isEqualTo(new PaperId(id));
  }

  @Test
  void aDoiMadeOfASiciIsTakenToItsEnd() {
    String first = "10.1002/(sici)1097-9999(19980815/30)17:15/16<1661::aid-abc968>3.0.co;2-2";
    String second = "10.1002/(sici)1097-9999(19980815/30)17:15/16<1700::aid-abc900>3.0.co;2-#";

    assertThat(PaperId.doiIn("https://doi.org/" + first)).contains(new PaperId(first));
    assertThat(PaperId.doiIn("https://doi.org/" + second)).contains(new PaperId(second));
    assertThat(PaperId.doiIn(first.replace("<", "%3C").replace(">", "%3E") + "/abstract"))
        .contains(new PaperId(first));
    assertThat(PaperId.doiIn(first.replace("<", "&lt;").replace(">", "&gt;") + "?rss=1"))
        .contains(new PaperId(first));
    assertThat(PaperId.doiIn("10.1175/1520-0469(1969)026<0636:AOTSWI>2.0.CO;2."))
        .contains(new PaperId("10.1175/1520-0469(1969)026<0636:aotswi>2.0.co;2"));
  }

  @Property(tries = 2_000, seed = "2026")
  void whateverStandsAroundADoiChangesNothing(
      @ForAll("dois") String doi,
      @ForAll("before") String before,
      @ForAll("tails") String tail,
      @ForAll("ends") String end) {
    assertThat(PaperId.doiIn(before + doi + tail + end)).contains(new PaperId(doi));
  }

  @Property(tries = 5_000, seed = "2026")
  void anyTextHasAnIdOrIsToldToHaveNone(@ForAll String text) {
    for (String written : List.of(text, "https://arxiv.org/" + text, "10.1000/" + text)) {
      PaperId.arxivIn(written).ifPresent(id -> assertThat(PaperId.of(id.value())).isEqualTo(id));
      PaperId.doiIn(written).ifPresent(id -> assertThat(PaperId.of(id.value())).isEqualTo(id));
    }
  }

  @Provide
  Arbitrary<String> dois() {
    return Arbitraries.strings()
        .withChars("abc012()./-")
        .ofMinLength(1)
        .ofMaxLength(12)
        .map(suffix -> "10.1234/x" + suffix + "y9")
        .filter(
            doi -> !doi.matches(".*\\).*\\(.*") && doi.matches("[^()]*|[^()]*\\([^()]*\\)[^()]*"));
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of("", "doi:", "DOI ", "https://doi.org/", "https://p.example/doi/full/");
  }

  @Provide
  Arbitrary<String> tails() {
    return Arbitraries.of("", "/full", "/abstract", ".pdf", "/pdf", ".full.pdf", "/epdf", "/meta");
  }

  @Provide
  Arbitrary<String> ends() {
    return Arbitraries.of("", ".", ",", ";", ")", "?rss=1", "#sec-2", "/", ").");
  }
}
