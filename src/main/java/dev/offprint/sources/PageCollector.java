package dev.offprint.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the records of one page; one that cannot be used is set aside and the rest go on. */
public final class PageCollector {
  private final String noun;
  private final List<Announcement> announcements = new ArrayList<>();
  private final List<String> setAside = new ArrayList<>();
  private int number;

  /**
   * Starts with no records.
   *
   * @param noun what the format calls a record, such as {@code entry}
   */
  public PageCollector(String noun) {
    this.noun = noun;
  }

  public void take(Supplier<Announcement> record) {
    number++;
    try {
      announcements.add(record.get());
    } catch (UnusableRecord e) {
      setAside.add(noun + " " + number + ": " + e.getMessage());
    }
  }

  public ParsedPage.Entries page(
      java.time.@Nullable Instant built, @Nullable Integer total, @Nullable String token) {
    return new ParsedPage.Entries(announcements, setAside, built, total, token);
  }
}
