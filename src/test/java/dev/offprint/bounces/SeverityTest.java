package dev.offprint.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource({
    "5.1.1, 550, anything, HARD",
    "5.1.2, , bad destination system, HARD",
    "5.2.1, , mailbox disabled, HARD",
    "5.1.8, 553, the sender's domain does not exist, SOFT",
    "5.2.2, 550, mailbox full, SOFT",
    "5.7.1, 550, your network is on a block list, SOFT",
    "5.7.1, 550, user unknown, HARD",
    "4.1.1, 450, user unknown for now, SOFT",
    "5.4.1, 550, Recipient address rejected: Access denied, HARD",
    "5.4.7, , delivery time expired, SOFT"
  })
  void theEnhancedStatusCodeComesFirst(
      String status, Integer reply, String words, Severity expected) {
    assertThat(Severity.of(status, reply, words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "550, no such user here, HARD",
    "550, mailbox quota exceeded, SOFT",
    "550, rejected as spam, SOFT",
    "550, , HARD",
    "421, user unknown, SOFT",
    "552, anything, SOFT",
    "554, transaction failed, SOFT",
    "556, the host takes no mail, HARD"
  })
  void thenTheReplyCodeWithItsWords(int reply, String words, Severity expected) {
    assertThat(Severity.of(null, reply, words == null ? "" : words)).isEqualTo(expected);
    assertThat(Severity.of("5.0.0", reply, words == null ? "" : words)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "This user does not exist., HARD",
    "The recipient name is not recognized, HARD",
    "retry timeout exceeded, SOFT",
    "something else happened, SOFT"
  })
  void thenTheWordsAlone(String words, Severity expected) {
    assertThat(Severity.of(null, null, words)).isEqualTo(expected);
  }
}
