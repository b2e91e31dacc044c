package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by {@code super} past a guard, in classes that the processor has not seen as they are. */
class SuperCallTest {
  private static final String CLASSES =
      """
      package calls;
      import dev.gatewright.*;
      import dev.gatewright.runtime.caller.Caller;
      import java.io.Serializable;
      import java.util.function.*;
      import org.springframework.stereotype.Component;
      @Component
      public class Leaf extends Mid implements Api { %2$s }
      class Mid extends Vault { %1$s }
      class Vault extends Crud<String, Long> {
        @Secured(roles = "admin") public String open() { return "opened"; }
        @Secured(roles = "admin") public String delete(String id) { return "deleted"; }
        public String delete(long id) { return "nothing"; }
        @Secured(policies = Owns.class) public String find(String id) { return "found"; }
        @Secured @RateLimited(permits = 1, per = "1h") public String count() { return "counted"; }
        @Secured @ValidatedInput public String take(String text) { return text; }
        @Public(reason = "test") public String tell() { return "told"; }
        public String plain() { return "plain"; }
      }
      abstract class Crud<T, I> {
        @Secured(roles = "admin") public T load(I id) { return null; }
      }
      interface Api {
        @Secured(roles = "admin") default String get(Long id) { return "got"; }
        class DefaultImpls {
          public static String get(Api api, Long id) { return "got"; }
        }
      }
      @Component
      class Owns {
        public boolean permits(Caller caller, String id) { return true; }
      }
      """;

  private static void verify(String inMid, String inLeaf) {
    String after = CLASSES.formatted(inMid, inLeaf);
    String before =
        after
            .replace("Api.super.", "")
            .replace("Api.super::", "this::")
            .replace("Api.DefaultImpls.get(this, ", "get(")
            .replace("super.", "this.")
            .replace("super::", "this::");
    Class<?> leaf = WithoutProcessor.compileAgain("calls.Leaf", before, after);
    Class<?> guard = Objects.requireNonNull(GuardClasses.find(leaf));
    GuardFreshness.verify(guard, GuardClasses.endpointPolicies(guard));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public String go() { return super.open(); }",
        "public String open(long id) { return super.open(); }",
        "public String go() { return own(\"7\"); } private String own(String id) {"
            + " return super.delete(id); }",
        "private String delete(Long id) { return super.delete(\"7\"); }",
        "public String go() { Supplier<String> s = () -> super.open(); return s.get(); }",
        "public String go() { Supplier<Supplier<String>> s = () -> () -> super.open();"
            + " return s.get().get(); }",
        "public String go() { Supplier<String> s = super::open; return s.get(); }",
        "class In { String x() { return %s.super.open(); } }",
        "private class Task implements Supplier<String> {"
            + " public String get() { return %s.super.open(); } }",
        "class In { class Deeper { String x() { return %s.super.open(); } } }",
        "public String go() { return new Object() { String x() { return %s.super.open(); } }.x();"
            + " }",
        "public String go() { class Local { String x() { return %s.super.open(); } }"
            + " return new Local().x(); }",
        "public String go() { class Local { Supplier<String> x() { return () ->"
            + " %s.super.open(); } } return new Local().x().get(); }",
        "private final String text = super.open();",
        "private final Supplier<String> text = () -> super.open();",
        "private final Object text = new Object() { String x() { return %s.super.open(); } };",
        "{ super.open(); }",
        "@Public(reason = \"test\") public String go() { return super.open(); }",
        "@Secured public String go() { return super.open(); }",
        "@Secured(roles = \"user\") public String go() { return super.open(); }",
        "@Secured(policies = Owns.class) public String find(String id, String b) {"
            + " return super.find(b); }",
        "@Secured @RateLimited(permits = 1, per = \"1h\") public String go() {"
            + " return super.count(); }",
        "@Secured @ValidatedInput public String take(String text, String b) {"
            + " return super.take(b); }",
        "public String load(String id) { return super.load(Long.valueOf(id)); }",
      })
  void oneThatAsksLessStopsTheStartInTheClassAndAboveIt(String member) {
    for (String type : new String[] {"Leaf", "Mid"}) {
      String members = member.replace("%s", type);
      assertThatThrownBy(
              () -> {
                if (type.equals("Mid")) {
                  verify(members, "");
                } else {
                  verify("", members);
                }
              })
          .as(type)
          .isInstanceOf(StartUpException.class)
          .hasMessageContaining("calls." + type)
          .hasMessageContaining(" by super, past calls.LeafGuard, which asks the policy of ")
          .hasMessageContaining("Fix: call this.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public String get(String id) { return Api.super.get(1L); }",
        "public String go() { Function<Long, String> f = Api.super::get; return f.apply(1L); }",
        "public String go() { return Api.DefaultImpls.get(this, 1L); }",
      })
  void oneOfAnInterfaceStopsTheStart(String member) {
    assertThatThrownBy(() -> verify("", member))
        .isInstanceOf(StartUpException.class)
        .hasMessageContaining("calls.Api.get by super");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Override public String open() { return super.open(); }",
        "@Override public String open() { Supplier<String> s = () -> super.open();"
            + " return s.get(); }",
        "@Override public String open() { Supplier<String> s = super::open; return s.get(); }",
        "@Override public String open() { Supplier<String> s = (Supplier<String> & Serializable)"
            + " () -> super.open(); return s.get(); }",
        "@Override public String open() { return new Object() {"
            + " String x() { return Leaf.super.open(); } }.x(); }",
        "@Override public String open() { class Local { String x() { return Leaf.super.open(); } }"
            + " return new Local().x(); }",
        "@Override public String open() { Supplier<String> s = () -> new Object() {"
            + " String x() { return Leaf.super.open(); } }.x(); return s.get(); }",
        "@Override public String load(Long id) { return super.load(id); }",
        "@Override public String find(String id) { return super.find(id); }",
        "@Override public String get(Long id) { return Api.super.get(id); }",
        "@Override public String get(Long id) { return Api.DefaultImpls.get(this, id); }",
        "@Secured(roles = \"admin\") public String go() { return super.open(); }",
        "@Secured(roles = \"admin\", scopes = \"all\", mfa = true) public String go() {"
            + " return super.open(); }",
        "public String go() { return super.plain() + super.delete(5) + super.tell(); }",
        "@Override public String toString() { return super.toString(); }",
      })
  void oneThatAsksAsMuchIsWelcome(String member) {
    verify("", member);
  }
}
