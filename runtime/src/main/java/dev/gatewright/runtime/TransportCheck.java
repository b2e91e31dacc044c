package dev.gatewright.runtime;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * First of all: a connection that is told as it is, HTTPS, sane headers, and a body within bounds.
 */
final class TransportCheck {

  /** Far above what browsers and API clients send. */
  private static final int MAX_HEADERS = 100;

  /** What proxies say of the way, RFC 7239, RFC 9110 (7.6.3) or by custom; clients do not. */
  private static final List<String> SIGNS_OF_A_PROXY =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP");

  private static final Logger log = LoggerFactory.getLogger(TransportCheck.class);

  private final HttpsRequirement requirement;

  /** Ways in which connections are rewritten, each logged once. */
  private final Set<String> rewritings = ConcurrentHashMap.newKeySet();

  TransportCheck(HttpsRequirement requirement) {
    this.requirement = requirement;
  }

  /** Looks at how the request came; null where it may go on. */
  @Nullable Refusal check(RequestState request, EndpointPolicy policy) {
    String rewriting = request.exchange().rewriting();
    if (rewriting != null) {
      if (rewritings.add(rewriting)) {
        log.error("Guarded endpoints refuse such requests with 503: {}", rewriting);
      }
      return Refusal.undecidable(rewriting);
    }
    if (!isSecureEnough(request)) {
      return Refusal.of(RefusalReason.INSECURE_TRANSPORT, "the request came over plain HTTP");
    }
    if (request.exchange().headerCount() > MAX_HEADERS) {
      return Refusal.of(RefusalReason.MALFORMED_REQUEST, "more than " + MAX_HEADERS + " headers");
    }
    long declared = request.exchange().declaredBodyBytes();
    if (declared > policy.input().maxBodyBytes()) {
      return Refusal.of(
          RefusalReason.BODY_TOO_LARGE,
          declared + " bytes declared, " + policy.input().maxBodyBytes() + " allowed");
    }
    return null;
  }

  private boolean isSecureEnough(RequestState request) {
    return request.client().https()
        || (requirement == HttpsRequirement.REQUIRED_EXCEPT_LOOPBACK && isLocal(request));
  }

  /** A proxy on this machine that nobody configured does not make its clients local. */
  private static boolean isLocal(RequestState request) {
    if (!request.client().address().toInetAddress().isLoopbackAddress()) {
      return false;
    }
    for (String header : SIGNS_OF_A_PROXY) {
      if (!request.exchange().headers(header).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
