package dev.offprint.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.offprint.ledger.Delivery;
import dev.offprint.selection.ChosenPaper;
import dev.offprint.subscribers.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A mail, and what became of it.
 *
 * @param address whom it goes to; null where that is clear
 * @param kind edition, confirmation or link
 * @param day of an edition
 * @param lateSources those that had not answered when it was planned, and why
 * @param papers null where they are not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DeliveryDocument(
    long id,
    @Nullable String address,
    String kind,
    @Nullable LocalDate day,
    @JsonUnwrapped Progress progress,
    @Nullable String lateSources,
    String messageId,
    @Nullable List<ChosenPaperDocument> papers) {

  /**
   * How far it is.
   *
   * @param reason what the relay answered, or why it was not sent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Progress(
      String status,
      @Nullable String reason,
      int attempts,
      Instant plannedAt,
      @Nullable Instant nextAttemptAt,
      @Nullable Instant settledAt) {}

  /** A mail without its papers. */
  public static DeliveryDocument of(Delivery delivery, @Nullable EmailAddress address) {
    return of(delivery, address, null);
  }

  /** A mail with its papers, of which a notice has none. */
  public static DeliveryDocument of(
      Delivery delivery, @Nullable EmailAddress address, @Nullable List<ChosenPaper> papers) {
    Delivery.Progress progress = delivery.progress();
    return new DeliveryDocument(
        delivery.id(),
        address == null ? null : address.toString(),
        word(delivery.kind()),
        delivery.day(),
        new Progress(
            word(progress.status()),
            progress.reason(),
            progress.attempts(),
            delivery.plannedAt(),
            progress.nextAttemptAt(),
            progress.settledAt()),
        delivery.planning().lateSources(),
        delivery.messageId(),
        papers == null ? null : ChosenPaperDocument.of(papers, delivery.day()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
