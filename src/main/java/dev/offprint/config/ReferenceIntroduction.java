package dev.offprint.config;

/** What the reference page says before the keys. */
final class ReferenceIntroduction {
  static final String TEXT =
      """
      # Configuration

      One TOML file, named by `--config FILE` or `OFFPRINT_CONFIG`, else `offprint.toml` in the data folder if it is there.
      No file is needed: every key has an initial value. `offprint config init FILE` writes one with all keys,
      `offprint config check` tells everything that is wrong at once, and `offprint config show` what is in force.

      ```toml
      [smtp]
      host = "smtp.example.org"
      username = "papers@example.org"
      password_file = "smtp-password"
      ```

      - **Environment.** Any key can come from a variable instead, which wins over the file: `smtp.host` is `OFFPRINT_SMTP__HOST`,
        `sources.huggingface.base_url` is `OFFPRINT_SOURCES__HUGGINGFACE__BASE_URL`. `OFFPRINT_CONFIG`, `OFFPRINT_DATA`, `OFFPRINT_HOME`,
        `OFFPRINT_JAVA_OPTIONS` and `OFFPRINT_LOG_FORMAT` are no settings; any other unknown `OFFPRINT_…` is an error, as an unknown
        key in the file is.
      - **Secrets** can come from a file of their own, named by the key with `_file` behind it: `password_file` in the file, or
        `OFFPRINT_SMTP__PASSWORD_FILE`. Its last line end is dropped. Secrets stand in no message and not in `config show`.
      - **Files** that a key with `_file` at its end names are looked for from the folder of the configuration file on, without one
        from the working directory.
      - **Errors** name the file and the line. The line is where the statement begins that sets the key; after a value of more
        than 200 lines, lines are not told.
      - **Logging** is not a setting: how much is logged stands in `config/logging.xml` (Logback), and the log goes to standard error.
        With `OFFPRINT_LOG_FORMAT=json` each line of it is a JSON object. To keep a file of your own, set `OFFPRINT_JAVA_OPTIONS=-Dlogback.configurationFile=/etc/offprint/logging.xml`.

      This page is made from the code, like the example `config/offprint.toml`:
      `./mvnw test -Dtest=ConfigurationTextTest -Doffprint.regenerate=true` writes both.
      """;

  private ReferenceIntroduction() {}
}
