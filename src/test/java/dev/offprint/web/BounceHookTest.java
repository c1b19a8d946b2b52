package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.ServerConfiguration;
import dev.offprint.db.Instants;
import dev.offprint.ledger.Delivery;
import dev.offprint.sending.OutboxFixture;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.subscribers.Suppression.Origin;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What mail services post, over HTTP. */
class BounceHookTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String BEARER = "Bearer " + Site.HOOK_SECRET;
  private static final String HARD = "{\"type\":\"hard_bounce\",\"email\":\"ada@example.org\"}";
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path data;
  private Site site;
  private Subscriber ada;

  @BeforeEach
  void start() {
    site = new Site(data);
    ada = site.subscriber("ada@example.org", Status.ACTIVE);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<String> post(@Nullable String authorization, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.at("/hooks/bounces"))
            .header("Content-Type", "text/plain; charset=UTF-8") // as Amazon SNS has it
            .POST(BodyPublishers.ofString(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return site.send(request.build());
  }

  private JsonNode stored(String body) {
    HttpResponse<String> answer = post(BEARER, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    return JSON.readTree(answer.body());
  }

  private Optional<Origin> suppressed(String address) {
    return site.suppressions.find(EmailAddress.of(address)).map(Suppression::origin);
  }

  private void sent(String messageId) {
    site.database
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into deliveries (subscriber_id, kind, edition_day, status, reason,"
                            + " message_id, planned_at, attempts, settled_at) values (:id,"
                            + " 'EDITION', :day, 'SENT', '250 ok', :messageId, :now, 1, :now)")
                    .bind("id", ada.id())
                    .bind("day", LocalDate.parse("2026-11-24"))
                    .bind("messageId", messageId)
                    .bind("now", Instants.argument(site.now))
                    .execute());
  }

  private Delivery.Progress progress(String messageId) {
    return OutboxFixture.ledger(site.database)
        .returns()
        .findByMessageId(messageId)
        .orElseThrow()
        .progress();
  }

  private static String basic(String credentials) {
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whoDoesNotKnowTheSecretIsAskedForIt() {
    for (String authorization :
        new String[] {
          null,
          "",
          "Bearer",
          "Bearer wrong",
          Site.HOOK_SECRET,
          basic("ada:wrong"),
          basic(Site.HOOK_SECRET + ":"),
          "Basic %%%"
        }) {
      HttpResponse<String> answer = post(authorization, HARD);
      assertThat(answer.statusCode()).as("%s", authorization).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .contains("Basic realm=\"bounces\"");
      assertThat(answer.body()).doesNotContain(Site.HOOK_SECRET);
    }
    assertThat(site.suppressions.all()).isEmpty();
  }

  @Test
  void aPasswordDoesAsWellAsABearerToken() {
    assertThat(post(basic("anybody:" + Site.HOOK_SECRET), HARD).statusCode()).isEqualTo(200);
    assertThat(suppressed("ada@example.org")).contains(Origin.HARD_BOUNCE);
  }

  @Test
  void withoutASecretThereIsNoHook() {
    WebServer open =
        new WebServer(
            new ServerConfiguration(
                0,
                "127.0.0.1",
                URI.create("http://localhost"),
                ServerConfiguration.Watching.onPort(0),
                "",
                List.of()),
            site.parts,
            site.returned);
    open.start();
    try (open) {
      URI hook = URI.create("http://127.0.0.1:" + open.port() + "/hooks/bounces");
      HttpRequest request =
          HttpRequest.newBuilder(hook)
              .header("Authorization", "Bearer ")
              .POST(BodyPublishers.ofString(HARD))
              .build();
      assertThat(site.send(request).statusCode()).isEqualTo(404);
    }
    assertThat(site.suppressions.all()).isEmpty();
  }

  @Test
  void aGetIsNotAllowed() {
    assertThat(site.get("/hooks/bounces").statusCode()).isEqualTo(405);
  }

  @Test
  void ourOwnFormSuppressesWhoCannotBeReached() {
    assertThat(stored(HARD).at("/stored").intValue()).isOne();
    assertThat(suppressed("ada@example.org")).contains(Origin.HARD_BOUNCE);
    assertThat(site.find("ada@example.org").status()).isEqualTo(Status.SUPPRESSED);
  }

  @Test
  void aMessageIdLeadsToTheDeliveryWhateverTheAddress() {
    sent("<" + TOKEN + "@lab.example>");
    stored(
        """
        {"type": "complaint", "email": "forwarded@elsewhere.example",
         "message_id": "0123456789abcdef0123456789abcdef@lab.example"}
        """);
    assertThat(suppressed("ada@example.org")).contains(Origin.COMPLAINT);
    assertThat(suppressed("forwarded@elsewhere.example")).isEmpty();
    assertThat(progress("<" + TOKEN + "@lab.example>").status())
        .isEqualTo(Delivery.Status.COMPLAINED);
  }

  @Test
  void whatTheReasonBlamesOnTheSenderSuppressesNobody() {
    stored(
        """
        {"type": "hard_bounce", "email": "ada@example.org", "status": "5.7.1", "reason": "550 spam"}
        """);
    assertThat(suppressed("ada@example.org")).isEmpty();
  }

  @Test
  void theSameEventTwiceCountsOnce() {
    String soft =
        """
        {"type": "soft_bounce", "email": "ada@example.org", "status": "4.2.2", "reason": "full"}
        """;
    assertThat(stored(soft).at("/stored").intValue()).isOne();
    JsonNode again = stored(soft);
    assertThat(again.at("/stored").intValue()).isZero();
    assertThat(again.at("/repeated").intValue()).isOne();

    // On another day it is another one.
    for (int day = 0; day < 4; day++) {
      assertThat(suppressed("ada@example.org")).isEmpty();
      site.passes(Duration.ofDays(1));
      stored(soft);
    }
    assertThat(suppressed("ada@example.org")).contains(Origin.SOFT_BOUNCES);
  }

  @Test
  void anEventWithANameIsKnownByItForLong() {
    String named = "{\"id\":\"7\",\"type\":\"hard_bounce\",\"email\":\"ada@example.org\"}";
    stored(named);
    site.membership.lift(ada.address());
    site.passes(Duration.ofDays(20));
    assertThat(stored(named).at("/repeated").intValue()).isOne();
    assertThat(suppressed("ada@example.org")).isEmpty();
  }

  @Test
  void oneBadEventIsCountedAndTheOthersAreStored() {
    JsonNode answer =
        stored(
            """
            [{"type": "hard_bounce"},
             {"type": "hard_bounce", "email": "a@example.org"},
             7,
             {"type": "hard_bounce", "email": "b@example.org"}]
            """);
    assertThat(answer.at("/stored").intValue()).isEqualTo(2);
    assertThat(answer.at("/malformed").intValue()).isEqualTo(2);
    assertThat(answer.at("/errors/0").asString()).isEqualTo("event 1: email is missing");
    assertThat(answer.at("/errors/1").asString())
        .isEqualTo("event 3: an event must be a JSON object");
    assertThat(suppressed("a@example.org")).isPresent();
    assertThat(suppressed("b@example.org")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          {                                               | the body is not JSON (line 1, column
          {} x                                            | the body is not JSON (line 1, column
          {}                                              | type is missing
          {"type": "bounce", "email": "a@b.example"}      | type must be hard_bounce, soft_bounce or complaint
          {"type": ["complaint"]}                         | type must be text
          {"type": "complaint", "email": "nobody"}        | email must be an address
          {"type": "complaint", "email": "a@b.example", "status": "bad"} | status must be an enhanced status code
          {"Type": "Notification"}                        | MessageId is missing
          {"Type": "Notification", "MessageId": "1", "Message": "hi"} | Message must be JSON of Amazon SES
          {"notificationType": "Bounce"}                  | bounceType is missing
          {"eventType": "Complaint", "complaint": {}}     | complainedRecipients is missing
          [{"event": "bounce"}]                           | email is missing
          "text"                                          | an event must be a JSON object
          """)
  void aBodyWithoutAnyEventIs400AndNamesTheField(String body, String why) {
    HttpResponse<String> answer = post(BEARER, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body().lines()).hasSize(1);
    assertThat(JSON.readTree(answer.body()).at("/error").asString()).contains(why);
    assertThat(site.suppressions.all()).isEmpty();
  }

  @Test
  void noBodyIs400() {
    assertThat(post(BEARER, "").statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyOfUpToAMegabyteIsReadAndALargerOneIs413() {
    assertThat(stored(HARD + " ".repeat(1_000_000 - HARD.length())).at("/stored").intValue())
        .isOne();
    HttpResponse<String> answer = post(BEARER, HARD + " ".repeat(1_000_001 - HARD.length()));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger than 1,000,000 bytes");
  }

  private static String notification(String id, String message) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("Type", "Notification")
            .put("MessageId", id)
            .put("TopicArn", "arn:aws:sns:eu-north-1:1:bounces")
            .put("Message", message));
  }

  private static String amazonBounce(String type, String more) {
    return """
    {"notificationType": "Bounce",
     "bounce": {"bounceType": "%s", "bounceSubType": "General",
       "bouncedRecipients": [{"emailAddress": "Ada <ada@example.org>"%s}]},
     "mail": {"source": "bounces+%s@lab.example", "messageId": "0100-amazon"}}
    """
        .formatted(type, more, TOKEN);
  }

  @Test
  void anAmazonBounceIsFoundByTheAddressThatTheMailLeftUnder() {
    sent("<" + TOKEN + "@lab.example>");
    String bounce =
        amazonBounce(
            "Permanent",
            ", \"status\": \"5.1.1\", \"diagnosticCode\": \"smtp; 550 5.1.1 nobody here\"");
    assertThat(stored(notification("1", bounce)).at("/stored").intValue()).isOne();
    assertThat(suppressed("ada@example.org")).contains(Origin.HARD_BOUNCE);
    assertThat(progress("<" + TOKEN + "@lab.example>").status()).isEqualTo(Delivery.Status.BOUNCED);
    assertThat(progress("<" + TOKEN + "@lab.example>").reason()).isEqualTo("550 5.1.1 nobody here");
    assertThat(stored(notification("1", bounce)).at("/repeated").intValue()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          Permanent    |                                                       | true
          Transient    | , "status": "5.1.1"                                   | false
          Undetermined |                                                       | false
          Permanent    | , "diagnosticCode": "smtp; 550 5.7.1 blocked by a list, rejected" | false
          Permanent    | , "diagnosticCode": "smtp; 550 5.1.1 refused because of DMARC" | false
          """)
  void onlyWhatLiesWithTheAddressSuppressesAtOnce(String type, String more, boolean hard) {
    stored(notification("2", amazonBounce(type, more == null ? "" : more)));
    assertThat(suppressed("ada@example.org").isPresent()).isEqualTo(hard);
  }

  @Test
  void anAmazonComplaintOfEventPublishingFindsTheMailByItsHeaders() {
    sent("<" + TOKEN + "@lab.example>");
    stored(
        """
        {"eventType": "Complaint",
         "complaint": {"complainedRecipients": [{"emailAddress": "x@example.org"}]},
         "mail": {"headers": [{"name": "From", "value": "a@b.example"},
           {"name": "Message-ID", "value": "<%s@lab.example>"}]}}
        """
            .formatted(TOKEN));
    assertThat(suppressed("ada@example.org")).contains(Origin.COMPLAINT);
  }

  @Test
  void whatAmazonDeliveredOrReadersLikedIsIgnored() {
    String delivery = "{\"notificationType\":\"Delivery\",\"delivery\":{}}";
    assertThat(stored(notification("3", delivery)).at("/ignored").intValue()).isOne();
    String wanted =
        """
        {"notificationType": "Complaint", "complaint": {"complaintFeedbackType": "not-spam",
         "complainedRecipients": [{"emailAddress": "ada@example.org"}]}}
        """;
    assertThat(stored(wanted).at("/ignored").intValue()).isOne();
    assertThat(site.suppressions.all()).isEmpty();
  }

  @Test
  void aSubscriptionOfAmazonIsAnsweredAndNoAddressOpened() {
    String confirmation =
        """
        {"Type": "SubscriptionConfirmation", "MessageId": "4", "Token": "t",
         "SubscribeURL": "https://sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription&Token=t"}
        """;
    assertThat(stored(confirmation).at("/ignored").intValue()).isOne();
    HttpResponse<String> elsewhere =
        post(BEARER, confirmation.replace("sns.eu-north-1.amazonaws.com", "sns.lab.example"));
    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(elsewhere.body()).contains("SubscribeURL must be an address of Amazon SNS");
  }

  private String sendGrid(String event, String more) {
    return """
    [{"email": "ada@example.org", "timestamp": 1764000000, "event": "%s", "sg_event_id": "e-%s",
      "smtp-id": "<%s@lab.example>"%s}]
    """
        .formatted(event, event, TOKEN, more);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          bounce     | , "type": "bounce", "status": "5.1.1", "reason": "550 5.1.1 unknown user" | HARD_BOUNCE
          bounce     | , "type": "bounce", "reason": "it failed"                     | HARD_BOUNCE
          bounce     | , "type": "blocked", "reason": "550 5.1.1 unknown user"       |
          bounce     | , "type": "bounce", "status": "5.2.2", "reason": "mailbox full" |
          dropped    | , "reason": "Bounced Address"                                 | HARD_BOUNCE
          dropped    | , "reason": "Spam Reporting Address"                          | COMPLAINT
          dropped    | , "reason": "Recipient List over Package Quota"               |
          spamreport |                                                               | COMPLAINT
          deferred   | , "response": "450 later"                                     |
          delivered  |                                                               |
          open       |                                                               |
          """)
  void sendGridSaysWhoMustNotBeMailed(String event, String more, Origin origin) {
    sent("<" + TOKEN + "@lab.example>");
    stored(sendGrid(event, more == null ? "" : more));
    assertThat(suppressed("ada@example.org")).isEqualTo(Optional.ofNullable(origin));
    assertThat(stored(sendGrid(event, more == null ? "" : more)).at("/stored").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bounce", "dropped"})
  void aSoftFailureAtSendGridIsInTheLedger(String event) {
    sent("<" + TOKEN + "@lab.example>");
    stored(sendGrid(event, ", \"type\": \"blocked\", \"reason\": \"452 try again later\""));
    assertThat(progress("<" + TOKEN + "@lab.example>").status()).isEqualTo(Delivery.Status.BOUNCED);
    assertThat(suppressed("ada@example.org")).isEmpty();
  }

  @Test
  void whatCannotBeStoredIsNotAcknowledged() {
    site.database.close();
    assertThat(post(BEARER, HARD).statusCode()).isEqualTo(500);
  }
}
