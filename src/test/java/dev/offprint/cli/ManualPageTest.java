package dev.offprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ManualPageTest {
  @Command(
      name = "press",
      description = "Print a sheet; '.' and \\ are no markup.",
      footer = {"", ".TH of \"this\" is text.", "", "Example:", "  press --ink-of 3 \\", "  'all'"})
  static final class Press {
    @Option(
        names = {"-i", "--ink-of"},
        paramLabel = "TIN",
        description = "Which ink, über alles…")
    int ink;

    @Option(names = "--secretly", hidden = true)
    boolean secretly;

    @Parameters(paramLabel = "SHEET", description = "'Tis what is printed.")
    String sheet = "";
  }

  private static String page() {
    return ManualPage.source(new CommandLine(new Press()), "1.0-beta");
  }

  @Test
  void aPageSaysWhatTheHelpSays() {
    assertThat(page())
        .startsWith(".TH PRESS 1 \"\" \"offprint 1.0\\-beta\" \"Offprint\"\n")
        .contains(".SH SYNOPSIS\npress SHEET [OPTION...]\n")
        .contains(".TP\n.B \\-i, \\-\\-ink\\-of TIN\nWhich ink,")
        .doesNotContain("secretly");
  }

  @Test
  void textIsNeverTakenForMarkup() {
    assertThat(page())
        .contains("Print a sheet; '.' and \\e are no markup.\n")
        .contains("\n\\&.TH of \\(dqthis\\(dq is text.\n")
        .contains("\n\\&'Tis what is printed.\n");
  }

  @Test
  void whatTroffDoesNotReadIsNamedByItsNumber() {
    assertThat(page()).contains("Which ink, \\[u00FC]ber alles\\[u2026]\n");
  }

  @Test
  void examplesKeepTheirLines() {
    assertThat(page()).contains(".SH EXAMPLES\n.nf\npress \\-\\-ink\\-of 3 \\e\n\\&'all'\n.fi\n");
  }
}
