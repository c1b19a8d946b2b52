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
    @Setting(initial = "", secret = true, help = "Database password.") String password,
    @Setting(
            initial = "",
            form = Form.FILE,
            help =
                "Folder for a backup each night, as `offprint db backup` makes it; relative to the"
                    + " data folder. Empty makes none. Only for H2: PostgreSQL has tools of its"
                    + " own.")
        String backupFolder,
    @Setting(
            initial = "7",
            least = 1,
            most = 1_000,
            help = "Backups that stay there; the oldest goes first.")
        int backupCopies) {

  @Override
  public String toString() {
    return "Database[" + url.replaceFirst("[;?].*", "") + "]";
  }
}
