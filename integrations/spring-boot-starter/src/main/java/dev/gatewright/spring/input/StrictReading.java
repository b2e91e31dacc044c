package dev.gatewright.spring.input;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import dev.gatewright.spring.json.MalformedJsonException;
import dev.gatewright.spring.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.WebDataBinder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes objects of JSON that was sent, as a body or as a part of one, and leaves to the guard what
 * it validates. Thread-safe.
 */
public final class StrictReading {
  private final BodyAdvice advice;
  private final StrictJson json;
  private final BodyGroups groups;
  private final BodyFormats formats;
  private final CoveredValidators covered;
  private final Gate gate;

  /**
   * Reads as an application does.
   *
   * @param advice the application's, before and after bodies are read
   * @param formats which converters may be passed over
   * @param json reads by the rules of the application's mappers
   * @param groups by which bodies are validated
   * @param covered validators of Spring MVC's that guards make needless
   */
  public StrictReading(
      BodyAdvice advice,
      BodyFormats formats,
      StrictJson json,
      BodyGroups groups,
      CoveredValidators covered,
      Gate gate) {
    this.advice = advice;
    this.formats = formats;
    this.groups = groups;
    this.covered = covered;
    this.json = json;
    this.gate = gate;
  }

  /**
   * Reads a document.
   *
   * @param within the place that it was sent in; empty for the body itself
   */
  Object read(BodyRead read, byte[] sent, EndpointPolicy policy, String within) {
    int maxBytes = policy.input().maxBodyBytes();
    if (formats.isUnknown(read.converter())) {
      throw gate.refuse(InputRefusals.unsupported(List.of(MediaType.APPLICATION_JSON)));
    }
    try {
      byte[] body = advice.beforeRead(read, sent, maxBytes);
      if (body.length > maxBytes) {
        throw gate.refuse(
            Refusal.of(RefusalReason.BODY_TOO_LARGE, "more than " + maxBytes + " bytes expanded"));
      }
      Type type =
          GenericTypeResolver.resolveType(read.type(), read.parameter().getContainingClass());
      Object value =
          readerFor(read)
              .read(
                  body,
                  type,
                  policy.input().maxDepth(),
                  advice.view(read),
                  groups.of(policy.input(), read.parameter()));
      return advice.afterRead(read, value);
    } catch (MalformedJsonException malformed) {
      throw gate.refuse(
          InputRefusals.malformed(
              InputRefusals.below(within, malformed.path()), malformed.problem()));
    } catch (IOException broken) {
      throw unreadable(broken);
    }
  }

  private StrictJson readerFor(BodyRead read) {
    JsonMapper mapper = read.mapper();
    return mapper == null ? json : json.as(mapper);
  }

  /** Whether a media type is JSON in the one charset that JSON has. */
  static boolean isUtf8(MediaType mediaType) {
    Charset charset = mediaType.getCharset();
    return charset == null || charset.equals(StandardCharsets.UTF_8);
  }

  EndpointPolicy admitted(@Nullable HttpServletRequest request) {
    EndpointPolicy policy = request == null ? null : AdmissionInterceptor.admitted(request);
    if (policy == null) {
      throw gate.refuse(Refusal.of(RefusalReason.UNDECIDABLE, "the request was not admitted"));
    }
    return policy;
  }

  RefusedException unreadable(IOException broken) {
    return gate.refuse(
        Refusal.of(
            RefusalReason.MALFORMED_REQUEST,
            "the body cannot be read: " + broken.getClass().getSimpleName()));
  }

  /**
   * Leaves to the guard what it validates with all other arguments at once. Everything else that
   * Spring MVC would validate is validated by it: by groups that are not the guard's, and by other
   * validators.
   */
  void leaveToGuard(WebDataBinder binder, MethodParameter parameter) {
    EndpointPolicy policy = AdmissionInterceptor.admitted();
    if (policy != null && BodyValidation.isLeftToGuard(policy.input(), parameter)) {
      binder.setExcludedValidators(covered::contain);
    }
  }
}
