package dev.offprint.app;

import dev.offprint.ledger.JdbiDeliveryCounts;
import dev.offprint.metrics.Meters;
import dev.offprint.operator.HarvestCheck;
import dev.offprint.operator.LedgerFigures;
import dev.offprint.operator.OperatorPages;
import dev.offprint.operator.Readiness;
import dev.offprint.sending.Dispatcher;
import dev.offprint.web.http.OperatorServer;
import java.util.Optional;

/** Puts together what the operator and programs look at. */
final class OperatorWiring {
  private final Wiring wiring;

  OperatorWiring(Wiring wiring) {
    this.wiring = wiring;
  }

  /** The pages of one daemon, not started; empty when no port is configured for them. */
  Optional<OperatorServer> server(Liveness liveness, Dispatcher dispatcher) {
    if (wiring.configuration().server().watching().metricsPort() == 0) {
      return Optional.empty();
    }
    Readiness readiness =
        new Readiness(
            wiring.database()::ask,
            liveness::timetable,
            () -> liveness.sender().or(() -> resting(dispatcher)),
            new HarvestCheck(wiring)::problem);
    LedgerFigures figures =
        new LedgerFigures(
            new JdbiDeliveryCounts(wiring.database().jdbi()),
            wiring.subscribers(),
            wiring.clock(),
            wiring.zone());
    Meters meters = wiring.harvesting().meters();
    meters.show(
        LedgerFigures.editionStatuses(),
        LedgerFigures.subscriberStatuses(),
        () -> figures.figures(readiness));
    return Optional.of(
        new OperatorServer(
            wiring.configuration().server(),
            new OperatorPages(
                    new OperatorPages.Parts(
                        wiring,
                        figures,
                        readiness,
                        meters::page,
                        dispatcher::relayProblem,
                        wiring.mails().templates(),
                        wiring.templatesFolder()))
                .routes(),
            wiring.clock()));
  }

  /** Without the reason, which can name an address. */
  private static Optional<String> resting(Dispatcher dispatcher) {
    return dispatcher
        .restsUntil()
        .map(until -> "the relay cannot be used; it is tried again at " + until);
  }
}
