package dev.offprint.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedMailsTest {
  @Test
  void theLogTellsHowManyAndWhyWithoutAnAddress() {
    RefusedMails refused = new RefusedMails(1_200, "554 5.7.1 <ada@reader.example>: spam");
    assertThat(refused.forLog())
        .startsWith("1,200 mails were refused for the sender")
        .endsWith("The last: 554 5.7.1 <a…@reader.example>: spam");
    assertThat(new RefusedMails(1, "").forLog()).startsWith("1 mail was refused");
  }
}
