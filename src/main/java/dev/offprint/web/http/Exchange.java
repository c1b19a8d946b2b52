package dev.offprint.web.http;

import dev.offprint.config.IpNetwork;
import dev.offprint.messages.Messages;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a request from the HTTP server past what guards its route, and hands the reply back. */
public final class Exchange {
  public static final String HTML = "text/html; charset=utf-8";

  /** By which browsers say what their reader reads (RFC 9110, section 12.5.4). */
  public static final String ACCEPT_LANGUAGE = "Accept-Language";

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FORM_TOKEN = "form";

  /** The value of a page that has the token for its forms already. */
  private static final String READY = "readyToken";

  private final Rendering rendering;
  private final Networks networks;
  private final Limits limits;
  private final FormTokens forms;
  private final InstantSource clock;

  public Exchange(
      Rendering rendering,
      Networks networks,
      Limits limits,
      FormTokens forms,
      InstantSource clock) {
    this.rendering = rendering;
    this.networks = networks;
    this.limits = limits;
    this.forms = forms;
    this.clock = clock;
  }

  public void answer(Context context, Route route) {
    Instant now = clock.instant();
    IpNetwork network = network(context);
    if (route.guard() != Route.Guard.NONE) {
      Optional<Duration> wait = limits.request(network, now);
      if (wait.isPresent()) {
        write(context, ProblemPage.tooMany(wait.get()), network);
        return;
      }
    }
    if (route.guard() == Route.Guard.JSON && !isJson(context.contentType())) {
      write(context, ProblemPage.noJson(), network);
      return;
    }
    Request request =
        new Request(
            context.pathParamMap(),
            query(context),
            takesForm(route) ? form(context) : FormFields.NONE,
            route.guard() == Route.Guard.JSON ? json(context) : "",
            network,
            accepted(context));
    Optional<Reply> objection = objection(context, route, request, now);
    write(context, objection.isPresent() ? objection.get() : route.page().apply(request), network);
  }

  private static boolean takesForm(Route route) {
    return route.method() == Route.Method.POST
        && route.guard() != Route.Guard.NONE
        && route.guard() != Route.Guard.JSON;
  }

  /** What is replied instead when the form is not one that we handed out. */
  private Optional<Reply> objection(Context context, Route route, Request request, Instant now) {
    boolean strangers = route.guard() == Route.Guard.STRANGERS_FORM;
    if (!strangers && route.guard() != Route.Guard.FORM) {
      return Optional.empty();
    }
    String given = request.form().text(FORM_TOKEN);
    String link = link(context);
    FormTokens.Verdict verdict =
        link == null
            ? forms.judge(given, place(context), request.network(), now)
            : forms.judgeSecret(given, link, now);
    boolean good =
        verdict == FormTokens.Verdict.GOOD || (verdict == FormTokens.Verdict.QUICK && !strangers);
    if (good && !isFromElsewhere(context)) {
      return Optional.empty();
    }
    Page onceMore =
        ProblemPage.onceMore(
            rendering.base() + context.path(),
            request.form().without(FORM_TOKEN),
            verdict == FormTokens.Verdict.QUICK);
    return Optional.of(
        link == null ? onceMore.with(READY, forms.again(place(context), now)) : onceMore);
  }

  /** Whether the browser says that another site sent it (W3C, Fetch Metadata Request Headers). */
  private static boolean isFromElsewhere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  /** The secret of the page's link; null where the page is open to all. */
  private static @Nullable String link(Context context) {
    return context.pathParamMap().get("token");
  }

  /** The place of a page that is open to all. */
  private static String place(Context context) {
    return context.path().substring(1).replaceFirst("/.*", "");
  }

  /** A page whose forms go with another link than its own names it as {@code token}. */
  private String formToken(Context context, Page answer, IpNetwork network) {
    if (answer.values().get(READY) instanceof String ready) {
      return ready;
    }
    String link =
        answer.values().get("token") instanceof String named && !named.isEmpty()
            ? named
            : link(context);
    Instant now = clock.instant();
    return link == null ? forms.token(place(context), network, now) : forms.secret(link, now);
  }

  /** Hands over a reply. */
  public void write(Context context, Reply reply) {
    write(context, reply, network(context));
  }

  private void write(Context context, Reply reply, IpNetwork network) {
    if (link(context) != null) {
      // Somebody may have put the link where a search engine finds it.
      context.header("X-Robots-Tag", "noindex");
    }
    switch (reply) {
      case Page answer when context.path().startsWith("/api/") ->
          write(context, ProblemDocument.of(answer));
      case Page answer -> {
        // Who has a link to a reader's pages, or an error, is to find it nowhere else.
        Messages in = accepted(context);
        if (answer.language() == null) {
          context.res().addHeader("Vary", ACCEPT_LANGUAGE);
        } else {
          in = rendering.languages().of(answer.language());
        }
        boolean indexed = answer.status() == 200 && link(context) == null;
        String html =
            rendering.html(
                indexed ? answer : answer.with("noindex", true),
                in,
                formToken(context, answer, network));
        if (!indexed) {
          context.header("X-Robots-Tag", "noindex, nofollow");
        }
        answer.headers().forEach(context::header);
        context.header("Content-Language", in.language());
        context.status(answer.status()).contentType(HTML).result(html);
      }
      case Body body -> write(context, body);
      case CachedPage.Cached kept -> {
        String accepted = context.header("Accept-Encoding");
        write(
            context, accepted != null && accepted.contains("gzip") ? kept.zipped() : kept.plain());
      }
    }
  }

  /** The language that suits best whoever asks; English where none does. */
  public Messages accepted(Context context) {
    return rendering
        .languages()
        .accepted(String.join(",", Collections.list(context.req().getHeaders(ACCEPT_LANGUAGE))));
  }

  private static void write(Context context, Body body) {
    body.headers().forEach(context::header);
    if (isKnown(context, body)) {
      context.status(304);
      return;
    }
    context.status(body.status()).contentType(body.contentType()).result(body.bytes());
  }

  /** Whether the client has it already (RFC 9110, section 13.2.2). */
  private static boolean isKnown(Context context, Body body) {
    @Nullable String tag = body.headers().get("ETag");
    @Nullable String known = context.header("If-None-Match");
    if (tag != null && known != null) {
      return known.contains(tag) || known.strip().equals("*");
    }
    @Nullable String changed = body.headers().get("Last-Modified");
    @Nullable String since = context.header("If-Modified-Since");
    try {
      return changed != null
          && since != null
          && !HttpDates.read(changed).isAfter(HttpDates.read(since));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private IpNetwork network(Context context) {
    return networks.of(
        context.req().getRemoteAddr(),
        Collections.list(context.req().getHeaders("X-Forwarded-For")),
        Collections.list(context.req().getHeaders("Forwarded")));
  }

  private static FormFields query(Context context) {
    try {
      return new FormFields(context.queryParamMap());
    } catch (IllegalArgumentException e) {
      // Half an escape.
      throw new HttpResponseException(400);
    }
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.replaceFirst(";.*", "").strip().equalsIgnoreCase(JSON);
  }

  /** JSON that programs exchange is in UTF-8 (RFC 8259, section 8.1). */
  private static String json(Context context) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(context.bodyAsBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new HttpResponseException(400);
    }
  }

  private static FormFields form(Context context) {
    try {
      String type = context.contentType();
      if (type == null || !type.startsWith(FORM)) {
        throw new HttpResponseException(415);
      }
      return new FormFields(context.formParamMap());
    } catch (IllegalArgumentException e) {
      // Half an escape, or a character set that there is not.
      throw new HttpResponseException(400);
    }
  }
}
