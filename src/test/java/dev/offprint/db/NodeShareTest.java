package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NodeShareTest {
  @Test
  void rowsLieInPartsByTheirNumbers() {
    assertThat(NodeShare.parts(List.of(130L, 2L, 1L, 64L, 65L))).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "2, 2", "0, 0"})
  void thereIsNoOtherNode(int index, int of) {
    assertThatThrownBy(() -> new NodeShare(index, of)).isInstanceOf(IllegalArgumentException.class);
  }

  /** As one that was stopped while it wrote editions down. */
  @Test
  void aNodeThatIsFrozenInATransactionDoesNotKeepTheOthersForEver() {
    try (Database database = TestDatabase.POSTGRESQL.fresh()) {
      String limit =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("show idle_in_transaction_session_timeout")
                          .mapTo(String.class)
                          .one());
      assertThat(limit).isEqualTo("1min");
    }
  }

  /** Whoever waits for a part that is not there waits for nobody. */
  @ParameterizedTest
  @EnumSource
  void eachPartHasALock(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      List<Integer> parts =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select id from planning_turn order by id")
                          .mapTo(Integer.class)
                          .list());
      assertThat(parts).hasSize(NodeShare.PARTS).startsWith(0).endsWith(NodeShare.PARTS - 1);
    }
  }
}
