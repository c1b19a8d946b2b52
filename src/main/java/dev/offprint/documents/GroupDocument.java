package dev.offprint.documents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.offprint.groups.Group;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A group with what its members have from it.
 *
 * @param members how many there are
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record GroupDocument(
    String name,
    String slug,
    String access,
    boolean sameForAll,
    int members,
    @JsonUnwrapped SubscriberDocument.Wanted wanted) {
  /** A group as it is now. */
  public static GroupDocument of(Group group, int members) {
    return new GroupDocument(
        group.name(),
        group.slug(),
        group.access().name().toLowerCase(Locale.ROOT),
        group.sameForAll(),
        members,
        SubscriberDocument.Wanted.of(group.preferences()));
  }
}
