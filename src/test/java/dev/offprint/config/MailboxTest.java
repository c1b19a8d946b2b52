package dev.offprint.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example",
        "offprint@localhost",
        "<a@b.example>",
        "Papers <a@b.example>",
        "J. Doe <a+b@c-d.example>",
        "Forskning på norsk <a@xn--bcher-kva.example>",
        "\"Papers, \\\"daily\\\" <x@y>\" <a@b.example>",
      })
  void oneSenderIsAMailbox(String text) throws AddressException {
    assertThat(Mailbox.objection(text)).isEmpty();
    assertThat(new InternetAddress(text, true).getAddress()).contains("@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b.example",
        "a@",
        "a@b@c",
        "a b@c.example",
        "a@b.example, c@d.example",
        "a..b@c.example",
        "a@-b.example",
        "a@b..example",
        "a@bücher.example",
        "a@b.example>",
        "Papers <a@b.example",
        "Papers, daily <a@b.example>",
        "\"Papers <a@b.example>",
        "Papers <>",
        "Papers <a@b.example> x",
        "a <b@c> <d@e>",
        "group: a@b.example;",
      })
  void anythingElseIsNot(String text) {
    assertThat(Mailbox.objection(text)).isPresent();
  }

  @Property(tries = 3000, seed = "2026")
  void whatIsAcceptedCanBeSentFrom(@ForAll("nearlyMailboxes") String text) throws AddressException {
    if (Mailbox.objection(text).isEmpty()) {
      new InternetAddress(text, true).validate();
    }
  }

  @Provide
  Arbitrary<String> nearlyMailboxes() {
    return Arbitraries.of(
            "a",
            "B9",
            "@",
            "@b.example",
            ".",
            "-",
            "<",
            ">",
            "<a@b.example>",
            "\"",
            "\\",
            " ",
            ",",
            ";",
            ":",
            "(",
            ")",
            "[",
            "]",
            "é",
            "x@y",
            "'",
            "+")
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces));
  }
}
