package dev.offprint.smtp.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What DKIM counts of a header field. */
class RelaxedFieldTest {
  @Test
  void theExamplesOfTheStandard() {
    assertThat(RelaxedField.of("A: X")).isEqualTo("a:X"); // RFC 6376, section 3.4.5
    assertThat(RelaxedField.of("B : Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
  }

  @Test
  void howItIsFoldedMakesNoDifference() {
    assertThat(RelaxedField.of("Subject:\r\n  Papers\r\n of \t today"))
        .isEqualTo(RelaxedField.of("SUBJECT: Papers of today"))
        .isEqualTo("subject:Papers of today");
  }

  @Test
  void anEmptyValueAndColonsInAValueStay() {
    assertThat(RelaxedField.of("Subject: ")).isEqualTo("subject:");
    assertThat(RelaxedField.of("Subject: a: b:c")).isEqualTo("subject:a: b:c");
  }

  @Test
  void whatHasNoNameIsNoField() {
    assertThatIllegalArgumentException().isThrownBy(() -> RelaxedField.of("Subject"));
    assertThatIllegalArgumentException().isThrownBy(() -> RelaxedField.of(": a"));
  }
}
