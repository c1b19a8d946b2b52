package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.MailBody.Piece;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTest {
  private static String filled(String template, List<String> values) {
    List<Piece> pieces = new ArrayList<>();
    new Skeleton(template).fill(pieces, (to, place) -> to.add(new Piece(values.get(place))));
    return new MailBody(pieces).toString();
  }

  @Test
  void placesAreFilledWhereTheirMarksStand() {
    assertThat(
            filled(
                "Dear " + Skeleton.mark(1) + ", " + Skeleton.mark(0) + Skeleton.mark(1),
                List.of("x", "Ada")))
        .isEqualTo("Dear Ada, xAda");
    assertThat(filled(Skeleton.mark(0), List.of("alone"))).isEqualTo("alone");
    assertThat(filled("nothing open", List.of())).isEqualTo("nothing open");
    assertThat(filled("", List.of())).isEmpty();
  }

  @Test
  void aValueIsNotLookedAtAgain() {
    assertThat(filled(Skeleton.mark(0), List.of(Skeleton.mark(0) + "!")))
        .isEqualTo(Skeleton.mark(0) + "!");
  }

  @Test
  void textOfOthersHoldsNoMark() {
    assertThat(OneLine.of("a" + Skeleton.mark(0) + "b" + Skeleton.mark(106) + "c"))
        .isEqualTo("abc");
  }
}
