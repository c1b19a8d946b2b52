package dev.offprint.app;

import dev.offprint.cli.Version;
import dev.offprint.cli.console.Features.Sending;
import dev.offprint.config.SmtpConfiguration;
import dev.offprint.db.DataFolder;
import dev.offprint.db.NodeLease;
import dev.offprint.sending.Composer;
import dev.offprint.sending.Dispatcher;
import dev.offprint.sending.LeasedNode;
import dev.offprint.sending.RetryRules;
import dev.offprint.sending.SenderLock;
import dev.offprint.sending.SendingLimits;
import dev.offprint.sending.SendingNode;
import dev.offprint.sending.SendingThrottle;
import dev.offprint.smtp.SmtpTransport;
import dev.offprint.subscribers.Links;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Puts the dispatcher together, with what composes mails and what carries them. */
final class SendingWiring {
  private final Wiring wiring;

  SendingWiring(Wiring wiring) {
    this.wiring = wiring;
  }

  /** The right to send for the data folder; empty when another process has it. */
  Optional<Sending> take() {
    // The lock file needs the data folder, which is made for a database that is not there as well.
    wiring.database();
    DataFolder.open(wiring.data());
    return SenderLock.take(wiring.data())
        .map(lock -> wiring.database().isShared() ? shared(lock) : alone(lock));
  }

  private Sending alone(SenderLock lock) {
    return sending(lock.node(), idle -> lock.close());
  }

  /** One of several nodes, until it is closed or away for too long. */
  private Sending shared(SenderLock lock) {
    NodeLease lease =
        new NodeLease(wiring.database().nodes(), host(), Version.installed(), System::nanoTime);
    lease.start();
    return sending(
        new LeasedNode(lease, lock.node().journal()),
        idle -> {
          lease.close();
          if (idle) {
            lease.leave();
          }
          lock.close();
        });
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "(unknown host)";
    }
  }

  /**
   * The right to send as a node.
   *
   * @param closing told whether nothing is claimed any more
   */
  private Sending sending(SendingNode node, Consumer<Boolean> closing) {
    Dispatcher dispatcher = dispatcher(node);
    return new Sending() {
      @Override
      public Dispatcher dispatcher() {
        return dispatcher;
      }

      @Override
      public void close() {
        closing.accept(dispatcher.stop());
      }
    };
  }

  private Dispatcher dispatcher(SendingNode node) {
    Dispatcher dispatcher =
        new Dispatcher(
            wiring.ledger(),
            composer(),
            new SmtpTransport(
                wiring.configuration().smtp(),
                wiring.configuration().mail(),
                wiring.harvesting().proxies(),
                wiring.clock()),
            new RetryRules(
                new Random(), Duration.ofHours(wiring.configuration().mail().tooLateHours())),
            wiring.clock(),
            node,
            new SendingThrottle(limits(wiring.configuration().smtp()), () -> node.share().of()));
    return dispatcher.measuredBy(wiring.harvesting().sendingMeters());
  }

  private static SendingLimits limits(SmtpConfiguration smtp) {
    return new SendingLimits(
        smtp.connections(),
        smtp.limits().perSecond(),
        smtp.limits().domainConnections(),
        smtp.limits().domainPerMinute());
  }

  private Composer composer() {
    return new Composer(
        wiring.subscribers(),
        wiring.groups(),
        wiring.renderer(),
        wiring.mails().notices(),
        new Links(wiring.configuration().server().baseUrl(), wiring.tokens()),
        wiring.mails().sender(),
        wiring.clock());
  }
}
