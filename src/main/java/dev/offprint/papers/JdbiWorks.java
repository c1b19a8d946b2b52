package dev.offprint.papers;

import dev.offprint.db.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What is known of works, in the rows of the table {@code papers}. */
final class JdbiWorks {
  private static final String INSERT =
      """
      insert into papers (id, title, abstract, authors, categories, page_url, pdf_url, code_url,
        organization, summary, published, announced, announcements, earliest, withdrawn, upvotes, comments, stars,
        upvotes_at, comments_at, stars_at, upvote_history, origins, first_seen, revision)
      values (:id, :title, :abstract, :authors, :categories, :page_url, :pdf_url, :code_url,
        :organization, :summary, :published, :announced, :announcements, :earliest, :withdrawn, :upvotes, :comments,
        :stars, :upvotes_at, :comments_at, :stars_at, :upvote_history, :origins, :first_seen, :revision)\
      """;
  private static final String UPDATE =
      """
      update papers set title = :title, abstract = :abstract, authors = :authors, categories = :categories,
        page_url = :page_url, pdf_url = :pdf_url, code_url = :code_url,
        organization = :organization, summary = :summary, published = :published,
        announced = :announced, announcements = :announcements, earliest = :earliest, withdrawn = :withdrawn,
        upvotes = :upvotes, comments = :comments, stars = :stars, upvotes_at = :upvotes_at,
        comments_at = :comments_at, stars_at = :stars_at, upvote_history = :upvote_history, origins = :origins,
        first_seen = :first_seen, revision = greatest(revision, :revision)
      where id = :id\
      """;

  private static final Map<SourcedValue.Part, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              SourcedValue.Part.TITLE, "title",
              SourcedValue.Part.ABSTRACT, "abstract",
              SourcedValue.Part.AUTHORS, "authors",
              SourcedValue.Part.PAGE, "page_url",
              SourcedValue.Part.PDF, "pdf_url",
              SourcedValue.Part.CODE, "code_url",
              SourcedValue.Part.ORGANIZATION, "organization",
              SourcedValue.Part.SUMMARY, "summary"));

  /** Those that are never null. */
  private static final Set<SourcedValue.Part> TEXTS =
      EnumSet.of(SourcedValue.Part.TITLE, SourcedValue.Part.ABSTRACT, SourcedValue.Part.AUTHORS);

  private JdbiWorks() {}

  static Map<PaperId, MergedWork> find(Handle handle, Collection<PaperId> papers) {
    Map<PaperId, MergedWork> works = new HashMap<>();
    if (!papers.isEmpty()) {
      handle
          .createQuery("select * from papers where id in (<ids>)")
          .bindList("ids", JdbiPaperIds.values(papers))
          .map((row, context) -> works.put(new PaperId(row.getString("id")), read(row)))
          .list();
    }
    return works;
  }

  static void insert(Handle handle, Map<PaperId, MergedWork> works, long revision) {
    write(handle, INSERT, works, work -> revision);
  }

  /**
   * Writes known works.
   *
   * @param revised those of them that get the revision; the others keep theirs
   */
  static void update(
      Handle handle, Map<PaperId, MergedWork> works, Set<PaperId> revised, long revision) {
    write(handle, UPDATE, works, work -> revised.contains(work) ? revision : 0);
  }

  static void delete(Handle handle, Collection<PaperId> papers) {
    handle
        .createUpdate("delete from papers where id in (<ids>)")
        .bindList("ids", JdbiPaperIds.values(papers))
        .execute();
  }

  private static MergedWork read(ResultSet row) throws SQLException {
    Instant firstSeen = Instants.of(row, "first_seen");
    Provenances origins = Provenances.read(row.getString("origins"), firstSeen);
    Map<SourcedValue.Part, SourcedValue> claims = new EnumMap<>(SourcedValue.Part.class);
    for (var column : COLUMNS.entrySet()) {
      MergedWork.put(
          claims, column.getKey(), row.getString(column.getValue()), origins.of(column.getKey()));
    }
    List<String> categories =
        Arrays.stream(row.getString("categories").split(" ")).filter(c -> !c.isEmpty()).toList();
    if (!categories.isEmpty()) {
      SourcedValue.Part primary = SourcedValue.Part.PRIMARY_CATEGORY;
      MergedWork.put(claims, primary, categories.getFirst(), origins.of(primary));
    }
    Map<Signal.Metric, MergedWork.Count> counts = new EnumMap<>(Signal.Metric.class);
    for (Signal.Metric kind : Signal.Metric.values()) {
      Instant at = Instants.orNull(row, column(kind) + "_at");
      if (at != null) {
        counts.put(kind, new MergedWork.Count(row.getInt(column(kind)), at));
      }
    }
    return new MergedWork(
        claims,
        new TreeSet<>(categories),
        new Paper.Dates(
            row.getObject("published", LocalDate.class),
            row.getObject("announced", LocalDate.class),
            row.getObject("withdrawn", LocalDate.class)),
        AnnouncementClaims.read(
            row.getString("announcements"), row.getObject("earliest", LocalDate.class)),
        firstSeen,
        counts,
        UpvoteHistory.read(row.getString("upvote_history")));
  }

  private static void write(
      Handle handle, String sql, Map<PaperId, MergedWork> works, ToLongFunction<PaperId> revision) {
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      works.forEach(
          (id, work) ->
              bind(batch.bind("id", id.value()), work)
                  .bind("revision", revision.applyAsLong(id))
                  .add());
      batch.execute();
    }
  }

  private static PreparedBatch bind(PreparedBatch batch, MergedWork work) {
    for (var column : COLUMNS.entrySet()) {
      String otherwise = TEXTS.contains(column.getKey()) ? "" : null;
      batch.bind(column.getValue(), value(work, column.getKey(), otherwise));
    }
    for (Signal.Metric kind : Signal.Metric.values()) {
      MergedWork.Count count = work.counts().get(kind);
      batch
          .bind(column(kind), count == null ? 0 : count.value())
          .bind(column(kind) + "_at", count == null ? null : Instants.argument(count.observedAt()));
    }
    return batch
        .bind("categories", categories(work))
        .bind("published", work.dates().published())
        .bind("announced", work.dates().announced())
        .bind("announcements", work.announcements().text())
        .bind("earliest", work.announcements().earliest())
        .bind("withdrawn", work.dates().withdrawn())
        .bind("upvote_history", work.upvotes().text())
        .bind("origins", Provenances.of(work.claims()).text())
        .bind("first_seen", Instants.argument(work.firstSeen()));
  }

  /** The primary one first, the others in the order of their names. */
  private static String categories(MergedWork work) {
    String primary = value(work, SourcedValue.Part.PRIMARY_CATEGORY, null);
    return Stream.concat(
            Stream.ofNullable(primary),
            work.categories().stream().filter(category -> !category.equals(primary)))
        .collect(Collectors.joining(" "));
  }

  private static @Nullable String value(
      MergedWork work, SourcedValue.Part part, @Nullable String otherwise) {
    SourcedValue claim = work.claims().get(part);
    return claim == null ? otherwise : claim.value();
  }

  private static String column(Signal.Metric kind) {
    return switch (kind) {
      case UPVOTES -> "upvotes";
      case COMMENTS -> "comments";
      case STARS -> "stars";
    };
  }
}
