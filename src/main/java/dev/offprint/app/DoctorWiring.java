package dev.offprint.app;

import dev.offprint.cli.ConfigWarnings;
import dev.offprint.config.Configuration;
import dev.offprint.config.ConfigurationLoader;
import dev.offprint.config.Origin;
import dev.offprint.db.DatabaseAddress;
import dev.offprint.db.DatabaseUnavailable;
import dev.offprint.doctor.BaseUrlCheck;
import dev.offprint.doctor.Check;
import dev.offprint.doctor.ConfigurationCheck;
import dev.offprint.doctor.DataFolderCheck;
import dev.offprint.doctor.DatabaseCheck;
import dev.offprint.doctor.DkimCheck;
import dev.offprint.doctor.DmarcCheck;
import dev.offprint.doctor.MailboxCheck;
import dev.offprint.doctor.MemoryCheck;
import dev.offprint.doctor.ModelCheck;
import dev.offprint.doctor.OneClickCheck;
import dev.offprint.doctor.Places;
import dev.offprint.doctor.Readers;
import dev.offprint.doctor.ReceiversCheck;
import dev.offprint.doctor.RelayCertificateCheck;
import dev.offprint.doctor.RelayCheck;
import dev.offprint.doctor.RelayOffersCheck;
import dev.offprint.doctor.ReverseNameCheck;
import dev.offprint.doctor.SourceCheck;
import dev.offprint.doctor.SpfCheck;
import dev.offprint.doctor.TemplatesCheck;
import dev.offprint.doctor.TimeCheck;
import dev.offprint.doctor.WebAsker;
import dev.offprint.doctor.dns.Dns;
import dev.offprint.smtp.RelayProbe;
import dev.offprint.sources.HarvestStore.SourceHealth;
import dev.offprint.subscribers.Links;
import dev.offprint.web.http.ProcessMark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the checks together. Nothing is opened before one of them looks. */
final class DoctorWiring {
  /** Of nobody: databases count from 1. */
  private static final long NOBODY = 0;

  private final Wiring wiring;
  private final Dns dns;
  private final Configuration configuration;
  private final Lazy<Readers> readers;
  private final Lazy<Boolean> readable = new Lazy<>(this::opens);

  /**
   * Checks of one installation, whose configuration is valid.
   *
   * @param dns asks the system's name servers, as a rule
   */
  DoctorWiring(Wiring wiring, Dns dns) {
    this.wiring = wiring;
    this.dns = dns;
    this.configuration = wiring.configuration();
    this.readers =
        new Lazy<>(() -> isReadable() ? Readers.of(wiring.subscribers().all()) : Readers.NONE);
  }

  /** All, in the order in which they are told. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new ConfigurationCheck(
            () -> ConfigWarnings.besidesBaseUrl(configuration, wiring.clock().instant()), place()));
    checks.add(new DataFolderCheck(wiring.data(), wiring::isDaemonRunning));
    checks.add(new DatabaseCheck(this::isThere, wiring::database));
    checks.add(new MemoryCheck(Runtime.getRuntime()::maxMemory, readers));
    checks.add(new ModelCheck(wiring::sentenceModel));
    checks.add(new TemplatesCheck(wiring::checkMails));
    List<SourceCheck> sources = sources();
    checks.addAll(sources);
    checks.add(
        new TimeCheck(
            wiring.clock(),
            wiring.zone(),
            () -> sources.forEach(SourceCheck::ask),
            () -> isReadable() ? wiring.clockCheck().problem() : Optional.empty(),
            wiring.harvesting()::witness));
    checks.addAll(relay());
    checks.addAll(pages());
    checks.addAll(names());
    checks.add(
        new ReceiversCheck(
            readers,
            () -> isReadable() ? wiring.ledger().deliveries().counts() : Map.of(),
            configuration.smtp().limits().daily()));
    return checks;
  }

  /** The file that settings come from; there may be none. */
  private String place() {
    return wiring.settings().stream()
        .map(ConfigurationLoader.Effective::origin)
        .filter(Origin.InFile.class::isInstance)
        .map(origin -> ((Origin.InFile) origin).file().toString())
        .findFirst()
        .orElse("the configuration, with no setting from a file,");
  }

  private List<SourceCheck> sources() {
    return wiring.harvesting().enabled().stream()
        .map(source -> new SourceCheck(source, this::health, wiring.clock(), wiring.zone()))
        .toList();
  }

  private Map<String, SourceHealth> health() {
    return isReadable() ? wiring.harvests().health(wiring.clock().instant()) : Map.of();
  }

  /** Whether other checks can look into it; one of them tells why not. */
  private boolean isReadable() {
    return readable.get();
  }

  private boolean opens() {
    try {
      if (isThere()) {
        wiring.database();
        return true;
      }
    } catch (DatabaseUnavailable e) {
      // Told by the check of the database.
    }
    return false;
  }

  /** Whether there is a database to look into; asking for it would make one. */
  private boolean isThere() {
    return !DatabaseAddress.configured(configuration.database(), wiring.data()).hasNothing();
  }

  private List<Check> relay() {
    Supplier<RelayProbe.Outcome> probe =
        new Lazy<>(
            () ->
                RelayProbe.ask(
                    configuration.smtp(),
                    configuration.mail(),
                    wiring.harvesting().proxies(),
                    wiring.clock()));
    return List.of(
        new RelayCheck(configuration.smtp(), probe),
        new RelayCertificateCheck(probe, wiring.clock()),
        new RelayOffersCheck(probe),
        new MailboxCheck(configuration.mail(), wiring::returnMailbox));
  }

  private List<Check> pages() {
    URI address = configuration.server().baseUrl();
    WebAsker asker = new WebAsker();
    return List.of(
        new BaseUrlCheck(address, asker, this::mark),
        new OneClickCheck(
            address,
            asker,
            () -> new Links(address, wiring.tokens()).unsubscribe(NOBODY),
            wiring::isDaemonRunning));
  }

  private Optional<ProcessMark> mark() {
    return wiring.isDaemonRunning() ? ProcessMark.read(wiring.data()) : Optional.empty();
  }

  private List<Check> names() {
    String returns = configuration.mail().returnAddress();
    String from = returns.isEmpty() ? configuration.mail().from() : returns;
    String envelope = Places.domain(from);
    String relay = configuration.smtp().host();
    return List.of(
        new SpfCheck(envelope, relay, dns, readers),
        new DkimCheck(configuration.mail(), dns),
        new DmarcCheck(configuration.mail(), envelope, dns, readers),
        new ReverseNameCheck(relay, dns));
  }
}
