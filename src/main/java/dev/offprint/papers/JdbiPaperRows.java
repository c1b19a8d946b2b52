package dev.offprint.papers;

import dev.offprint.db.Instants;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How a paper lies in its row. */
final class JdbiPaperRows implements RowMapper<Candidate> {
  @Override
  public Candidate map(ResultSet row, StatementContext context) throws SQLException {
    return new Candidate(
        new Paper(
            new PaperId(row.getString("id")),
            row.getString("title"),
            row.getString("abstract"),
            split(row.getString("authors"), "\n").stream().map(Author::new).toList(),
            split(row.getString("categories"), " "),
            new Paper.Links(
                uri(row.getString("page_url")),
                uri(row.getString("pdf_url")),
                uri(row.getString("code_url"))),
            new Paper.Dates(
                row.getObject("published", LocalDate.class),
                row.getObject("announced", LocalDate.class),
                row.getObject("withdrawn", LocalDate.class)),
            listing(row.getString("organization"), row.getString("summary"))),
        new Popularity(
            row.getInt("upvotes"), row.getInt("comments"), row.getInt("stars"), rise(row)));
  }

  private static Paper.Listing listing(@Nullable String organization, @Nullable String summary) {
    return organization == null && summary == null
        ? Paper.Listing.NONE
        : new Paper.Listing(organization, summary(summary));
  }

  /** A summary as it lies in its column: who wrote it, and on the next line the text. */
  static @Nullable String text(Paper.@Nullable Summary summary) {
    return summary == null ? null : summary.by() + "\n" + summary.text();
  }

  private static Paper.@Nullable Summary summary(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int end = text.indexOf('\n');
    return new Paper.Summary(text.substring(end + 1), text.substring(0, end));
  }

  private static Popularity.@Nullable Rise rise(ResultSet row) throws SQLException {
    String history = row.getString("upvote_history");
    Instant at = history.isEmpty() ? null : Instants.orNull(row, "upvotes_at");
    return at == null
        ? null
        : UpvoteHistory.read(history).riseTo(new MergedWork.Count(row.getInt("upvotes"), at));
  }

  private static List<String> split(String joined, String separator) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(separator));
  }

  private static @Nullable URI uri(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }
}
