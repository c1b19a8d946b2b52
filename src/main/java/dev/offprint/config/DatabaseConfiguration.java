package dev.offprint.config;

/** Where subscribers, papers and the ledger are kept. */
public record DatabaseConfiguration(
    @Setting(
            initial = "",
            form = Form.JDBC,
            help =
                "JDBC address. Empty keeps an H2 file in the data folder;"
                    + " jdbc:postgresql://host/name uses PostgreSQL.")
        String url,
    @Setting(initial = "", help = "Database user; H2 in the data folder needs none.")
        String username,
    @Setting(initial = "", secret = true, help = "Database password.") String password) {

  @Override
  public String toString() {
    return "Database[" + url.replaceFirst("[;?].*", "") + "]";
  }
}
