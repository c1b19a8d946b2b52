package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.cli.console.PaperFeatures.ConfiguredSource;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.sources.HarvestOutcome;
import dev.offprint.sources.Source;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Interest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is pasted on the command line is understood, and told of. */
class PastedInterestsCommandsTest {
  private final Session session = new Session();

  /** Has one paper, and counts how often it is asked for any. */
  private static final class OnePaper implements Source {
    private int asked;

    @Override
    public String name() {
      return "arxiv";
    }

    @Override
    public HarvestOutcome harvest(LocalDate day) {
      return new HarvestOutcome.NothingNew("it is asked for single papers only");
    }

    @Override
    public HarvestOutcome paper(PaperId id) {
      asked++;
      return id.value().equals("2401.12345")
          ? new HarvestOutcome.Harvested(List.of(sighting(id)), List.of())
          : new HarvestOutcome.Unreachable("no answer");
    }

    private static Sighting sighting(PaperId id) {
      return new Sighting(
          new Paper(
              id,
              "On felines",
              "They purr.",
              List.of(),
              List.of(),
              new Paper.Links(null, null, null),
              new Paper.Dates(null, LocalDate.of(2024, 1, 23), null)),
          "arxiv",
          Map.of(),
          Instant.parse("2024-05-27T06:00:00Z"));
    }
  }

  private List<String> kept() {
    return session
        .features
        .subscribers
        .find(EmailAddress.of("ada@example.org"))
        .orElseThrow()
        .preferences()
        .interests()
        .stream()
        .map(Interest::line)
        .toList();
  }

  private int run(String verb, String... options) {
    String[] command = new String[3 + options.length];
    System.arraycopy(new String[] {"subscribers", verb, "ada@example.org"}, 0, command, 0, 3);
    System.arraycopy(options, 0, command, 3, options.length);
    return session.run(command);
  }

  @Test
  void whatIsUnderstoodIsKeptAndTold() {
    assertThat(run("add", "--interest=cs.LG", "--interest=robots; drones")).isZero();
    assertThat(kept()).containsExactly("cat:cs.LG", "robots", "drones");
    assertThat(session.err.lines())
        .containsExactly(
            "the interest 'cs.LG': read as cat:cs.LG",
            "the interest 'robots; drones': read as 2 interests");
    assertThat(run("set", "--add-interest=Yann LeCun", "--remove-interest=cs.LG")).isZero();
    assertThat(kept()).containsExactly("robots", "drones", "Yann LeCun");
    assertThat(session.err).contains("Write author:\"Yann LeCun\"");
    assertThat(session.run("preview", "--interest=trasnformer")).isZero();
    assertThat(session.err).contains("perhaps you meant “transformer”");
  }

  @Test
  void allThatCannotBeTakenIsToldAtOnce() {
    assertThat(run("add", "--interest=a@b.org", "--interest=robots", "--interest=")).isEqualTo(2);
    assertThat(session.err.lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("--interest 'a@b.org': it is an e-mail address"))
        .anyMatch(line -> line.contains("an interest is empty"));
    assertThat(session.features.subscribers.all()).isEmpty();
  }

  @Test
  void aPaperThatIsNotKnownIsTakenInFromArxivOnce() {
    OnePaper arxiv = new OnePaper();
    session.features.sources.put("arxiv", new ConfiguredSource(arxiv, true));
    assertThat(session.run("preview", "--interest=2401.12345")).isZero();
    assertThat(session.err).contains("the paper 2401.12345 is not known here;");
    assertThat(arxiv.asked).isZero();

    assertThat(run("add", "--interest=https://arxiv.org/abs/2401.12345v2")).isZero();
    assertThat(kept()).containsExactly("like:2401.12345");
    assertThat(session.err).contains("took in the paper 2401.12345 from arXiv: On felines");
    assertThat(session.features.papers.find(new PaperId("2401.12345"))).isPresent();

    assertThat(run("set", "--add-interest=arXiv:2402.00001")).isZero();
    assertThat(arxiv.asked).isEqualTo(2);
    assertThat(kept()).containsExactly("like:2401.12345", "like:2402.00001");
    assertThat(session.err)
        .contains(
            "the paper 2402.00001 is not known here (no answer); its interest brings nothing until"
                + " it is");
  }
}
