package dev.offprint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offprint.db.Database;
import dev.offprint.db.TestDatabase;
import dev.offprint.papers.Author;
import dev.offprint.papers.JdbiPaperStore;
import dev.offprint.papers.Paper;
import dev.offprint.papers.PaperId;
import dev.offprint.papers.Sighting;
import dev.offprint.papers.Signal;
import dev.offprint.selection.TestPapers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperCatalogueTest {
  private static final LocalDate DAY = TestPapers.DAY;
  private static final Instant NOON = Instant.parse("2024-05-23T12:00:00Z");

  @TempDir Path data;

  private final Database database = TestDatabase.H2.fresh();
  private final JdbiPaperStore papers = new JdbiPaperStore(database.jdbi());

  @AfterEach
  void close() {
    database.close();
  }

  private Path folder() {
    return data.resolve("search");
  }

  private PaperCatalogue catalogue() {
    PaperCatalogue catalogue = new PaperCatalogue(papers, folder());
    catalogue.refresh();
    return catalogue;
  }

  private void add(String id, String title, LocalDate day, int upvotes, String... categories) {
    record(paper(id, title, day, null, categories), upvotes);
  }

  private void record(Paper paper, int upvotes, PaperId... alsoKnownAs) {
    papers.record(
        List.of(
            new Sighting(
                paper,
                List.of(alsoKnownAs),
                "test",
                Map.of(Signal.Metric.UPVOTES, upvotes),
                NOON.plusSeconds(upvotes))));
  }

  private static Paper paper(
      String id,
      String title,
      LocalDate day,
      @org.jspecify.annotations.Nullable LocalDate withdrawn,
      String... categories) {
    return new Paper(
        new PaperId(id),
        title,
        "",
        List.of(new Author("Geoffrey E. Hinton"), new Author("Author of " + id)),
        List.of(categories),
        new Paper.Links(null, null, null),
        new Paper.Dates(null, day, withdrawn));
  }

  private static List<String> found(PaperCatalogue catalogue, String text) {
    return TestPapers.ids(catalogue.search(PaperQuery.of(text), 0, 100).papers());
  }

  private static List<String> found(PaperCatalogue catalogue, PaperQuery query) {
    return TestPapers.ids(catalogue.search(query, 0, 100).papers());
  }

  @Test
  void whatIsAddedIsFoundAfterTheNextRefreshAndNotBefore() {
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, "experts")).isEmpty();
      add("2405.00001", "Routing of experts", DAY, 0);
      assertThat(found(catalogue, "experts")).isEmpty();
      catalogue.refresh();
      assertThat(found(catalogue, "expert routing")).containsExactly("2405.00001");
      add("2405.00002", "Experts", DAY, 0);
      catalogue.refresh();
      assertThat(found(catalogue, "experts")).containsExactly("2405.00002", "2405.00001");
    }
  }

  @Test
  void equalsComeNewestDayFirstThenByUpvotesThenById() {
    add("2405.00001", "Experts", DAY.minusDays(1), 50);
    add("2405.00004", "Experts", DAY, 2);
    add("2405.00003", "Experts", DAY, 2);
    add("2405.00002", "Experts", DAY, 3);
    try (PaperCatalogue catalogue = catalogue()) {
      List<String> order = List.of("2405.00002", "2405.00003", "2405.00004", "2405.00001");
      assertThat(found(catalogue, "experts")).isEqualTo(order);
      assertThat(found(catalogue, "")).isEqualTo(order);
      add("2405.00004", "Experts", DAY, 9);
      catalogue.refresh();
      assertThat(found(catalogue, " ").getFirst()).isEqualTo("2405.00004");
      assertThat(catalogue.search(PaperQuery.of("experts"), 0, 1).papers().getFirst().popularity())
          .extracting(popularity -> popularity.upvotes())
          .isEqualTo(9);
    }
  }

  @Test
  void mergedAndWithdrawnPapersAreGone() {
    add("2405.00001", "Experts", DAY, 0);
    add("10.1101/1", "Experts too", DAY, 0);
    add("2405.00003", "Experts leave", DAY, 0);
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, "experts")).hasSize(3);
      record(paper("2405.00001", "Experts", DAY, null), 0, new PaperId("10.1101/1"));
      record(paper("2405.00003", "Experts leave", DAY, DAY), 0);
      catalogue.refresh();
      assertThat(found(catalogue, "experts")).containsExactly("2405.00001");
      assertThat(catalogue.search(PaperQuery.of("experts"), 0, 9).total()).isEqualTo(1);
    }
  }

  @Test
  void categoriesAndDaysNarrowASearchOrStandAlone() {
    add("2405.00001", "Experts", DAY.minusDays(2), 0, "cs.LG");
    add("2405.00002", "Experts", DAY.minusDays(1), 0, "cs.CL", "stat.ML");
    add("2405.00003", "Bread", DAY, 0, "csx.LG");
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, new PaperQuery("", "cs", null, null)))
          .containsExactly("2405.00002", "2405.00001");
      assertThat(found(catalogue, new PaperQuery("", "CS*", null, null))).hasSize(3);
      assertThat(found(catalogue, new PaperQuery("experts", "stat.ML", null, null)))
          .containsExactly("2405.00002");
      assertThat(found(catalogue, new PaperQuery("experts", "x".repeat(300), null, null)))
          .isEmpty();
      assertThat(found(catalogue, new PaperQuery("", "", DAY.minusDays(1), null)))
          .containsExactly("2405.00003", "2405.00002");
      assertThat(found(catalogue, new PaperQuery("experts", "", null, DAY.minusDays(2))))
          .containsExactly("2405.00001");
      assertThat(found(catalogue, new PaperQuery("", "", DAY, DAY.minusDays(1)))).isEmpty();
      assertThat(found(catalogue, "author:Hinton cat:cs.LG")).containsExactly("2405.00001");
      assertThat(found(catalogue, "author:\"Hinton, G.\" -bread")).hasSize(2);
      assertThat(found(catalogue, "author:Hint")).isEmpty();
    }
  }

  @Test
  void pagesFollowOneAnotherAndTellHowManyThereAre() {
    IntStream.range(10, 35).forEach(i -> add("2405.000" + i, "Experts", DAY, i));
    try (PaperCatalogue catalogue = catalogue()) {
      for (PaperQuery query : List.of(PaperQuery.of(""), PaperQuery.of("experts"))) {
        List<String> pages =
            Stream.of(0, 10, 20)
                .map(offset -> catalogue.search(query, offset, 10))
                .peek(page -> assertThat(page.total()).isEqualTo(25))
                .flatMap(page -> TestPapers.ids(page.papers()).stream())
                .toList();
        assertThat(pages).hasSize(25).doesNotHaveDuplicates().startsWith("2405.00034");
        assertThat(catalogue.search(query, 25, 10)).isEqualTo(new FoundPapers(List.of(), 25));
        assertThat(catalogue.search(query, Integer.MAX_VALUE, Integer.MAX_VALUE).total())
            .isEqualTo(25);
      }
      assertThatThrownBy(() -> catalogue.search(PaperQuery.of(""), -1, 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> catalogue.search(PaperQuery.of(""), 0, 0))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a ", "\"", "-", "author:", "cat:", "(", "\u0000", "\ud83d", "author:x OR ", "é"})
  void aMegabyteOfAnythingIsRead(String piece) {
    add("2405.00001", "Experts", DAY, 0);
    try (PaperCatalogue catalogue = catalogue()) {
      String text = piece.repeat((1 << 20) / piece.length());
      assertThat(found(catalogue, text)).isEmpty();
      assertThat(found(catalogue, new PaperQuery("experts", text, null, null))).isEmpty();
    }
  }

  @Test
  void theNextProcessNeedsNoPapers() {
    add("2405.00001", "Experts", DAY, 0);
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, "experts")).hasSize(1);
    }
    assertThat(folder()).isDirectoryContaining("glob:**/segments_*");
    CountingStore counting = new CountingStore(papers);
    try (PaperCatalogue catalogue = new PaperCatalogue(counting, folder())) {
      catalogue.refresh();
      assertThat(found(catalogue, "experts")).hasSize(1);
      assertThat(counting.handedOver).isZero();
      add("2405.00002", "Experts again", DAY, 0);
      catalogue.refresh();
      catalogue.refresh();
      assertThat(found(catalogue, "experts")).hasSize(2);
      assertThat(counting.handedOver).isEqualTo(1);
      assertThat(counting.asked).isEqualTo(2);
      found(catalogue, "experts");
      assertThat(counting.asked).isEqualTo(2);
    }
    assertThatThrownBy(
            () -> {
              PaperCatalogue closed = catalogue();
              closed.close();
              closed.search(PaperQuery.of(""), 0, 1);
            })
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFolderThatIsDeletedIsMadeAnewWhenPapersChange() throws IOException {
    add("2405.00001", "Experts", DAY, 0);
    try (PaperCatalogue catalogue = catalogue()) {
      delete(folder());
      assertThat(found(catalogue, "experts")).hasSize(1);
      add("2405.00002", "Experts", DAY, 0);
      catalogue.refresh();
      assertThat(found(catalogue, "experts")).hasSize(2);
    }
    assertThat(folder()).isDirectoryContaining("glob:**/segments_*");
    delete(folder());
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, "experts")).hasSize(2);
    }
  }

  @Test
  void anyDamagedFileIsFoundWhenOpening() throws IOException {
    add("2405.00001", "Experts", DAY, 0, "cs.LG");
    catalogue().close();
    List<Path> files;
    try (Stream<Path> all = Files.list(folder())) {
      files = all.filter(file -> !file.endsWith("write.lock")).toList();
    }
    assertThat(files).hasSizeGreaterThan(2);
    for (Path file : files) {
      for (int cut : new int[] {0, 1, 2}) {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[] {1, 2, 3};
        bytes[bytes.length * cut / 3] ^= 0x55;
        Files.write(file, bytes);
        try (PaperCatalogue catalogue = catalogue()) {
          assertThat(found(catalogue, "experts cat:cs.LG author:Hinton")).hasSize(1);
        }
        Files.write(file, new byte[cut]);
        try (PaperCatalogue catalogue = catalogue()) {
          assertThat(found(catalogue, "experts cat:cs.LG author:Hinton")).hasSize(1);
        }
      }
    }
  }

  @Test
  void theIndexOfAnotherDatabaseIsMadeAnewAndOtherFilesStay() throws IOException {
    add("2405.00001", "Experts", DAY, 0);
    catalogue().close();
    Files.writeString(folder().resolve("notes.txt"), "mine");
    try (Database other = TestDatabase.H2.fresh()) {
      JdbiPaperStore others = new JdbiPaperStore(other.jdbi());
      others.record(
          List.of(new Sighting(paper("2405.00002", "Experts", DAY, null), "test", Map.of(), NOON)));
      try (PaperCatalogue catalogue = new PaperCatalogue(others, folder())) {
        catalogue.refresh();
        assertThat(found(catalogue, "experts")).containsExactly("2405.00002");
        assertThat(catalogue.search(PaperQuery.of(""), 0, 9).total()).isEqualTo(1);
      }
    }
    assertThat(folder().resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void aFolderThatCannotBeOneLeavesTheIndexInMemory() throws IOException {
    Files.writeString(folder(), "a file");
    add("2405.00001", "Experts", DAY, 0);
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, "experts")).hasSize(1);
      add("2405.00002", "Experts", DAY, 0);
      catalogue.refresh();
      assertThat(found(catalogue, "experts")).hasSize(2);
    }
    assertThat(folder()).hasContent("a file");
  }

  @Test
  void twoOnOneFolderBothKnowAllAndTheSecondTakesOverWhenTheFirstEnds() {
    add("2405.00001", "Experts", DAY, 0);
    PaperCatalogue first = catalogue();
    try (PaperCatalogue second = catalogue()) {
      add("2405.00002", "Experts", DAY, 0);
      second.refresh();
      assertThat(found(second, "experts")).hasSize(2);
      assertThat(found(first, "experts")).hasSize(1);
      first.refresh();
      assertThat(found(first, "experts")).hasSize(2);
      first.close();
      add("2405.00003", "Experts", DAY, 0);
      second.refresh();
      assertThat(found(second, "experts")).hasSize(3);
      try (PaperCatalogue third = catalogue()) {
        assertThat(found(third, "experts")).hasSize(3);
      }
    }
  }

  @Test
  void whoSearchesWhileItIsFilledFindsWhatIsInByThen() {
    IntStream.range(1_000, 1_700).forEach(i -> add("2405.0" + i, "Experts", DAY, i));
    CountingStore store = new CountingStore(papers);
    try (PaperCatalogue catalogue = new PaperCatalogue(store, folder())) {
      List<Integer> totals = new ArrayList<>();
      store.onEach =
          () -> {
            if (store.handedOver % 300 == 0) {
              assertThat(catalogue.isComplete()).isFalse();
              totals.add(catalogue.search(PaperQuery.of("experts"), 0, 1).total());
            }
          };
      catalogue.refresh();
      assertThat(totals).containsExactly(0, 500);
      assertThat(catalogue.isComplete()).isTrue();
      assertThat(catalogue.search(PaperQuery.of("experts"), 0, 1).total()).isEqualTo(700);
    }
  }

  @Test
  void theNewestCanComeFirstHoweverWellTheyFit() {
    add("2405.00001", "Experts, experts and experts", DAY.minusDays(1), 9);
    add("2405.00002", "Experts in an old town by the sea", DAY, 0);
    add("2405.00003", "Bread", DAY, 0);
    try (PaperCatalogue catalogue = catalogue()) {
      assertThat(found(catalogue, "experts")).containsExactly("2405.00001", "2405.00002");
      assertThat(found(catalogue, PaperQuery.of("experts").in(PaperQuery.Order.NEWEST)))
          .containsExactly("2405.00002", "2405.00001");
    }
  }

  @Test
  void aRefreshThatWasStoppedIsMadeUpFor() {
    IntStream.range(10, 40).forEach(i -> add("2405.000" + i, "Experts", DAY, i));
    CountingStore store = new CountingStore(papers);
    try (PaperCatalogue catalogue = new PaperCatalogue(store, folder())) {
      assertThatThrownBy(() -> catalogue.refresh(() -> store.handedOver > 9))
          .isInstanceOf(CancellationException.class);
      assertThat(store.handedOver).isEqualTo(10);
      assertThat(catalogue.isComplete()).isFalse();
      catalogue.refresh();
      assertThat(catalogue.isComplete()).isTrue();
      assertThat(catalogue.search(PaperQuery.of("experts"), 0, 1).total()).isEqualTo(30);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
