package dev.offprint.config;

/**
 * Everything an operator can decide. Each key is documented at its component by {@link Setting}.
 */
public record Configuration(
    ServerConfiguration server,
    DatabaseConfiguration database,
    SmtpConfiguration smtp,
    MailConfiguration mail,
    SourcesConfiguration sources,
    HarvestConfiguration harvest,
    MatchingConfiguration matching) {}
