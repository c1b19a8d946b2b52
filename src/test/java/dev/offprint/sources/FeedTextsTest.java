package dev.offprint.sources;

import static dev.offprint.sources.FeedSamples.NOW;
import static dev.offprint.sources.FeedSamples.authors;
import static dev.offprint.sources.FeedSamples.bytes;
import static dev.offprint.sources.FeedSamples.papers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.papers.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTextsTest {
  private static Paper paper(String feed) {
    return papers(new FeedParser("my lab", null, null, NOW).parse(bytes(feed))).getFirst();
  }

  private static Paper atom(String feedAuthor, String entry) {
    return paper(
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Lab</title><id>urn:lab</id>
          <updated>2026-03-03T00:00:00Z</updated>%s
          <entry><id>urn:lab:1</id><updated>2026-03-03T00:00:00Z</updated>
            <link href="https://lab.example/1"/>%s</entry></feed>
        """
            .formatted(feedAuthor, entry));
  }

  private static Paper rss(String item) {
    return paper(
        """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Lab</title>
          <link>https://lab.example</link><description>News</description>
          <item><link>https://lab.example/1</link>%s</item></channel></rss>
        """
            .formatted(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # for p&lt;q the bound # for p<q the bound",
        "type='text' # for p&lt;q the bound # for p<q the bound",
        "type='html' # for $p&lt;q$ the bound # for p<q the bound",
        "type='text' # How List&lt;String&gt; is read # How List<String> is read",
        "type='text' # How &lt;b&gt;bold&lt;/b&gt; is read # How <b>bold</b> is read",
        "'' # How &lt;i&gt;Apis&lt;/i&gt; flies # How Apis flies",
        "type='html' # How &lt;i&gt;Apis&lt;/i&gt; &amp;amp; co. fly # How Apis & co. fly",
        "type='html' # At 10&lt;sup&gt;-3&lt;/sup&gt; M CO&lt;sub&gt;2&lt;/sub&gt; # At 10⁻³ M CO₂",
        "type='text' # R&amp;amp;D # R&amp;D",
      })
  void aTitleOfAtomIsShownAsItsTypeSays(String type, String content, String shown) {
    Paper paper = atom("", "<title %s>%s</title>".formatted(type == null ? "" : type, content));

    assertThat(paper.shownTitle()).isEqualTo(shown);
  }

  @Test
  void scriptsAndFormulasOfXhtmlAreKept() {
    Paper paper =
        atom(
            "",
            """
            <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">About 10<sup>6</sup> bees</div></title>
            <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>So <math
              xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup></math> &lt; y.</p></div></summary>
            """);

    assertThat(paper.shownTitle()).isEqualTo("About 10⁶ bees");
    assertThat(paper.shownAbstract()).isEqualTo("So x² < y.");
  }

  @Test
  void aDescriptionOfRssIsHtml() {
    Paper paper =
        rss(
            """
            <title>Bees &lt;unk&gt; at p&lt;q</title><description><![CDATA[<p>About 10<sup>9</sup> per m<sup>2</sup>,
            if p<q.</p><script>count()</script>]]></description>
            """);

    assertThat(paper.shownTitle()).isEqualTo("Bees <unk> at p<q");
    assertThat(paper.shownAbstract()).isEqualTo("About 10⁹ per m², if p<q.");
  }

  @Test
  void anEntryOfAtomWithoutAuthorsHasThoseOfItsSourceOrFeed() {
    String feed = "<author><name>Ada Lind</name><email>ada@lab.example</email></author>";
    String source = "<source><id>urn:s</id><author><name>Cy Dahl</name></author></source>";

    assertThat(authors(atom(feed, "<title>Bees</title>"))).containsExactly("Ada Lind");
    assertThat(authors(atom(feed, "<title>Bees</title>" + source))).containsExactly("Cy Dahl");
    assertThat(
            authors(atom(feed, "<title>Bees</title><author><name>Bo Ek</name></author>" + source)))
        .containsExactly("Bo Ek");
  }

  @Test
  void elementsThatNameTheSameAuthorsNameThemOnce() {
    assertThat(
            authors(
                rss(
                    "<title>Bees</title><author>ada@lab.example (Ada"
                        + " Lind)</author><dc:creator>Lind, A.da; </dc:creator><dc:creator>Ada Lind"
                        + " and Bo Ek</dc:creator>")))
        .contains("Ada Lind", "Bo Ek")
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("@"));
  }

  @Test
  void whatAPublisherPutsBeforeAnAbstractFillsWhatTheFeedLacks() {
    String description =
        "<description><![CDATA[<p>Publication date: 15 April 2026</p><p><b>Source:</b> Bees, Volume"
            + " 2</p><p>Author(s): Ada Lind, Bo Q. Ek</p>]]></description>";
    Paper paper = rss("<title>Bees reviewed</title>" + description);
    Paper known =
        rss(
            "<title>Bees reviewed</title><dc:creator>Cy"
                + " Dahl</dc:creator><dc:date>2026-03-02</dc:date>"
                + description);

    assertThat(authors(paper)).containsExactly("Ada Lind", "Bo Q. Ek");
    assertThat(paper.dates().published()).isEqualTo("2026-04-15");
    assertThat(paper.abstractText()).isEmpty();
    assertThat(authors(known)).containsExactly("Cy Dahl");
    assertThat(known.dates().published()).isEqualTo("2026-03-02");
  }
}
