package dev.offprint.web;

import static dev.offprint.web.http.Route.Guard.FORM;
import static dev.offprint.web.http.Route.Guard.JSON;
import static dev.offprint.web.http.Route.Guard.LIMITED;
import static dev.offprint.web.http.Route.Guard.NONE;
import static dev.offprint.web.http.Route.Guard.STRANGERS_FORM;
import static dev.offprint.web.http.Route.get;
import static dev.offprint.web.http.Route.post;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offprint.messages.Languages;
import dev.offprint.messages.Messages;
import dev.offprint.web.http.Body;
import dev.offprint.web.http.CachedPage;
import dev.offprint.web.http.CachedPages;
import dev.offprint.web.http.Exchange;
import dev.offprint.web.http.Page;
import dev.offprint.web.http.ProblemPage;
import dev.offprint.web.http.Rendering;
import dev.offprint.web.http.Reply;
import dev.offprint.web.http.Route;
import dev.offprint.web.http.StaticFiles;
import dev.offprint.web.reader.MailRequests;
import dev.offprint.web.reader.ReaderPages;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Which page is where. */
final class Pages {
  private final WebServer.Parts parts;
  private final Languages languages;
  private final Rendering rendering;
  private final InstantSource clock;
  private final InterestBudget budget;
  private final RankedSearch ranked;
  private final MailRequests requests;
  private final Preview preview;
  private final ReaderPages readers;

  /** A page of a day in a language. */
  private record Day(LocalDate date, Messages in) {}

  Pages(WebServer.Parts parts, Rendering rendering) {
    this.parts = parts;
    this.rendering = rendering;
    this.languages = rendering.languages();
    this.clock = parts.clock();
    var people = parts.people();
    var recent = parts.library().recent();
    this.budget = new InterestBudget(recent, parts.limits(), clock);
    this.ranked = new RankedSearch(parts.library(), budget, clock);
    this.requests = new MailRequests(parts.limits(), people.notices(), parts.background(), clock);
    this.preview = new Preview(recent, budget, parts.library().papers(), languages, this::today);
    this.readers = new ReaderPages(people, recent, requests, clock);
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(toRead());
    routes.addAll(toSubscribe());
    routes.addAll(readers.routes());
    routes.addAll(toChange());
    routes.addAll(toOwn());
    routes.addAll(StaticFiles.routes(parts.look().folder()));
    return routes;
  }

  private List<Route> toRead() {
    var library = parts.library();
    var papers = library.papers();
    var search = new SearchPage(library, ranked, new PaperItems(rendering));
    var days = new DaysPage(papers);
    var front = new FrontPage(papers);
    var day = new DayPage(papers);
    var paper = new PaperPage(library, budget, clock);
    var feed = new AtomFeed(rendering.baseUrl());
    var searchFeeds = new CachedPages<Search>(asked -> searchFeed(feed, asked));
    CachedPage cachedFeed = new CachedPage(() -> trendingFeed(feed, DayView.of(today(), papers)));
    var cachedFront = new CachedPages<Messages>(in -> html(front.show(today()), in));
    var cachedArchive = new CachedPages<Messages>(in -> html(days.show(today()), in));
    var cachedDays = new CachedPages<Day>(asked -> html(day.show(asked.date()), asked.in()));
    return List.of(
        get("/", NONE, request -> cachedFront.get(request.language(), clock.instant())),
        get("/search", LIMITED, search::show),
        get(
            "/search.atom",
            LIMITED,
            request -> {
              Search asked = Search.of(request.query());
              return asked.errors().isEmpty()
                  ? searchFeeds.get(asked.newestFirst(), clock.instant())
                  : ProblemPage.of(400);
            }),
        get("/paper/<id>", LIMITED, paper::show),
        get("/trending", NONE, request -> cachedArchive.get(request.language(), clock.instant())),
        get("/trending.atom", NONE, request -> cachedFeed.get(clock.instant())),
        get(
            "/trending/{day}",
            LIMITED,
            request ->
                DayPage.day(request.part("day"))
                    .filter(date -> !date.isAfter(today()))
                    .<Reply>map(
                        date -> cachedDays.get(new Day(date, request.language()), clock.instant()))
                    .orElseGet(() -> ProblemPage.of(404))));
  }

  private List<Route> toSubscribe() {
    var people = parts.people();
    var intake = new SubscriptionIntake(people.membership(), requests, budget, languages);
    var dial = new InterestDial(parts.library().recent(), budget);
    var groups = people.groups();
    var subscribe = new SubscribePage(intake, preview, dial, groups, languages, clock);
    var group = new GroupPage(groups, intake, dial, languages, clock);
    var link = new LinkPage(people.membership(), requests);
    var api = new Api(parts.library(), ranked, intake, groups, languages, this::today);
    CachedPage.Cached description = Api.description();
    return List.of(
        get("/subscribe", LIMITED, subscribe::show),
        // These only show what a form would bring, so they need no token.
        post("/subscribe/form", LIMITED, subscribe::fill),
        post("/preview", LIMITED, preview::show),
        post("/subscribe", STRANGERS_FORM, subscribe::subscribe),
        get("/groups/{slug}", LIMITED, group::show),
        post("/groups/{slug}", STRANGERS_FORM, group::join),
        get("/link", LIMITED, request -> link.show()),
        post("/link", STRANGERS_FORM, link::ask),
        get("/api/openapi.json", NONE, request -> description),
        get("/api/papers", LIMITED, api::papers),
        get("/api/trending", LIMITED, api::trending),
        get("/api/groups", LIMITED, request -> api.groups()),
        post("/api/subscriptions", JSON, api::subscribe));
  }

  private List<Route> toChange() {
    var people = parts.people();
    var preferences =
        new PreferencesPage(
            people, parts.library().recent(), budget, preview, readers, languages, clock);
    var edition = new EditionPage(people, rendering.languages(), clock);
    String path = "/preferences/{token}";
    return List.of(
        get("/edition/{token}", LIMITED, request -> edition.show(request.token())),
        get(path, LIMITED, request -> preferences.show(request.token())),
        post(path, FORM, request -> preferences.change(request.token(), request.form())),
        post(
            path + "/take-back",
            FORM,
            request -> preferences.takeBack(request.token(), request.form().text("paper"))),
        post(
            path + "/pause",
            FORM,
            request -> preferences.pause(request.token(), request.form().text("until"))),
        // These only show what the form would bring, so they need no token of their own.
        post(
            path + "/form",
            LIMITED,
            request -> preferences.preview(request.token(), request.form())),
        post(
            path + "/preview",
            LIMITED,
            request -> preferences.previewPart(request.token(), request.form())),
        post(
            path + "/leave-group",
            FORM,
            request -> preferences.leaveGroup(request.token(), request.form().text("group"))),
        post(path + "/resume", FORM, request -> preferences.resume(request.token())));
  }

  /** What only a link may do that was mailed to the address a short while ago. */
  private List<Route> toOwn() {
    var people = parts.people();
    var link = new DataLinkPage(people, requests, clock);
    var data = new DataPage(people, requests, clock);
    String path = "/data/{token}";
    return List.of(
        post("/data-link/{token}", FORM, link::ask),
        get(path, LIMITED, request -> data.show(request.token())),
        get(path + "/data.json", LIMITED, request -> data.file(request.token())),
        post(path + "/address", FORM, data::move));
  }

  private Body searchFeed(AtomFeed feed, Search search) {
    String query = search.address(1);
    return feed.of(
        search.query().text().isBlank() ? "Papers" : "Papers: " + search.query().text(),
        "/search.atom?" + query,
        "/search?" + query,
        search.in(parts.library().catalogue(), parts.library().papers()).papers(),
        today());
  }

  private static Body trendingFeed(AtomFeed feed, DayView today) {
    return feed.of("Trending papers", "/trending.atom", "/", today.papers(), today.day());
  }

  private Body html(Page answer, Messages in) {
    // What is kept for all has no form that needs a token.
    return new Body(
            answer.status(),
            Exchange.HTML,
            rendering.html(answer, in, "").getBytes(UTF_8),
            answer.headers())
        .with("Content-Language", in.language())
        .with("Vary", Exchange.ACCEPT_LANGUAGE);
  }

  /** Days are those of the server's zone, as for the sources. */
  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }
}
