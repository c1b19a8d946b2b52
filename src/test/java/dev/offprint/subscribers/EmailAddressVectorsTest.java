package dev.offprint.subscribers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The test vectors of isemail, by what its diagnosis of each says. Of its categories, taken are
 * VALID and DNSWARN (nothing is looked up here), and of CFWS what has blanks around it alone.
 * Refused are ERR, DEPREC, RFC5322 (what headers may hold but SMTP not), and of RFC5321 quoted
 * strings, address literals and single or numeric labels; so is the one VALID single label.
 */
@Tag("real")
class EmailAddressVectorsTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("offprint.data", "../shared/data"), "addresses", "tests.xml");

  @Test
  void theVectorsAreTakenOrRefusedByCategory() throws Exception {
    assumeTrue(Files.exists(VECTORS));
    List<Vector> vectors = new ArrayList<>();
    NodeList elements =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(VECTORS.toFile())
            .getElementsByTagName("test");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      vectors.add(
          new Vector(
              Integer.parseInt(element.getAttribute("id")),
              text(element, "category").replace("ISEMAIL_", ""),
              isTaken(text(element, "address"))));
    }

    assertThat(vectors).hasSize(164);
    for (String category : List.of("ERR", "DEPREC", "RFC5322", "RFC5321")) {
      assertThat(ids(vectors, category, true)).as(category).isEmpty();
    }
    assertThat(ids(vectors, "DNSWARN", false)).isEmpty();
    // " test@iana.org" and "test@iana.org "; the others have line breaks or comments.
    assertThat(ids(vectors, "CFWS", true)).containsExactly(157, 158);
    // test@io
    assertThat(ids(vectors, "VALID_CATEGORY", false)).containsExactly(5);
  }

  private record Vector(int id, String category, boolean taken) {}

  private static List<Integer> ids(List<Vector> vectors, String category, boolean taken) {
    return vectors.stream()
        .filter(vector -> vector.category.equals(category) && vector.taken == taken)
        .map(Vector::id)
        .toList();
  }

  private static boolean isTaken(String address) {
    try {
      EmailAddress.of(address);
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }

  /** The vectors show control characters by their picture, U+2400 and up. */
  private static String text(Element vector, String name) {
    StringBuilder text = new StringBuilder();
    vector
        .getElementsByTagName(name)
        .item(0)
        .getTextContent()
        .chars()
        .forEach(c -> text.append((char) (c >= 0x2400 && c < 0x2420 ? c - 0x2400 : c)));
    return text.toString();
  }
}
