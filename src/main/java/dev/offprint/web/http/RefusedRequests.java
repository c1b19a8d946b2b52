package dev.offprint.web.http;

import dev.offprint.messages.Messages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Replies to what the HTTP server refuses before any page sees it: an address or a header that is
 * too long, or something that is no HTTP. Programs get it as they get other problems.
 */
public final class RefusedRequests extends ErrorHandler {
  private final Rendering rendering;
  private final Map<String, String> headers;

  /**
   * @param headers of every reply
   */
  public RefusedRequests(Rendering rendering, Map<String, String> headers) {
    this.rendering = rendering;
    this.headers = Map.copyOf(headers);
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    Page page = ProblemPage.of(code);
    headers.forEach(response.getHeaders()::put);
    byte[] body;
    if (isOfProgram(request)) {
      Body document = ProblemDocument.of(page);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, document.contentType());
      body = document.bytes();
    } else {
      Messages in =
          rendering
              .languages()
              .accepted(
                  String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT_LANGUAGE)));
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, Exchange.HTML);
      response.getHeaders().put(HttpHeader.CONTENT_LANGUAGE, in.language());
      response.getHeaders().put(HttpHeader.VARY, Exchange.ACCEPT_LANGUAGE);
      body = rendering.html(page, in, "").getBytes(StandardCharsets.UTF_8);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private boolean isOfProgram(Request request) {
    HttpURI address = request.getHttpURI();
    String path = address == null ? null : address.getPath();
    String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
    return (path != null && path.startsWith("/api/"))
        || (accepted != null && accepted.contains("json"));
  }
}
