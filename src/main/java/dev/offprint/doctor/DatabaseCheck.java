package dev.offprint.doctor;

import dev.offprint.db.Damage;
import dev.offprint.db.Database;
import dev.offprint.db.DatabaseUnavailable;
import dev.offprint.db.Inspection;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether the database opens and can be read, and how large it is; none is made. */
public record DatabaseCheck(BooleanSupplier isThere, Supplier<Database> database) implements Check {
  private static final Duration LIMIT = Duration.ofSeconds(8);

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Finding look() {
    if (!isThere.getAsBoolean()) {
      return new Finding.Good("none yet; the first command that keeps something makes it");
    }
    try {
      return judge(database.get().inspect(LIMIT));
    } catch (DatabaseUnavailable e) {
      return new Finding.Fault(
          String.valueOf(e.getMessage()), "nothing can be looked up or planned until it opens");
    } catch (RuntimeException e) {
      if (Damage.isIn(e)) {
        return new Finding.Fault("it cannot be read", Damage.REMEDY);
      }
      throw e;
    }
  }

  private static Finding judge(Inspection seen) {
    String what =
        String.format(
            Locale.ROOT,
            "%s, %,.1f MB, schema %s; %,d rows read%s",
            seen.product(),
            seen.bytes() / 1e6,
            seen.schema().replaceFirst("__.*", ""),
            seen.rows(),
            seen.tables() == seen.allTables()
                ? ""
                : String.format(
                    Locale.ROOT,
                    " of %d tables of %d in the time that there is",
                    seen.tables(),
                    seen.allTables()));
    return seen.isKnown()
        ? new Finding.Good(what)
        : new Finding.Fault(
            what + ", which is of a newer Offprint than this",
            "install that version again, or put back the backup that was made before it");
  }
}
