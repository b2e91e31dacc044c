package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.openrewrite.Requirement.Authenticated;
import dev.gatewright.openrewrite.Requirement.Everybody;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import dev.gatewright.openrewrite.Requirement.Nobody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.expression.EvaluationException;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.util.SimpleMethodInvocation;

/** What is read of an expression is what Spring Security answers to it. */
class AuthorizationExpressionTest {
  private static final Authorities LEFT = new Authorities(OtherAuthorities.LEFT);
  private static final List<String> AUTHORITIES =
      List.of("ROLE_A", "ROLE_B", "ROLE_C", "SCOPE_a", "SCOPE_b");
  private static final List<Authentication> CALLERS = callers();
  private static final DefaultMethodSecurityExpressionHandler HANDLER =
      new DefaultMethodSecurityExpressionHandler();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          hasRole('A')                                        ; A     ;
          hasRole('ROLE_A')                                   ; A     ;
          hasRole("A")                                        ; A     ;
          hasAuthority('ROLE_A')                              ; A     ;
          hasAuthority('SCOPE_a:b.c')                         ;       ; a:b.c
          hasAnyRole('A', 'B')                                ; A,B   ;
          hasAnyAuthority('ROLE_A','ROLE_B')                  ; A,B   ;
          hasAllAuthorities('SCOPE_a', 'SCOPE_b')             ;       ; a,b
          hasRole('A') or hasRole('B')                        ; A,B   ;
          hasRole('A') || hasRole('B') OR hasRole('C')        ; A,B,C ;
          hasRole('A') and hasAuthority('SCOPE_a')            ; A     ; a
          hasRole('A') && hasAuthority('SCOPE_a')             ; A     ; a
          hasAuthority('SCOPE_a') and hasAuthority('SCOPE_b') ;       ; a,b
          isAuthenticated()                                   ;       ;
          isAuthenticated() and hasRole('A')                  ; A     ;
          isAuthenticated() or hasRole('A')                   ;       ;
          permitAll and hasRole('A')                          ; A     ;
          denyAll or hasRole('A')                             ; A     ;
          hasRole('A') and (hasRole('B') or hasRole('A'))     ; A     ;
          (hasRole('A') or hasRole('B')) and hasAuthority('SCOPE_a') ; A,B ; a
          hasRole('A') and hasAuthority('SCOPE_a') or hasRole('B') and hasAuthority('SCOPE_a') ; A,B ; a
          ` ( ( hasRole( 'A' ) ) ) `                          ; A     ;
          """)
  void rolesAreAnyOfAndScopesAllOf(String text, String roles, String scopes) {
    assertThat(AuthorizationExpression.parse(text, LEFT))
        .isEqualTo(new Authenticated(names(roles), names(scopes)));
    assertAnsweredAlike(text);
  }

  private static Set<String> names(String text) {
    return text == null ? Set.of() : Set.of(text.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"permitAll", "permitAll()", "permitAll or hasRole('A')"})
  void everybodyIsLetIn(String text) {
    assertThat(AuthorizationExpression.parse(text, LEFT)).isEqualTo(new Everybody());
    assertAnsweredAlike(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"denyAll", "denyAll()", "denyAll and hasRole('A')"})
  void nobodyIsLetIn(String text) {
    assertThat(AuthorizationExpression.parse(text, LEFT)).isEqualTo(new Nobody());
    assertAnsweredAlike(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hasRole('A') and hasRole('B')",
        "hasAllRoles('A','B')",
        "hasAnyAuthority('SCOPE_a','SCOPE_b')",
        "hasAuthority('SCOPE_a') or hasAuthority('SCOPE_b')",
        "hasRole('A') or hasAuthority('SCOPE_a')",
        "hasAuthority('reports')",
        "hasAuthority('FACTOR_PASSWORD')",
        "hasRole('ANONYMOUS')",
        "hasAuthority('ROLE_ANONYMOUS')",
        "!hasRole('A')",
        "not hasRole('A')",
        "hasRole('A') or !hasRole('B')",
        "isAnonymous()",
        "isRememberMe()",
        "isFullyAuthenticated()",
        "authenticated",
        "#id == authentication.name",
        "@access.check(#id)",
        "hasPermission(#id, 'read')",
        "principal.username == 'x'",
        "T(shop.Roles).ADMIN == 'A'",
        "hasRole(T(shop.Roles).ADMIN)",
        "hasRole('A' + 'B')",
        "hasRole('')",
        "hasRole('it''s')",
        "hasRole('A', 'B')",
        "hasRole()",
        "hasAnyRole()",
        "hasrole('A')",
        "hasRole('A'",
        "hasRole('A'))",
        "(hasRole('A')",
        "hasRole('A') and",
        "or hasRole('A')",
        "hasRole('A') hasRole('B')",
        "hasRole('A') ? true : false",
        "hasRole('A').booleanValue()",
        "hasRole('A') == true",
        "true",
        "permitAll(1)",
        "hasRole('{role}')",
        "hasRole('${role}')",
        "\u00a0permitAll",
        "permitAll\u2003",
        "hasRole('\u0410')"
      })
  void whatIsOutsideOfTheGrammarStays(String text) {
    assertThat(AuthorizationExpression.parse(text, LEFT)).isInstanceOf(Inexpressible.class);
  }

  @Test
  void expressionsAreBounded() {
    String deep = "(".repeat(16) + "permitAll" + ")".repeat(16);
    String wide = "hasRole('A') or ".repeat(120) + "permitAll";

    assertThat(AuthorizationExpression.parse(deep, LEFT)).isEqualTo(new Everybody());
    assertThat(AuthorizationExpression.parse("(" + deep + ")", LEFT))
        .isInstanceOf(Inexpressible.class);
    assertThat(AuthorizationExpression.parse(wide, LEFT)).isEqualTo(new Everybody());
    assertThat(AuthorizationExpression.parse(wide + " ".repeat(2_000), LEFT))
        .isInstanceOf(Inexpressible.class);
    assertThat(AuthorizationExpression.parse("(".repeat(100_000), LEFT))
        .isInstanceOf(Inexpressible.class);
  }

  @Test
  void otherAuthoritiesMeanWhatTheOptionSays() {
    assertThat(read("hasAuthority('reports')", OtherAuthorities.ROLES))
        .isEqualTo(Authenticated.role("reports"));
    assertThat(read("hasAuthority('reports')", OtherAuthorities.SCOPES))
        .isEqualTo(Authenticated.scope("reports"));
  }

  private static Requirement read(String text, OtherAuthorities others) {
    return AuthorizationExpression.parse(text, new Authorities(others));
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void springSecurityAnswersAlike(@ForAll("expressions") String text) {
    assertAnsweredAlike(text);
  }

  /** An expression with a mistake either stays, or Spring Security still answers alike. */
  @Property(tries = 2_000, shrinking = ShrinkingMode.BOUNDED)
  void noExpressionOutsideOfTheGrammarIsTurned(@ForAll("damaged") String text) {
    assertAnsweredAlike(text);
  }

  @Property(tries = 500)
  void noSignOfAnotherLanguageGetsIn(
      @ForAll("expressions") String text, @ForAll("signs") char sign) {
    for (int place = 0; place <= text.length(); place++) {
      String damaged = text.substring(0, place) + sign + text.substring(place);
      assertThat(AuthorizationExpression.parse(damaged, LEFT))
          .as(damaged)
          .isInstanceOf(Inexpressible.class);
    }
  }

  private static void assertAnsweredAlike(String text) {
    Requirement requirement = AuthorizationExpression.parse(text, LEFT);
    if (requirement instanceof Inexpressible) {
      return;
    }
    for (Authentication caller : CALLERS) {
      assertThat(isSatisfied(requirement, caller))
          .as("%s for %s", text, caller.getAuthorities())
          .isEqualTo(springSecurityLetsIn(text, caller));
    }
  }

  private static boolean isSatisfied(Requirement requirement, Authentication caller) {
    if (!(requirement instanceof Authenticated authenticated)) {
      return requirement instanceof Everybody;
    }
    Set<String> has = AuthorityUtils.authorityListToSet(caller.getAuthorities());
    return !(caller instanceof AnonymousAuthenticationToken)
        && (authenticated.roles().isEmpty()
            || authenticated.roles().stream().anyMatch(role -> has.contains("ROLE_" + role)))
        && authenticated.scopes().stream().allMatch(scope -> has.contains("SCOPE_" + scope));
  }

  private static boolean springSecurityLetsIn(String text, Authentication caller) {
    try {
      Expression expression = HANDLER.getExpressionParser().parseExpression(text);
      Boolean answer =
          expression.getValue(
              HANDLER.createEvaluationContext(
                  () -> caller, new SimpleMethodInvocation("", Object.class.getMethod("toString"))),
              Boolean.class);
      return Boolean.TRUE.equals(answer);
    } catch (ParseException | EvaluationException refused) {
      return false;
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static List<Authentication> callers() {
    List<Authentication> callers = new ArrayList<>();
    for (int bits = 0; bits < 1 << AUTHORITIES.size(); bits++) {
      List<String> granted = new ArrayList<>();
      for (int i = 0; i < AUTHORITIES.size(); i++) {
        if ((bits >> i & 1) == 1) {
          granted.add(AUTHORITIES.get(i));
        }
      }
      callers.add(
          new TestingAuthenticationToken("alice", "", AuthorityUtils.createAuthorityList(granted)));
    }
    callers.add(
        new AnonymousAuthenticationToken(
            "key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    return callers;
  }

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> calls =
        Arbitraries.of(
            "hasRole('A')",
            "hasRole('ROLE_B')",
            "hasAuthority('ROLE_C')",
            "hasAuthority('SCOPE_a')",
            "hasAuthority(\"SCOPE_b\")",
            "hasAnyRole('A','B')",
            "hasAnyRole( 'C' )",
            "hasAnyAuthority('ROLE_A', 'ROLE_C')",
            "hasAllAuthorities('SCOPE_a','SCOPE_b')",
            "hasAllRoles('A')",
            "isAuthenticated()",
            "permitAll",
            "permitAll()",
            "denyAll",
            "denyAll()");
    Arbitrary<String> joins = Arbitraries.of(" and ", " or ", "&&", " || ", " AND ", " OR ");
    return Arbitraries.recursive(
        () -> calls,
        inner ->
            inner
                .tuple1()
                .flatMap(
                    left ->
                        joins.flatMap(
                            join ->
                                inner.flatMap(
                                    right ->
                                        Arbitraries.of(
                                            left.get1() + join + right,
                                            "(" + left.get1() + join + right + ")",
                                            "(" + left.get1() + ")" + join + right)))),
        0,
        3);
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "!",
                "not ",
                "#id",
                "@bean",
                ".",
                ",",
                "(",
                ")",
                "'",
                "''",
                "\"",
                " ",
                "\t",
                "\n",
                "and",
                "or",
                "&",
                "|",
                "true",
                "null",
                "==",
                "?",
                ":",
                "+",
                "T(",
                "[0]",
                "{",
                "\\",
                "ROLE_",
                "ANONYMOUS",
                "permitAll",
                "\u00a0",
                "\u0000"),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(2));
    return expressions()
        .flatMap(
            text ->
                Arbitraries.integers()
                    .between(0, text.length())
                    .flatMap(
                        from ->
                            Arbitraries.integers()
                                .between(from, Math.min(text.length(), from + 3))
                                .flatMap(
                                    to ->
                                        pieces.map(
                                            piece ->
                                                text.substring(0, from)
                                                    + piece
                                                    + text.substring(to)))));
  }

  @Provide
  Arbitrary<Character> signs() {
    return Arbitraries.of(
        Stream.of('!', '#', '=', '<', '?', '[', '{', '}', '$', '\\', '%', '^', '\u00a0').toList());
  }
}
