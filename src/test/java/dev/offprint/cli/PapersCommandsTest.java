package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Candidate;
import dev.offprint.papers.Paper;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome.Harvested;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PapersCommandsTest {
  private final Session session = new Session();

  private void file(String name, String... ids) {
    session.features.files.put(
        name,
        new Harvested(
            List.of(ids).stream().map(id -> Samples.sighting(id, 74, MemoryFeatures.NOW)).toList(),
            List.of()));
  }

  @Test
  void eachFileHasItsLineAndAllHaveATotal() {
    file("a.json", "2405.00001", "2405.00002");
    file("b.json", "2405.00002");
    assertThat(session.run("papers", "import", "a.json", "b.json", "--date", "yesterday")).isZero();
    assertThat(session.out.lines())
        .containsExactly(
            "a.json: 2 papers, 2 new, 0 updated, 0 unchanged, 0 set aside",
            "b.json: 1 paper, 0 new, 0 updated, 1 unchanged, 0 set aside",
            "2 files: 2 new, 0 updated, 1 unchanged");
    assertThat(session.features.asked).containsExactly("a.json 2024-05-26", "b.json 2024-05-26");
  }

  @Test
  void aFileThatCannotBeReadIsReportedAndTheOthersGoOn() {
    file("good.json", "2405.00001");
    assertThat(session.run("papers", "import", "missing.json", "good.json")).isEqualTo(1);
    assertThat(session.err)
        .isEqualToNormalizingNewlines("missing.json: nothing taken in: there is no such file\n");
    assertThat(session.out).contains("good.json: 1 paper, 1 new").contains("1 of them failed");
    session.run("papers", "import", "missing.json", "good.json", "--json");
    assertThat(session.json().get(0).get("error").asString()).isEqualTo("there is no such file");
    assertThat(session.json().get(1).get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void papersAreTakenInFromStandardInputToo() {
    file("-", "2405.00001");
    assertThat(session.run("papers", "import", "-", "--date", "yesterday")).isZero();
    assertThat(session.out.lines())
        .containsExactly("standard input: 1 paper, 1 new, 0 updated, 0 unchanged, 0 set aside");
    assertThat(session.features.asked).containsExactly("- 2024-05-26");
  }

  @Test
  void theHelpOfImportNamesEveryFormat() {
    session.run("papers", "import", "--help");
    assertThat(session.out)
        .contains("Hugging Face", "Atom", "RSS", "OAI-PMH", "bioRxiv", "JSON Lines", "gzipped");
  }

  @Test
  void aScriptLearnsFromTheExitCodeThatARecordWasSetAside() {
    file("good.json", "2405.00001");
    session.features.files.put(
        "odd.json",
        new Harvested(
            List.of(Samples.sighting("2405.00002", 1, MemoryFeatures.NOW)),
            List.of("record 2: it has no title")));
    assertThat(session.run("papers", "import", "odd.json", "good.json")).isEqualTo(1);
    assertThat(session.out).contains("2 files: 2 new");
    assertThat(session.run("papers", "import", "odd.json", "--json")).isEqualTo(1);
    assertThat(session.json().get(0).get("set_aside").get(0).asString())
        .isEqualTo("record 2: it has no title");
    assertThat(session.run("papers", "import", "good.json")).isZero();
  }

  @Test
  void whatIsSetAsideHasAReasonButNotAThousandOfThem() {
    List<String> reasons = IntStream.range(0, 1_000).mapToObj(i -> "record " + i).toList();
    session.features.files.put("odd.json", new Harvested(List.of(), reasons));
    session.run("papers", "import", "odd.json");
    assertThat(session.out).contains("1,000 set aside");
    assertThat(session.err)
        .hasLineCount(21)
        .contains("odd.json: set aside: record 0", "and 980 more set aside");
  }

  @Test
  void searchShowsTitleAuthorsAndTheFirstLinesOfTheAbstract() {
    session.features.found =
        List.of(
            Samples.candidate("2405.00001", "Routing of experts", 74),
            Samples.candidate("2405.00002", "A title that is rather long ".repeat(8), 0));
    assertThat(session.run("papers", "search", "mixture", "of", "experts", "--limit", "2"))
        .isZero();
    assertThat(session.features.asked).containsExactly("mixture of experts 2");
    assertThat(session.out.lines().toList())
        .startsWith(
            " 1. Routing of experts",
            "    Ada Byron, Alan Turing, Grace Hopper and 2 more",
            "    2405.00001, 2024-05-27, 74 upvotes",
            "    We route each token to a few experts out of many, so that a model may hold");
    assertThat(session.out.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void aSearchThatFindsNothingSaysSoAndIsNoFailure() {
    assertThat(session.run("papers", "search", "phlogiston")).isZero();
    assertThat(session.out.strip()).isEqualTo("No paper fits 'phlogiston'.");
    session.run("papers", "search", "phlogiston", "--json");
    assertThat(session.json().isEmpty()).isTrue();
  }

  @Test
  void trendingIsForTodayUnlessADayIsNamed() {
    session.features.found = List.of(Samples.candidate("2405.00001", "Routing of experts", 1));
    session.run("papers", "trending");
    session.run("papers", "trending", "--date", "2024-05-01", "--limit", "3");
    assertThat(session.features.asked).containsExactly("2024-05-27 10", "2024-05-01 3");
    assertThat(session.out).contains("1 upvote\n").doesNotContain("We route");
  }

  @Test
  void aDayWithoutPapersNamesTheLatestThatHasSome() {
    session.features.papers.record(List.of(Samples.sighting("2405.00001", 1, MemoryFeatures.NOW)));
    session.run("papers", "trending", "--date", "2024-05-29");
    assertThat(session.out).contains("No papers are known for 2024-05-29; try --date 2024-05-27.");
  }

  @Test
  void showTellsAllThatIsKnown() {
    session.features.papers.record(List.of(Samples.sighting("2405.00001", 74, MemoryFeatures.NOW)));
    assertThat(session.run("papers", "show", "arXiv:2405.00001v2")).isZero();
    assertThat(session.out)
        .contains("Mary Cartwright", "cs.LG cs.CL", "https://arxiv.org/pdf/2405.00001")
        .contains(
            "SEEN (Europe/Oslo)",
            "the whole paper.",
            "Mon 2024-05-27 10:30  huggingface  upvotes     74");
    session.run("papers", "show", "2405.00001", "--json");
    assertThat(session.json().get("signals").get(0).get("value").asInt()).isEqualTo(74);
  }

  @Test
  void titlesAndAbstractsAreCleanTextWhereverTheyAreShown() {
    Candidate paper =
        Samples.candidate("2405.00001", "An $\\ell_p$ <i>norm</i> of &lt;b&gt; in CO$_2$", 74);
    String clean = "An ℓₚ norm of <b> in CO₂";
    session.features.found = List.of(paper);
    session.run("papers", "search", "norm");
    assertThat(session.out).contains(" 1. " + clean + "\n");
    session.run("papers", "search", "norm", "--json");
    assertThat(session.json().get(0).get("title").asString()).isEqualTo(clean);
    session.features.papers.record(
        List.of(new Sighting(paper.paper(), "file", Map.of(), MemoryFeatures.NOW)));
    session.run("papers", "show", "2405.00001");
    assertThat(session.out).startsWith(clean + "\n");
    session.run("papers", "show", "2405.00001", "--json");
    assertThat(session.json().get("title").asString()).isEqualTo(clean);
  }

  @Test
  void showNamesTheOrganisationAndWhoseSummaryItIs() {
    Paper plain = Samples.paper("2405.00001", "Routing");
    Paper listed =
        new Paper(
            plain.id(),
            plain.title(),
            plain.abstractText(),
            plain.authors(),
            plain.categories(),
            plain.links(),
            plain.dates(),
            new Paper.Listing(
                "R&amp;D \u001b[31mLab", new Paper.Summary("It routes.", "Hugging Face (AI)")));
    session.features.papers.record(
        List.of(new Sighting(listed, "file", Map.of(), MemoryFeatures.NOW)));
    session.run("papers", "show", "2405.00001");
    assertThat(session.out)
        .contains("Origin      R&D [31mLab", "Summary by Hugging Face (AI): It routes.")
        .doesNotContain("\u001b");
    session.run("papers", "show", "2405.00001", "--json");
    assertThat(session.json().get("organization").asString()).isEqualTo("R&D [31mLab");
    assertThat(session.json().get("source_summary").asString()).isEqualTo("It routes.");
    assertThat(session.json().get("summary_by").asString()).isEqualTo("Hugging Face (AI)");
  }

  @Test
  void anUnknownPaperFails() {
    assertThat(session.run("papers", "show", "2405.00001")).isEqualTo(1);
    assertThat(session.err).contains("there is no paper '2405.00001' here");
  }

  @Test
  void aTitleCannotCommandTheTerminal() {
    session.features.found = List.of(Samples.candidate("2405.00001", "\u001b[31mred\u202e", 1));
    session.run("papers", "search", "red");
    assertThat(session.out).contains(" 1. [31mred\n").doesNotContain("\u001b");
  }
}
