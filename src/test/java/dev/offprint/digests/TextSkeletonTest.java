package dev.offprint.digests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.digests.MailBody.Piece;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextSkeletonTest {
  private static final String WORDS = "a reader's own words, which are long enough to be folded";
  private static final String BLOCK = "  a block,\n\n  laid out already\n";

  private static String filled(String template) {
    List<Piece> pieces = new ArrayList<>();
    new TextSkeleton(template, place -> place == 1)
        .fill(pieces, (to, place) -> to.add(new Piece(place == 1 ? BLOCK : WORDS)));
    return new MailBody(pieces).toString();
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of(
            "",
            "   ",
            "OFFPRINT",
            " 1. " + Skeleton.mark(0) + " and much more behind it that is folded",
            "    Why       " + Skeleton.mark(0),
            Skeleton.mark(0),
            "word ".repeat(30))
        .list()
        .ofMaxSize(12)
        .map(lines -> String.join("\n", lines));
  }

  @Property(tries = 300)
  void filledAfterwardsATextIsTheSameAsFilledBefore(@ForAll("templates") String template) {
    assertThat(filled(template))
        .isEqualTo(TextLayout.of(template.replace(Skeleton.mark(0), WORDS)));
  }

  @Test
  void aBlockStaysAsItIs() {
    assertThat(filled("One\n\n\n" + Skeleton.mark(1) + "\n\nTwo\n"))
        .isEqualTo("One\n\n" + BLOCK + "\nTwo\n");
  }

  @Test
  void theLinesThatAreTheSameInEachMailAreOnePiece() {
    List<Piece> pieces = new ArrayList<>();
    TextSkeleton text =
        new TextSkeleton("One\nTwo\n" + Skeleton.mark(0) + "\nThree", place -> false);
    text.fill(pieces, (to, place) -> to.add(new Piece("x")));
    List<Piece> again = new ArrayList<>();
    text.fill(again, (to, place) -> to.add(new Piece("y")));

    assertThat(pieces).hasSize(3);
    assertThat(again.getFirst()).isSameAs(pieces.getFirst());
    assertThat(again.getLast()).isSameAs(pieces.getLast());
  }
}
