package dev.offprint.app;

import dev.offprint.config.SmtpConfiguration;
import dev.offprint.digests.NoticeRenderer;
import dev.offprint.digests.RenderedMail;
import dev.offprint.digests.SubscriberLinks;
import dev.offprint.ledger.Delivery;
import dev.offprint.sending.Composer;
import dev.offprint.sending.Dispatcher;
import dev.offprint.sending.RetryRules;
import dev.offprint.sending.SendingLimits;
import dev.offprint.sending.SendingNode;
import dev.offprint.sending.SendingThrottle;
import dev.offprint.smtp.SmtpTransport;
import dev.offprint.subscribers.LinkTokens;
import dev.offprint.subscribers.Links;
import dev.offprint.subscribers.Subscriber;
import dev.offprint.subscribers.Wish;
import java.net.URI;
import java.time.Duration;
import java.util.Random;

/** Puts the dispatcher together, with what composes mails and what carries them. */
final class SendingWiring {
  private final Wiring wiring;

  SendingWiring(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Sends for a node. */
  Dispatcher dispatcher(SendingNode node) {
    return new Dispatcher(
        wiring.ledger(),
        composer(),
        new SmtpTransport(wiring.configuration().smtp(), wiring.configuration().mail()),
        new RetryRules(
            new Random(), Duration.ofHours(wiring.configuration().mail().tooLateHours())),
        wiring.clock(),
        node,
        new SendingThrottle(limits(wiring.configuration().smtp())));
  }

  private static SendingLimits limits(SmtpConfiguration smtp) {
    return new SendingLimits(
        smtp.connections(),
        smtp.limits().perSecond(),
        smtp.limits().domainConnections(),
        smtp.limits().domainPerMinute());
  }

  private Composer composer() {
    NoticeRenderer notices = new NoticeRenderer(wiring.templates());
    return new Composer(
        wiring.subscribers(),
        wiring.renderer()::render,
        new Composer.NoticeText() {
          @Override
          public RenderedMail confirmation(Subscriber subscriber, URI confirm) {
            return notices.confirmation(subscriber, confirm, LinkTokens.CONFIRM_WITHIN);
          }

          @Override
          public RenderedMail link(Subscriber subscriber, URI preferences) {
            return notices.link(subscriber, preferences);
          }
        },
        links(),
        wiring.sender(),
        wiring.clock());
  }

  private Composer.Links links() {
    Links links = new Links(wiring.configuration().server().baseUrl(), wiring.tokens());
    return new Composer.Links() {
      @Override
      public SubscriberLinks of(Subscriber subscriber, Delivery edition) {
        return new SubscriberLinks(
            links.edition(edition.id()),
            links.preferences(subscriber.id()),
            links.unsubscribe(subscriber.id()),
            links.liking(Wish.MORE, subscriber.id()),
            links.liking(Wish.LESS, subscriber.id()));
      }

      @Override
      public URI preferences(Subscriber subscriber) {
        return links.preferences(subscriber.id());
      }

      @Override
      public URI confirm(Delivery delivery) {
        return links.confirm(delivery.id(), wiring.clock().instant());
      }
    };
  }
}
