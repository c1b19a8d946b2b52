package dev.offprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesettingMarksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "O_ST_ABSAimsC_ST_ABSWe count bees.|Aims We count bees.",
        "SO_SCPLOWUMMARYC_SCPLOWBees fly.|SUMMARY Bees fly.",
        "O_SCPLOWDC_SCPLOW-glucose and O_SCPCAPLC_SCPCAP-valine|D-glucose and L-valine",
        "KO_SCPLOWVC_SCPLOW1.1 channels|KV1.1 channels",
        "O_LIBees fly. C_LIO_LIWasps too. C_LI|Bees fly. Wasps too.",
        "O_QDTo bee or not.C_QD|To bee or not.",
        "We fly. O_FIG O_LINKSMALLFIG WIDTH=9 HEIGHT=9 SRC=\"FIGDIR/small/1v1_f.gif\" ALT=\"Figure"
            + " 1\"> View larger version (9K):"
            + " org.highwire.dtl.DTLVardef@1aorg.highwire.dtl.DTLVardef@2b_HPS_FORMAT_FIGEXP M_FIG"
            + " O_FLOATNOFigure 1.C_FLOATNO A bee. C_FIG We land.|We fly. We land.",
        "We fly. O_TBL View this table: org.highwire.dtl.DTLVardef@1a M_TBL C_TBL|We fly.",
        "We fly. O_FIG O_LINKSMALLFIG WIDTH=9 SRC=\"FIGDIR/small/1v1_f.gif\" ALT=\"Figure 1\"> View"
            + " larger|We fly. View larger",
        "so O_INLINEFIG[Formula 1]C_INLINEFIG holds|so [Formula 1] holds",
        "a O_NEWMARKbeeC_NEWMARK flies|a bee flies",
        "TNF{alpha}, {beta}-catenin, 5 {micro}M at 37{degrees}C, 2 {+/-} 1|TNFα, β-catenin, 5 µM at"
            + " 37°C, 2 ± 1",
        "P [&le;] 0.05 and A[-&gt;]B|P ≤ 0.05 and A→B",
      })
  void aMarkOfTypesettingIsNotShown(String raw, String shown) {
    assertThat(PlainText.of(raw)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open with O_CREAT and O_RDONLY",
        "constants C_MAX, M_PI and O_NONBLOCK",
        "the [C_II] line and M_BH",
        "O_LIST of things",
        "data_{user}.csv and {name}",
        "[12], [a-z] and [x]",
      })
  void whatOnlyLooksLikeOneStays(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O_FIG",
        "C_FIG",
        "O_FIG C_FIG",
        "O_LI",
        "O_AB",
        "O_LINKFIG ",
        "M_FIG",
        "{alpha",
        "O_ST_ABS"
      })
  void timeGrowsWithTheLengthOnly(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> PlainText.of(text));
  }
}
