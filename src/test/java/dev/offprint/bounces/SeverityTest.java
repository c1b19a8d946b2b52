package dev.offprint.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.7.1 <ada@reader.example>: user unknown                            | HARD",
        "450 4.1.1 <ada@reader.example>... User unknown                          | HARD",
        "550 no such user here                                                   | HARD",
        "550 5.5.0 Mailbox does not exist                                        | HARD",
        "550 5.4.1 Recipient address rejected: Access denied                     | HARD",
        "5.4.4 Host or domain name not found. Host not found                     | HARD",
        "4.0.0 The domain reader.example takes no mail: returned Null MX         | HARD",
        "Your mail was rejected: 550 user unknown                                | HARD",
        "554 5.1.1 blocked by our policy                                         | REFUSED",
        "550 5.1.1 message rejected, it looks like spam                          | REFUSED",
        "550 5.1.0 <digest@lab.example> sender rejected                          | REFUSED",
        "553 5.1.8 Sender address rejected: Domain not found                     | REFUSED",
        "550 5.0.0 Reverse DNS validation failed                                 | REFUSED",
        "550 5.2.0 unauthenticated mail is not taken, see DMARC                  | REFUSED",
        "554 The IP 192.0.2.7 is on a block list                                 | REFUSED",
        "421 4.7.0 temporarily deferred because of user complaints               | REFUSED",
        "550 Rejected (in reply to MAIL FROM command)                            | REFUSED",
        "552 5.3.4 message size exceeds fixed limit                              | REFUSED",
        "552 5.1.1 <ada@reader.example>: mailbox over quota                      | SOFT",
        "550 5.1.1 the mailbox is full, user unknown at other hosts              | SOFT",
        "550 this account has been disabled                                      | SOFT",
        "550 5.2.1 The account is inactive                                       | SOFT",
        "550 5.2.1 the recipient is getting mail at a rate that is too high      | SOFT",
        "451 4.4.3 host not found, try again                                     | SOFT",
        "retry timeout exceeded                                                  | SOFT",
        "550 5.4.316 Message expired, connection refused                         | SOFT"
      })
  void theWordsAreBelievedFirst(String reason, Severity expected) {
    assertThat(Severity.of(reason)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Empfänger ist unbekannt",
        "L'adresse du destinataire est invalide",
        "El usuario no existe",
        "L'utente è sconosciuto",
        "O endereço é desconhecido",
        "De gebruiker is onbekend",
        "Ten użytkownik nie istnieje",
        "Uživatel neexistuje",
        "Пользователь не найден",
        "Користувач не існує",
        "宛先のアドレスが見つかりません",
        "该用户不存在",
        "사용자를 찾을 수 없습니다"
      })
  void whoIsGoneIsGoneInOtherLanguages(String words) {
    assertThat(Severity.of(words)).isEqualTo(Severity.HARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Das Postfach ist leider voll",
        "La boîte aux lettres est pleine",
        "El buzón está lleno",
        "La casella è piena",
        "A caixa postal está cheia",
        "Почтовый ящик переполнен",
        "邮箱已满",
        "容量が超過しています",
        "Der Benutzer ist möglicherweise nicht vorhanden"
      })
  void andWhatMayPassMayPass(String words) {
    assertThat(Severity.of(words)).isEqualTo(Severity.SOFT);
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1, HARD",
    "5.1.2, HARD",
    "5.1.6, HARD",
    "5.1.10, HARD",
    "5.7.17, HARD",
    "5.2.1, SOFT",
    "5.2.2, SOFT",
    "5.7.13, SOFT",
    "4.1.1, SOFT",
    "5.3.2, SOFT",
    "5.4.7, SOFT",
    "5.1.0, SOFT",
    "5.0.0, SOFT",
    "5.1.8, REFUSED",
    "5.3.4, REFUSED",
    "5.6.0, REFUSED",
    "5.7.1, REFUSED",
    "5.7.26, REFUSED",
    "4.7.1, REFUSED"
  })
  void thenTheEnhancedStatusCode(String status, Severity expected) {
    assertThat(Severity.of(status, null, "")).isEqualTo(expected);
    assertThat(Severity.of(status, 554, "transaction ended")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"556, HARD", "551, HARD", "550, SOFT", "552, SOFT", "554, SOFT", "421, SOFT"})
  void thenTheReplyCode(int reply, Severity expected) {
    assertThat(Severity.of(null, reply, "")).isEqualTo(expected);
    assertThat(Severity.of("5.0.0", reply, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 user unknown, see https://mx.reader.example/help#blocked | HARD",
        "550 see https://blacklist.reader.example/?ip=192.0.2.7       | REFUSED"
      })
  void anAddressOfAPageCountsOnlyWhereNothingElseIsSaid(String reason, Severity expected) {
    assertThat(Severity.of(reason)).isEqualTo(expected);
  }
}
