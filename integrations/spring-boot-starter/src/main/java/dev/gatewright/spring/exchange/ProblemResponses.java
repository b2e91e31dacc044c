package dev.gatewright.spring.exchange;

import dev.gatewright.runtime.problem.Problem;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.explanation.ClientExplanations;
import dev.gatewright.spring.explanation.Explanation;
import dev.gatewright.spring.problem.ApplicationBodies;
import dev.gatewright.spring.problem.ProblemContent;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one place where responses that are problems (RFC 9457) are written. Thread-safe. */
public final class ProblemResponses {
  private static final Logger log = LoggerFactory.getLogger(ProblemResponses.class);
  private static final int MAX_CAUSES = 16;

  /** Headers of errors of Spring MVC that clients are told. */
  private static final List<String> TOLD =
      List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT, HttpHeaders.RETRY_AFTER);

  private final @Nullable ApplicationBodies bodies;
  private final ClientExplanations explanations;

  /**
   * Answers in the application's form.
   *
   * @param bodies writes the form; null where problem documents are sent
   * @param explanations tells which clients learn why
   */
  ProblemResponses(@Nullable ApplicationBodies bodies, ClientExplanations explanations) {
    this.bodies = bodies;
    this.explanations = explanations;
  }

  /** The refusal behind an exception; null where there is none. */
  public static @Nullable RefusedException refusalIn(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      if (cause instanceof RefusedException refused) {
        return refused;
      }
      cause = cause.getCause();
    }
    return null;
  }

  /**
   * Answers with a refusal, unless the server did so itself.
   *
   * @return false where a part of another answer is already on its way
   */
  public boolean write(
      HttpServletRequest request, HttpServletResponse response, RefusedException refused)
      throws IOException {
    if (hasServerRefused(request, response)) {
      return true;
    }
    if (isTooLate(response)) {
      return false;
    }
    Problem problem = refused.problem();
    Map<String, String> explanation = explanation(request, refused.refusal());
    write(
        request,
        response,
        refused.refusal().headers(),
        ProblemContent.of(problem).with(explanation),
        with(explanation, problem.json()));
    return true;
  }

  /** Members of the problem that only developers are told; mostly empty. */
  private Map<String, String> explanation(HttpServletRequest request, Refusal refusal) {
    Explanation explanation = explanations.of(request, refusal);
    if (explanation == null) {
      return Map.of();
    }
    Map<String, String> members = new LinkedHashMap<>();
    members.put("cause", explanation.cause());
    if (explanation.fix() != null) {
      members.put("fix", explanation.fix());
    }
    return members;
  }

  private static byte[] with(Map<String, String> members, byte[] document) {
    if (members.isEmpty()) {
      return document;
    }
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode all = (ObjectNode) mapper.readTree(document);
    members.forEach(all::put);
    return mapper.writeValueAsBytes(all);
  }

  /**
   * Answers with a status that needs no explanation.
   *
   * @return false where a part of another answer is already on its way
   */
  public boolean write(
      HttpServletRequest request, HttpServletResponse response, int status, HttpHeaders headers)
      throws IOException {
    if (isTooLate(response)) {
      return false;
    }
    Map<String, String> told = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> {
          if (TOLD.stream().anyMatch(name::equalsIgnoreCase)) {
            told.put(name, String.join(", ", values));
          }
        });
    HttpStatus known = HttpStatus.resolve(status);
    String title = known == null ? "Error" : known.getReasonPhrase();
    String correlationId = RequestExchange.correlationId(request);
    write(
        request,
        response,
        told,
        new ProblemContent(
            status,
            "about:blank",
            title,
            correlationId == null ? "" : correlationId,
            List.of(),
            Map.of()),
        Problem.json(status, title, correlationId));
    return true;
  }

  /** Tomcat sends an error, and takes no other answer, when it cannot read a body. */
  private static boolean hasServerRefused(
      HttpServletRequest request, HttpServletResponse response) {
    return response.isCommitted()
        && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
  }

  private static boolean isTooLate(HttpServletResponse response) {
    if (response.isCommitted()) {
      log.warn("A response was under way when it had to be refused; its connection is cut");
      return true;
    }
    return false;
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Map<String, String> headers,
      ProblemContent content,
      byte[] document)
      throws IOException {
    byte[] own = bodies == null ? null : bodies.write(content, request);
    String mediaType = bodies == null || own == null ? Problem.MEDIA_TYPE : bodies.mediaType();
    byte[] body = own == null ? document : own;
    GuardedResponse guarded = GuardedResponse.in(response);
    if (guarded == null || guarded.isOpen()) {
      writeTo(response, request, content.status(), headers, mediaType, body);
    } else {
      guarded.complete(held -> writeTo(held, request, content.status(), headers, mediaType, body));
    }
  }

  private static void writeTo(
      HttpServletResponse response,
      HttpServletRequest request,
      int status,
      Map<String, String> headers,
      String mediaType,
      byte[] body)
      throws IOException {
    ResponseHeaders.keepButOfBody(response);
    headers.forEach(response::setHeader);
    response.setStatus(status);
    // JSON has no charset parameter, whatever was set before.
    response.setCharacterEncoding((String) null);
    response.setContentType(mediaType);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
    // Now, not after the server has waited for the rest of a body that may never come.
    response.flushBuffer();
  }
}
