package dev.offprint.cli;

/** Measures what sending a day's editions costs, on data of its own that are gone afterwards. */
public interface DeliveryBench {
  /**
   * Makes subscribers and papers, plans a day, sends it to a server that takes everything, and says
   * what it took.
   *
   * @throws CommandFailure when the server does not take the mails
   */
  Document measure(Load load, Console console);

  /**
   * What is to be sent.
   *
   * @param sink where the server listens
   * @param compared whether Postfix's smtp-source is measured at the same server, before and after
   */
  record Load(int subscribers, SinkAddress sink, int connections, boolean compared) {}
}
