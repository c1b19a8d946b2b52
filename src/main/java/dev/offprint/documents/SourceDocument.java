package dev.offprint.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How a source is doing.
 *
 * @param lastAnswer null while it never answered
 * @param added papers that it gave lately and that were new
 * @param late why it is waited for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SourceDocument(
    String source,
    boolean enabled,
    @Nullable Instant lastAnswer,
    @Nullable Long lagSeconds,
    @JsonProperty("new") int added,
    int updated,
    int setAside,
    @Nullable String late) {}
