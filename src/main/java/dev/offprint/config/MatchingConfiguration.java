package dev.offprint.config;

/** How interests find papers. */
public record MatchingConfiguration(
    @Setting(
            initial = "true",
            help =
                "Whether interests find papers by meaning too, with a sentence model that runs on"
                    + " this machine. Each new paper then costs some fifty milliseconds, once.")
        boolean semantic) {}
