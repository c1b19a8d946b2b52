package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "ada.lovelace+papers@mail.example.org",
        "o'brien@example.org",
        "!#$%&'*+-/=?^_`{|}~@example.org",
        "1@2.example",
        "дарья@example.org",
        "用户@例え.jp",
        "root@localhost"
      })
  void anAddressThatMailsCanReachIsTaken(String typed) {
    assertThat(EmailAddress.of(typed).local()).isEqualTo(typed.substring(0, typed.indexOf('@')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                       | empty
          ada                      | the @ is missing
          ada@lab@example.org      | more than one @
          @example.org             | nothing before the @
          ada@                     | nothing behind the @
          ada lovelace@example.org | a blank
          ada@exam ple.org         | a blank
          .ada@example.org         | a dot
          ada.@example.org         | a dot
          ada..l@example.org       | a dot
          "ada"@example.org        | quotation marks
          ada(me)@example.org      | comments
          ada@(me)example.org      | comments
          <ada@example.org>        | alone
          mailto:ada@example.org   | “:”
          ada@[127.0.0.1]          | brackets
          ada@127.0.0.1            | a number
          ada@gmail                | ending
          ada@example.org.         | end with a dot
          ada@.example.org         | begin with a dot
          ada@example..org         | two in a row
          ada@-example.org         | hyphen
          ada@example-.org         | hyphen
          ada@exam_ple.org         | letters, digits
          ada@straße.example       | xn--
          """)
  void anAddressThatCannotBeReachedIsRefusedWithTheReason(String typed, String reason) {
    assertThatThrownBy(() -> EmailAddress.of(typed == null ? "" : typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org\nBcc: all@example.org",
        "ada@example.org\r\n",
        "\nada@example.org",
        "a\u0000da@example.org",
        "ada@exam\tple.org",
        "ada\u2028@example.org"
      })
  void aLineBreakOrControlCharacterIsNeverTaken(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line break or a control character");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u202Eda@example.org", "ada\u200B@example.org", "ada\uD800@example.org"})
  void aCharacterThatHidesIsNotTaken(String typed) {
    assertThatThrownBy(() -> EmailAddress.of(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be seen");
  }

  @Test
  void aLocalPartHasAtMost64Octets() {
    assertThat(EmailAddress.of("a".repeat(64) + "@example.org").local()).hasSize(64);
    assertThatThrownBy(() -> EmailAddress.of("a".repeat(65) + "@example.org"))
        .hasMessageContaining("before the @ is too long");
    assertThatThrownBy(() -> EmailAddress.of("я".repeat(33) + "@example.org"))
        .hasMessageContaining("before the @ is too long");
  }

  @Test
  void aLabelHasAtMost63OctetsAndADomain255() {
    assertThat(EmailAddress.of("a@" + "b".repeat(63) + ".org").domain()).hasSize(67);
    assertThatThrownBy(() -> EmailAddress.of("a@" + "b".repeat(64) + ".org"))
        .hasMessageContaining("a part of the domain is too long");
    assertThatThrownBy(() -> EmailAddress.of("a@" + "b.".repeat(127) + "org"))
        .hasMessageContaining("the domain is too long");
  }

  @Test
  void anAddressHasAtMost254Octets() {
    assertThat(EmailAddress.of("a@" + "b.".repeat(124) + "orga").toString()).hasSize(254);
    assertThatThrownBy(() -> EmailAddress.of("ab@" + "b.".repeat(124) + "orga"))
        .hasMessageContaining("the address is too long");
  }

  @ParameterizedTest
  @CsvSource({
    "Ada@Example.ORG, ada@example.org",
    "'  ada@example.org\u00A0', ada@example.org",
    "ada@bücher.example, ada@xn--bcher-kva.example",
    "ada@BÜCHER.example, ada@xn--bcher-kva.example",
    "ADA@例え。jp, ada@xn--r8jz45g.jp",
    "JOS\u00C9@example.org, jose\u0301@example.org"
  })
  void oneMailboxHasOneKeyHoweverItIsTyped(String typed, String otherwise) {
    assertThat(EmailAddress.of(typed).key()).isEqualTo(EmailAddress.of(otherwise).key());
  }

  @Test
  void theLocalPartIsMailedToAsItWasTyped() {
    assertThat(EmailAddress.of(" Ada.L@Example.ORG ")).hasToString("Ada.L@example.org");
  }

  @Test
  void aLogShowsTheFirstCharacterAlone() {
    assertThat(EmailAddress.of("ada@example.org").masked()).isEqualTo("a…@example.org");
    assertThat(EmailAddress.of("\uD83E\uDD80crab@example.org").masked())
        .isEqualTo("\uD83E\uDD80…@example.org");
  }

  @Property
  void whateverIsTypedIsAnAddressOrARefusal(@ForAll String local, @ForAll String domain) {
    for (String typed : new String[] {local, local + "@" + domain, "a@" + domain + ".org"}) {
      try {
        EmailAddress address = EmailAddress.of(typed);
        assertThat(EmailAddress.of(address.toString())).isEqualTo(address);
        assertThat(address.toString()).doesNotContainAnyWhitespaces();
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      }
    }
  }
}
