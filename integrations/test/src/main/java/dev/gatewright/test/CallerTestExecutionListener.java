package dev.gatewright.test;

import dev.gatewright.limit.DurationText;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test its caller and its limits, and takes them away again. */
final class CallerTestExecutionListener implements TestExecutionListener, Ordered {
  /** After beans were injected, and before a transaction begins. */
  private static final int ORDER = 3_500;

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public void beforeTestMethod(TestContext test) {
    WithCaller asked = nearest(test, WithCaller.class);
    boolean withoutLimits = nearest(test, WithoutLimits.class) != null;
    if (!test.hasApplicationContext() && asked == null && !withoutLimits) {
      return;
    }
    ApplicationContext context = test.getApplicationContext();
    TestCallers callers = TestBeans.find(context, TestCallers.class);
    TestLimits limits = TestBeans.find(context, TestLimits.class);
    if (callers != null && limits != null) {
      limits.switchOff(withoutLimits);
      callers.enter(asked == null ? TestCaller.anonymous() : caller(asked));
    } else if (asked != null || withoutLimits) {
      throw new IllegalStateException(
          test.getTestMethod()
              + " is to run with "
              + (asked == null ? "@WithoutLimits" : "@WithCaller")
              + ", but its application context has no gate. Fix: let the test start what"
              + " Gatewright's auto-configuration is part of, as @SpringBootTest or @WebMvcTest.");
    }
  }

  @Override
  public void afterTestMethod(TestContext test) {
    if (!test.hasApplicationContext()) {
      return;
    }
    TestCallers callers = TestBeans.find(test.getApplicationContext(), TestCallers.class);
    TestLimits limits = TestBeans.find(test.getApplicationContext(), TestLimits.class);
    if (callers != null && limits != null) {
      callers.leave();
      limits.reset();
    }
  }

  private static <A extends java.lang.annotation.Annotation> @Nullable A nearest(
      TestContext test, Class<A> annotation) {
    Method method = test.getTestMethod();
    A ofMethod = AnnotatedElementUtils.findMergedAnnotation(method, annotation);
    return ofMethod != null
        ? ofMethod
        : TestContextAnnotationUtils.findMergedAnnotation(test.getTestClass(), annotation);
  }

  private static TestCaller caller(WithCaller asked) {
    if (asked.anonymous()) {
      return TestCaller.anonymous();
    }
    TestCaller caller =
        TestCaller.caller(asked.subject()).roles(asked.roles()).scopes(asked.scopes());
    if (asked.scheme().length > 1) {
      throw mistake("scheme", asked.scheme().length + " values", "name one at most");
    }
    caller = asked.scheme().length == 0 ? caller : caller.scheme(asked.scheme()[0]);
    caller = asked.issuer().isEmpty() ? caller : caller.issuer(asked.issuer());
    caller = asked.clientId().isEmpty() ? caller : caller.clientId(asked.clientId());
    caller = asked.credentialId().isEmpty() ? caller : caller.credentialId(asked.credentialId());
    for (String claim : asked.claims()) {
      int equals = claim.indexOf('=');
      if (equals < 1 || claim.substring(equals + 1).isBlank()) {
        throw mistake(
            "claims", '"' + claim + '"', "write a name and what it says, as \"tenant=acme\"");
      }
      caller = caller.claim(claim.substring(0, equals), claim.substring(equals + 1));
    }
    caller = asked.mfa() ? caller.mfa() : caller;
    caller = asked.acr().isEmpty() ? caller : caller.acr(asked.acr());
    return withTimes(caller, asked);
  }

  private static TestCaller withTimes(TestCaller caller, WithCaller asked) {
    TestCaller timed = caller;
    if (!asked.authenticatedAgo().isEmpty()) {
      timed = timed.authenticatedAgo(duration("authenticatedAgo", asked.authenticatedAgo()));
    }
    if (!asked.authenticatedAt().isEmpty()) {
      timed = timed.authenticatedAt(instant(asked.authenticatedAt()));
    }
    return asked.expiresIn().isEmpty()
        ? timed
        : timed.expiresIn(duration("expiresIn", asked.expiresIn()));
  }

  private static Duration duration(String attribute, String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () -> mistake(attribute, '"' + text + '"', "write a number and a unit, as \"10m\""));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw mistake("authenticatedAt", '"' + text + '"', "write it as \"2026-01-31T08:00:00Z\"");
    }
  }

  private static IllegalArgumentException mistake(String attribute, String value, String fix) {
    return new IllegalArgumentException(
        "@WithCaller(" + attribute + ") has " + value + ". Fix: " + fix + ".");
  }
}
