package dev.gatewright.spring.caller;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands the authenticated caller to endpoints that ask for it. */
public final class CallerResolver implements HandlerMethodArgumentResolver {
  private final Gate gate;
  private final String realm;

  public CallerResolver(Gate gate, String realm) {
    this.gate = gate;
    this.realm = realm;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Caller caller = gate.caller();
    if (caller == null && !parameter.isOptional()) {
      throw gate.refuse(
          Refusal.of(RefusalReason.CREDENTIAL_MISSING, "the endpoint asks for a caller")
              .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"" + realm + "\""));
    }
    return parameter.getParameterType() == Optional.class ? Optional.ofNullable(caller) : caller;
  }
}
