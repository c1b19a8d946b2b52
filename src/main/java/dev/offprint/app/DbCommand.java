package dev.offprint.app;

import picocli.CommandLine.Command;

/** Keeps the database safe. */
@Command(
    name = "db",
    description =
        "Copy the database and the keys of the data folder into a file, put them back, check the"
            + " database, and copy it into another one.",
    subcommands = {DbBackup.class, DbRestore.class, DbCheck.class, DbCopy.class},
    footer = {
      "",
      "Examples:",
      "  offprint db backup - > /var/backups/offprint-$(date +%%F).zip",
      "  offprint db restore - < /var/backups/offprint-2026-11-29.zip"
    })
public final class DbCommand {}
