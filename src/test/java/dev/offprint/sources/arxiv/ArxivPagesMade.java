package dev.offprint.sources.arxiv;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Made-up pages of arXiv of any length, and the questions they answer. */
final class ArxivPagesMade {
  private ArxivPagesMade() {}

  /** The parameters of a question. */
  static Map<String, String> asked(String query) {
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  static Map<String, String> asked(HttpExchange exchange) {
    return asked(exchange.getRequestURI().getRawQuery());
  }

  /** A daily feed of so many new papers. */
  static String feed(String built, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                """
                <entry><id>oai:arXiv.org:2603.1%04dv1</id><title>Bee %1$d</title>
                  <summary>arXiv:2603.1%1$04dv1 Announce Type: new
                Abstract: It flies.</summary><category term="cs.LG"/>
                  <published>2026-03-04T00:00:00-05:00</published>
                  <arxiv:announce_type>new</arxiv:announce_type></entry>
                """
                    .formatted(number))
        .collect(
            Collectors.joining(
                "",
                "<feed xmlns='http://www.w3.org/2005/Atom'"
                    + " xmlns:arxiv='http://arxiv.org/schemas/atom'><updated>"
                    + built
                    + "</updated>",
                "</feed>"));
  }

  /** Entries of the API from one number to another, all submitted at one instant. */
  static String search(int from, int to, int total, String submitted) {
    return IntStream.range(from, to)
        .mapToObj(
            number ->
                """
                <entry><id>http://arxiv.org/abs/2603.1%04dv1</id><title>Wasp %1$d</title>
                  <updated>%2$s</updated><published>%2$s</published><summary>It stings.</summary>
                  <category term="cs.LG"/></entry>
                """
                    .formatted(number, submitted))
        .collect(
            Collectors.joining(
                "",
                "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:opensearch='http://a9.com/'>"
                    + "<opensearch:totalResults>"
                    + total
                    + "</opensearch:totalResults>",
                "</feed>"));
  }

  /** One record of OAI-PMH. */
  static String record(String id, String categories, String created, String stamped) {
    return """
    <record><header><identifier>oai:arXiv.org:%1$s</identifier><datestamp>%4$s</datestamp></header>
      <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>%1$s</id><created>%3$s</created>
        <title>Hive %1$s</title><categories>%2$s</categories><abstract>Round.</abstract>
      </arXiv></metadata></record>
    """
        .formatted(id, categories, created, stamped);
  }

  /** A page of OAI-PMH; an empty token ends the list. */
  static String records(String token, String records) {
    return "<OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'>"
        + "<responseDate>2026-03-04T06:00:00Z</responseDate><ListRecords>"
        + records
        + "<resumptionToken>"
        + token
        + "</resumptionToken></ListRecords></OAI-PMH>";
  }
}
