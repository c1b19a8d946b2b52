package dev.offprint.app;

import dev.offprint.bounces.JdbiPollStore;
import dev.offprint.bounces.ReturnMailbox;
import dev.offprint.bounces.ReturnedMail;

/** The part of the wiring that reads what came back. */
record Returns(Wiring wiring, Stores stores) {
  ReturnedMail mail() {
    return new ReturnedMail(
        wiring.membership(),
        wiring.suppressions(),
        stores.processedMessages(),
        wiring.subscribers(),
        wiring.ledger(),
        wiring.clock());
  }

  ReturnMailbox mailbox() {
    return new ReturnMailbox(
        wiring.configuration().mail().bounces(),
        mail(),
        stores.processedMessages(),
        new JdbiPollStore(stores.jdbi()),
        wiring.harvesting().proxies(),
        wiring.clock());
  }
}
