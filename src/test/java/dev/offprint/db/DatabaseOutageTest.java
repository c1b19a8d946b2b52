package dev.offprint.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutageTest {
  /** Of PostgreSQL when it stops, of a broken connection, and of H2's closed or locked database. */
  @ParameterizedTest
  @ValueSource(strings = {"57P01", "08006", "90098", "90067", "HYT00", "53300", "40001"})
  void aDatabaseThatCannotAnswerIsAway(String state) {
    assertThat(DatabaseOutage.isIn(new IllegalStateException(new SQLException("away", state))))
        .isTrue();
  }

  @Test
  void soIsOneToWhichThereIsNoConnection() {
    assertThat(DatabaseOutage.isIn(new SQLTransientConnectionException("timed out"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatAnswersIsNot(TestDatabase kind) {
    try (Database database = kind.fresh()) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                for (String wrong :
                    new String[] {"select nothing from nowhere", "select cast('x' as integer)"}) {
                  assertThat(
                          DatabaseOutage.isIn(
                              catchThrowable(() -> handle.select(wrong).mapToMap().list())))
                      .as(wrong)
                      .isFalse();
                }
              });
    }
    assertThat(DatabaseOutage.isIn(new IllegalStateException("something else"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatWasClosedIsAway(TestDatabase kind) {
    Database database = kind.fresh();
    database.close();
    assertThat(
            DatabaseOutage.isIn(
                catchThrowable(
                    () -> database.jdbi().withHandle(handle -> handle.execute("select 1")))))
        .isTrue();
  }
}
