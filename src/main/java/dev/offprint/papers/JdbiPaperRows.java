package dev.offprint.papers;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                row.getObject("withdrawn", LocalDate.class))),
        new Popularity(row.getInt("upvotes"), row.getInt("comments"), row.getInt("stars")));
  }

  private static List<String> split(String joined, String separator) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(separator));
  }

  private static @Nullable URI uri(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }
}
