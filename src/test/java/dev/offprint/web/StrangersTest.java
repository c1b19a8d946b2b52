package dev.offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.config.IpNetwork;
import dev.offprint.subscribers.EmailAddress;
import dev.offprint.subscribers.Subscriber.Status;
import dev.offprint.subscribers.Suppression;
import dev.offprint.web.http.Limits;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers can find out and bring about: nothing of others, and not much. */
class StrangersTest {
  @TempDir Path data;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(data);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private HttpResponse<String> subscribe(String address) {
    return site.subscribe(address, "trending", "yes");
  }

  @Test
  void theAnswerIsTheSameWhoeverIsKnown() {
    for (Status status : Status.values()) {
      site.subscriber(status + "@example.org", status);
    }
    site.membership.suppress(
        new Suppression(
            EmailAddress.of("banned@example.org"),
            Suppression.Origin.OPERATOR,
            "asked by telephone",
            site.now));
    HttpResponse<String> unknown = subscribe("unknown@example.org");
    List<String> known = new ArrayList<>(List.of("banned"));
    List.of(Status.values()).forEach(status -> known.add(status.name()));
    for (String name : known) {
      HttpResponse<String> answer = subscribe(name + "@example.org");
      assertThat(answer.statusCode()).isEqualTo(unknown.statusCode());
      assertThat(answer.body().replace(name + "@", "unknown@")).isEqualTo(unknown.body());
      assertThat(answer.headers().map().keySet()).isEqualTo(unknown.headers().map().keySet());
    }
  }

  /** Nothing that depends on who is known is done before the answer, so its time cannot tell. */
  @Test
  void theAnswerDoesNotWaitForWhatDependsOnTheAddress() {
    List<Runnable> later = new ArrayList<>();
    site.background = later::add;
    site.subscriber("known@example.org", Status.ACTIVE);
    site.database.close();
    assertThat(subscribe("known@example.org").statusCode()).isEqualTo(200);
    assertThat(subscribe("unknown@example.org").statusCode()).isEqualTo(200);
    assertThat(later).hasSize(2);
  }

  @Test
  void whenTooManyWaitNobodyIsPromisedAMail() {
    site.background =
        task -> {
          throw new RejectedExecutionException();
        };
    HttpResponse<String> answer = subscribe("ada@example.org");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("30");
  }

  @Test
  void anAddressIsAskedToConfirmOnceADayHoweverOftenTheFormIsSent() {
    for (int i = 0; i < 5; i++) {
      assertThat(subscribe("ada@example.org").statusCode()).isEqualTo(200);
    }
    assertThat(site.asked).hasSize(1);
    site.passes(Duration.ofDays(1).plusSeconds(1));
    subscribe("ada@example.org");
    assertThat(site.asked).hasSize(2);
  }

  @Test
  void aNetworkCausesSoManyMailsAndThenOneAMinute() {
    for (int i = 0; i < 60; i++) {
      assertThat(subscribe("reader" + i + "@example.org").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = subscribe("one-more@example.org");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    assertThat(site.asked).hasSize(60);
    site.passes(Duration.ofMinutes(1));
    assertThat(subscribe("one-more@example.org").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsRefusedTellsNotWhetherAnAddressIsKnown() {
    site.subscriber("known@example.org", Status.ACTIVE);
    for (int i = 0; i < 60; i++) {
      subscribe("known@example.org");
    }
    assertThat(subscribe("known@example.org").statusCode()).isEqualTo(429);
    assertThat(subscribe("unknown@example.org").statusCode()).isEqualTo(429);
  }

  @Test
  void manyNetworksTogetherCauseNoFlood() {
    int refused = 0;
    for (int i = 0; i < 600; i++) {
      Limits limits = site.parts.limits();
      var network = IpNetwork.of("10.%d.%d.0/24".formatted(i / 250, i % 250));
      refused += limits.mail(network, site.now).isPresent() ? 1 : 0;
    }
    assertThat(refused).isEqualTo(100);
  }

  @Test
  void aNetworkThatAsksAndAsksIsToldToWait() {
    HttpResponse<String> answer = site.get("/subscribe");
    for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
      answer = site.get("/subscribe");
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.body()).contains("One moment, please");
    HttpRequest other =
        HttpRequest.newBuilder(site.at("/subscribe"))
            .header("X-Forwarded-For", "203.0.113.9")
            .build();
    assertThat(site.send(other).statusCode()).isEqualTo(200);
    assertThat(site.get("/").statusCode()).isEqualTo(200);
    site.passes(Duration.ofSeconds(1));
    assertThat(site.get("/subscribe").statusCode()).isEqualTo(200);
  }
}
