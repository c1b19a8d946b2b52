package dev.offprint.web;

import dev.offprint.bounces.HookEvent;
import dev.offprint.bounces.HookEvent.Ignored;
import dev.offprint.bounces.HookEvent.Malformed;
import dev.offprint.bounces.HookEvent.Reported;
import dev.offprint.bounces.HookEvent.Subscription;
import dev.offprint.bounces.HookReader;
import dev.offprint.bounces.Processed;
import dev.offprint.bounces.RefusedMails;
import dev.offprint.bounces.ReturnedMail;
import dev.offprint.web.http.SharedSecret;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where mail services post bounces and complaints; no address that they name is ever opened. */
final class BounceHook {
  private static final Logger LOG = LoggerFactory.getLogger(BounceHook.class);
  private static final int MAX_BYTES = 1_000_000;
  private static final int MAX_ERRORS = 20;

  private final SharedSecret secret;
  private final ReturnedMail returned;
  private final InstantSource clock;

  BounceHook(String secret, ReturnedMail returned, InstantSource clock) {
    this.secret = new SharedSecret(secret);
    this.returned = returned;
    this.clock = clock;
  }

  /** A status code of HTTP, and what is answered as JSON. */
  record Receipt(int status, Map<String, Object> document) {
    private static Receipt error(int status, String why) {
      return new Receipt(status, Map.of("error", why));
    }
  }

  /**
   * Writes down what a request reports, before it is answered.
   *
   * @param authorization the header field of that name
   */
  Receipt answer(@Nullable String authorization, InputStream body) throws IOException {
    if (!secret.isIn(authorization)) {
      return Receipt.error(401, "the password must be that of server.hook_secret");
    }
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return Receipt.error(413, "the body is larger than 1,000,000 bytes");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return answer(HookReader.read(bytes, today));
  }

  private Receipt answer(List<HookEvent> events) {
    int stored = 0;
    int repeated = 0;
    int ignored = 0;
    RefusedMails refused = RefusedMails.NONE;
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      switch (events.get(i)) {
        case Reported(var reading, String identity) -> {
          Processed processed = returned.process(reading, identity);
          processed.suppressionsForLog().forEach(LOG::info);
          refused = refused.and(processed);
          if (processed.repeated()) {
            repeated++;
          } else {
            stored++;
          }
        }
        case Subscription(String address, String identity) -> {
          ignored++;
          if (returned.isNew(identity)) {
            LOG.warn("Amazon SNS asks whether it may post here; to agree, open {}", address);
          }
        }
        case Ignored() -> ignored++;
        case Malformed(String why) ->
            errors.add(String.format(Locale.ROOT, "event %d: %s", i + 1, why));
      }
    }
    if (refused.count() > 0) {
      LOG.warn(refused.forLog());
    }
    if (!errors.isEmpty()) {
      LOG.warn(
          "{} of {} events cannot be understood; {}",
          errors.size(),
          events.size(),
          errors.getFirst());
    }
    if (!events.isEmpty() && errors.size() == events.size()) {
      return Receipt.error(
          400,
          events.size() == 1 ? errors.getFirst().replaceFirst("event 1: ", "") : errors.getFirst());
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("stored", stored);
    document.put("repeated", repeated);
    document.put("ignored", ignored);
    document.put("malformed", errors.size());
    document.put("errors", errors.subList(0, Math.min(errors.size(), MAX_ERRORS)));
    return new Receipt(200, document);
  }
}
