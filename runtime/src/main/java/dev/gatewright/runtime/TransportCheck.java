package dev.gatewright.runtime;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  void check(CurrentExchange current, EndpointPolicy policy) {
    String rewriting = current.exchange().rewriting();
    if (rewriting != null) {
      if (rewritings.add(rewriting)) {
        log.error("Guarded endpoints refuse such requests with 503: {}", rewriting);
      }
      throw current.refuse(Undecidable.because(rewriting));
    }
    if (!isSecureEnough(current)) {
      throw current.refuse(
          Refusal.of(RefusalReason.INSECURE_TRANSPORT, "the request came over plain HTTP"));
    }
    if (current.exchange().headerCount() > MAX_HEADERS) {
      throw current.refuse(
          Refusal.of(RefusalReason.MALFORMED_REQUEST, "more than " + MAX_HEADERS + " headers"));
    }
    long declared = current.exchange().declaredBodyBytes();
    if (declared > policy.input().maxBodyBytes()) {
      throw current.refuse(
          Refusal.of(
              RefusalReason.BODY_TOO_LARGE,
              declared + " bytes declared, " + policy.input().maxBodyBytes() + " allowed"));
    }
  }

  private boolean isSecureEnough(CurrentExchange current) {
    return current.client().https()
        || (requirement == HttpsRequirement.REQUIRED_EXCEPT_LOOPBACK && isLocal(current));
  }

  /** A proxy on this machine that nobody configured does not make its clients local. */
  private static boolean isLocal(CurrentExchange current) {
    if (!current.client().address().toInetAddress().isLoopbackAddress()) {
      return false;
    }
    for (String header : SIGNS_OF_A_PROXY) {
      if (!current.exchange().headers(header).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
