package dev.offprint.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Author;
import dev.offprint.papers.Paper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Small pages in the formats of the sources, with made-up papers. */
public final class FeedSamples {
  public static final Instant NOW = Instant.parse("2026-03-04T06:00:00Z");

  public static final String API =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
            xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
        <id>https://arxiv.org/api/abc</id>
        <updated>2026-03-04T00:00:00Z</updated>
        <opensearch:totalResults>7</opensearch:totalResults>
        <opensearch:startIndex>0</opensearch:startIndex>
        <opensearch:itemsPerPage>2</opensearch:itemsPerPage>
        <entry>
          <id>http://arxiv.org/abs/2603.00001v1</id>
          <title>Bees
            &amp; graphs</title>
          <updated>2026-03-02T17:00:00Z</updated>
          <published>2026-03-02T17:00:00Z</published>
          <summary>  We count bees.
      </summary>
          <author><name>Ada Lind</name></author>
          <author><name>Bo Ek</name></author>
          <arxiv:doi>10.1234/BEES.1</arxiv:doi>
          <category term="cs.LG"/>
          <category term="math.CO"/>
          <category term="68R10, 05C85"/>
          <arxiv:primary_category term="math.CO"/>
        </entry>
        <entry>
          <id>http://arxiv.org/abs/math/0309136v3</id>
          <title>An old theorem</title>
          <updated>2026-03-02T12:00:00Z</updated>
          <published>2003-09-08T12:00:00Z</published>
          <summary>Still true.</summary>
          <author><name>Cy Dahl</name></author>
        </entry>
      </feed>
      """;

  public static final String API_ERROR =
      """
      <feed xmlns="http://www.w3.org/2005/Atom">
        <id>http://arxiv.org/api/xyz</id>
        <entry>
          <id>http://arxiv.org/api/errors#incorrect_id_format_for_1</id>
          <title>Error</title>
          <summary>incorrect id format for 1</summary>
        </entry>
      </feed>
      """;

  public static final String DAILY_ATOM =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns="http://www.w3.org/2005/Atom">
        <id>http://rss.arxiv.org/atom/cs.AI</id>
        <updated>2026-03-04T05:00:11.5+00:00</updated>
        %s
      </feed>
      """
          .formatted(
              dailyEntry("2603.00010v1", "new")
                  + dailyEntry("2603.00011v1", "cross")
                  + dailyEntry("2501.00012v2", "replace")
                  + dailyEntry("2603.00013v2", "replace-cross"));

  public static final String RSS =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
           xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
        <channel>
          <title>cs.AI updates on arXiv.org</title>
          <link>http://rss.arxiv.org/rss/cs.AI</link>
          <description>cs.AI updates</description>
          <lastBuildDate>Wed, 04 Mar 2026 05:00:11 +0000</lastBuildDate>
          <pubDate>Wed, 04 Mar 2026 00:00:00 -0500</pubDate>
          <item>
            <title>Counting wasps</title>
            <link>https://arxiv.org/abs/2603.00020</link>
            <description>arXiv:2603.00020v1 Announce Type: new&#32;
      Abstract: There are many.</description>
            <guid isPermaLink="false">oai:arXiv.org:2603.00020v1</guid>
            <category>cs.AI</category>
            <category>cs.CV</category>
            <pubDate>Wed, 04 Mar 2026 00:00:00 -0500</pubDate>
            <arxiv:announce_type>new</arxiv:announce_type>
            <arxiv:DOI>10.1234/wasps</arxiv:DOI>
            <dc:creator>Ada Lind, Sam Roe, Jr., Bo Ek (for the Wasp, Bee Group)</dc:creator>
          </item>
          <item>
            <title>Counting ants</title>
            <link>https://arxiv.org/abs/2512.00021</link>
            <description>arXiv:2512.00021v4 Announce Type: replace-cross
      Abstract: Too many.</description>
            <guid isPermaLink="false">oai:arXiv.org:2512.00021v4</guid>
            <dc:creator>Cy Dahl</dc:creator>
          </item>
        </channel>
      </rss>
      """;

  public static final String OAI =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
        <responseDate>2026-03-04T01:00:00Z</responseDate>
        <request verb="ListRecords">https://oaipmh.arxiv.org/oai</request>
        <ListRecords>
          <record>
            <header><identifier>oai:arXiv.org:2603.00030</identifier><datestamp>2026-03-04</datestamp></header>
            <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
              <id>2603.00030</id><created>2026-03-02</created>
              <authors>
                <author><keyname>Collaboration</keyname><forenames>Hive</forenames></author>
                <author><keyname>:</keyname></author>
                <author><keyname>Roe</keyname><forenames>Sam</forenames><suffix>Jr.</suffix></author>
              </authors>
              <title>Hives</title><categories>cs.LG stat.ML</categories>
              <doi>10.1234/h.1, 10.1234/h.2</doi>
              <abstract>  Round.
      </abstract>
            </arXiv></metadata>
          </record>
          <record>
            <header><identifier>oai:arXiv.org:2501.00031</identifier><datestamp>2026-03-04</datestamp></header>
            <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
              <id>2501.00031</id><created>2025-01-07</created><updated>2026-03-03</updated>
              <title>Combs</title><categories>cs.CG</categories><abstract>Six sides.</abstract>
            </arXiv></metadata>
          </record>
          <record>
            <header status="deleted"><identifier>oai:arXiv.org:2501.00032</identifier><datestamp>2026-03-04</datestamp></header>
          </record>
          <resumptionToken cursor="0" completeListSize="2500">token|1001</resumptionToken>
        </ListRecords>
      </OAI-PMH>
      """;

  public static final String JOURNAL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
               xmlns:dc="http://purl.org/dc/elements/1.1/"
               xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
               xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel rdf:about="https://journal.example/feed"><title>Journal</title>
          <link>https://journal.example</link><description>Papers</description></channel>
        <item rdf:about="https://journal.example/a1">
          <title>Honey &lt;i&gt;in vitro&lt;/i&gt;</title>
          <link>https://journal.example/a1</link>
          <description>&lt;p&gt;Sweet &amp;amp; sticky.&lt;/p&gt;</description>
          <dc:creator>Ada Lind</dc:creator>
          <dc:creator>Bo Ek</dc:creator>
          <dc:date>2026-03-03</dc:date>
          <prism:doi>10.1234/Honey.1</prism:doi>
        </item>
      </rdf:RDF>
      """;

  public static final String BLOG =
      """
      <rss version="2.0"><channel><title>Lab</title><link>https://lab.example</link>
        <description>News</description>
        <item><title>We read a paper&nbsp;&mdash; R&D</title><link>https://arxiv.org/abs/2603.00040v2</link>
          <pubDate>2026-03-03 10:00:00</pubDate><description>Good.</description></item>
        <item><title>A preprint</title>
          <link>https://www.biorxiv.org/content/10.1101/2026.03.01.123456v2?rss=1</link>
          <pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate></item>
        <item><title>Our summer</title><link>https://lab.example/summer</link></item>
        <item><link>https://lab.example/untitled</link></item>
      </channel></rss>
      """;

  public static final String BIORXIV =
      """
      {"messages":[{"status":"ok","interval":"2026-03-03:2026-03-04","cursor":"0","count":3,
        "count_new_papers":"2","total":"5"}],
       "collection":[
        {"title":"Bee brains","authors":"Lind, A.; Ek, B. C.;","author_corresponding":"Ada Lind",
         "doi":"10.1101/2026.03.01.111111","date":"2026-03-03","version":"1","type":"new results",
         "category":"cell biology","abstract":"Small but good.","server":"bioRxiv","published":"NA"},
        {"title":"Bee wings","authors":"Dahl, C.","doi":"10.1101/2025.01.01.222222",
         "date":"2026-03-03","version":"2","type":"WITHDRAWN","category":"genomics",
         "abstract":"","server":"bioRxiv","published":"10.1234/Wings"},
        {"title":"","authors":"","doi":"10.1101/2026.03.01.333333","date":"2026-03-03"}]}
      """;

  private FeedSamples() {}

  private static String dailyEntry(String id, String type) {
    return """
    <entry>
      <id>oai:arXiv.org:%1$s</id>
      <title>Paper %1$s</title>
      <updated>2026-03-04T05:00:11+00:00</updated>
      <summary>arXiv:%1$s Announce Type: %2$s
    Abstract: About %1$s.</summary>
      <category term="cs.CL"/>
      <published>2026-03-04T00:00:00-05:00</published>
      <arxiv:announce_type>%2$s</arxiv:announce_type>
      <dc:creator>Ada Lind, Bo Ek</dc:creator>
    </entry>
    """
        .formatted(id, type);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static ParsedPage.Entries entries(ParsedPage page) {
    assertThat(page).isInstanceOf(ParsedPage.Entries.class);
    return (ParsedPage.Entries) page;
  }

  public static String why(ParsedPage page) {
    assertThat(page).isInstanceOf(ParsedPage.Broken.class);
    return ((ParsedPage.Broken) page).why();
  }

  public static List<Paper> papers(ParsedPage page) {
    return entries(page).announcements().stream().map(a -> a.sighting().paper()).toList();
  }

  public static List<Announcement.Type> kinds(ParsedPage page) {
    return entries(page).announcements().stream().map(Announcement::kind).toList();
  }

  public static List<String> authors(Paper paper) {
    return paper.authors().stream().map(Author::name).toList();
  }
}
