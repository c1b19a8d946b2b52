package dev.offprint.web.reader;

import static dev.offprint.web.http.Route.Guard.FORM;
import static dev.offprint.web.http.Route.Guard.LIMITED;
import static dev.offprint.web.http.Route.Guard.NONE;
import static dev.offprint.web.http.Route.get;
import static dev.offprint.web.http.Route.post;

import dev.offprint.selection.RecentPapers;
import dev.offprint.subscribers.Judgment;
import dev.offprint.subscribers.LinkTokens.Purpose;
import dev.offprint.web.http.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which page of whoever has a link from a mail is where. */
public final class ReaderPages {
  private final People people;
  private final TodaysEdition today;
  private final WelcomePage welcome;
  private final DepartedPage departed;
  private final SuppressedPage suppressed;
  private final ReaderLink link;
  private final InstantSource clock;

  public ReaderPages(
      People people, RecentPapers recent, MailRequests requests, InstantSource clock) {
    this.people = people;
    this.clock = clock;
    this.today = new TodaysEdition(people, recent, clock);
    this.welcome = new WelcomePage(people, today, clock);
    this.departed = new DepartedPage(people, welcome, clock);
    this.suppressed = new SuppressedPage(people, requests, clock);
    this.link = new ReaderLink(people, departed, suppressed, clock);
  }

  /** What today brings a subscriber. */
  public TodaysEdition today() {
    return today;
  }

  /** Whose link was followed. */
  public ReaderLink link() {
    return link;
  }

  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(toJoinAndLeave());
    routes.addAll(toGetFewer());
    routes.addAll(toLike());
    return routes;
  }

  private List<Route> toJoinAndLeave() {
    var confirm = new ConfirmPage(people, welcome, clock);
    var unsubscribe = new UnsubscribePage(people, departed, clock);
    var erase = new ErasePage(people, clock);
    return List.of(
        get("/confirm/{token}", LIMITED, request -> confirm.show(request.token())),
        post("/confirm/{token}", FORM, request -> confirm.confirm(request.token())),
        post("/preferences/{token}/send-now", FORM, request -> welcome.sendNow(request.token())),
        get("/unsubscribe/{token}", LIMITED, request -> unsubscribe.show(request.token())),
        // Mail programs press it, from networks that many readers share; its body is not read, as
        // what is sent there adds nothing (RFC 8058, section 3.2).
        post("/unsubscribe/{token}", NONE, request -> unsubscribe.unsubscribe(request.token())),
        post(
            "/come-back/{token}",
            FORM,
            request -> departed.comeBack(request.token(), request.form().text("how"))),
        post(
            "/preferences/{token}/try-again",
            FORM,
            request ->
                link.known(
                    Purpose.PREFERENCES,
                    request.token(),
                    subscriber -> suppressed.tryAgain(subscriber, request))),
        get("/data/{token}/erase", LIMITED, request -> erase.show(request.token())),
        post("/data/{token}/erase", FORM, request -> erase.erase(request.token())));
  }

  private List<Route> toGetFewer() {
    var pause = new PausePage(people, link, today, clock);
    var weekly = new WeeklyPage(people, link, today, clock);
    return List.of(
        get("/pause/{token}", LIMITED, request -> pause.show(request.token())),
        post("/pause/{token}", FORM, request -> pause.pause(request.token())),
        get("/weekly/{token}", LIMITED, request -> weekly.show(request.token())),
        post("/weekly/{token}", FORM, request -> weekly.set(request.token(), request.form())),
        post(
            "/weekly/{token}/back", FORM, request -> weekly.back(request.token(), request.form())));
  }

  private List<Route> toLike() {
    var feedback = new FeedbackPage(people, link, clock);
    List<Route> routes = new ArrayList<>();
    routes.add(
        post(
            "/take-back/{token}",
            FORM,
            request -> feedback.takeBack(request.token(), request.form().text("paper"))));
    for (Judgment judgment : Judgment.values()) {
      String path = "/" + judgment.name().toLowerCase(Locale.ROOT) + "/{token}";
      routes.add(
          get(
              path,
              LIMITED,
              request -> feedback.show(judgment, request.token(), request.query().text("paper"))));
      routes.add(
          post(
              path,
              FORM,
              request -> feedback.say(judgment, request.token(), request.form().text("paper"))));
    }
    return routes;
  }
}
