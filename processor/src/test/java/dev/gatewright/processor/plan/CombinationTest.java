package dev.gatewright.processor.plan;

import static dev.gatewright.processor.model.Origin.Level.METHOD;
import static dev.gatewright.processor.model.Origin.Level.OVERRIDDEN;
import static dev.gatewright.processor.model.Origin.Level.SUPERTYPE;
import static dev.gatewright.processor.model.Origin.Level.TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.Scheme;
import dev.gatewright.Strategy;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.Declarations;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.InputSpec;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.model.PublicSpec;
import dev.gatewright.processor.model.SecuredSpec;
import dev.gatewright.processor.model.SourceSpot;
import dev.gatewright.processor.model.TypeKind;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of combination that {@code @Secured} and its siblings document. */
class CombinationTest {
  private static final SourceSpot SPOT = () -> "Orders.cancel(String)";
  private static final ClassReference ORDERS = new ClassReference("shop", List.of("Orders"));
  private static final ClassReference BASE = new ClassReference("shop", List.of("Base"));

  private static Origin at(Origin.Level level) {
    boolean above = level == SUPERTYPE || level == OVERRIDDEN;
    return new Origin(level, above ? BASE : ORDERS, false, above ? Set.of() : Set.of(BASE));
  }

  private static <T> Located<T> located(T value) {
    return new Located<>(value, SPOT);
  }

  private static List<Located<String>> all(String... values) {
    return List.of(values).stream().map(CombinationTest::located).toList();
  }

  private static ConsultedClass policy(String name) {
    return new ConsultedClass(
        new ClassReference("shop", List.of(name)),
        TypeKind.CLASS,
        Visibility.PUBLIC,
        Set.of(),
        List.of(),
        SPOT);
  }

  /** A {@code @Secured} without attributes, to be refined. */
  private static SecuredSpec secured(Origin.Level level) {
    return new SecuredSpec(
        List.of(),
        all(),
        all(),
        List.of(),
        located(false),
        located(""),
        located(""),
        at(level),
        SPOT);
  }

  private static SecuredSpec roles(Origin.Level level, String... roles) {
    return new SecuredSpec(
        List.of(),
        all(roles),
        all(),
        List.of(),
        located(false),
        located(""),
        located(""),
        at(level),
        SPOT);
  }

  private static SecuredSpec scopes(Origin.Level level, String... scopes) {
    return new SecuredSpec(
        List.of(),
        all(),
        all(scopes),
        List.of(),
        located(false),
        located(""),
        located(""),
        at(level),
        SPOT);
  }

  private static SecuredSpec schemes(Origin.Level level, Scheme... schemes) {
    return new SecuredSpec(
        List.of(schemes).stream().map(CombinationTest::located).toList(),
        all(),
        all(),
        List.of(),
        located(false),
        located(""),
        located(""),
        at(level),
        SPOT);
  }

  private static SecuredSpec policies(Origin.Level level, ConsultedClass... policies) {
    return new SecuredSpec(
        List.of(),
        all(),
        all(),
        List.of(policies),
        located(false),
        located(""),
        located(""),
        at(level),
        SPOT);
  }

  private static SecuredSpec context(
      Origin.Level level, boolean mfa, String acr, String maxAuthAge) {
    return new SecuredSpec(
        List.of(),
        all(),
        all(),
        List.of(),
        located(mfa),
        located(acr),
        located(maxAuthAge),
        at(level),
        SPOT);
  }

  private static PublicSpec open(Origin.Level level, String reason) {
    return new PublicSpec(located(reason), at(level), SPOT);
  }

  private static LimitSpec limit(Origin.Level level, long permits, String name) {
    return new LimitSpec(
        located(permits),
        located("1m"),
        located(Strategy.TOKEN_BUCKET),
        located(LimitKey.CALLER),
        located(0L),
        located(1L),
        located(Counted.EVERY_CALL),
        located(""),
        located(OnLimit.REFUSE),
        located(OnOutage.DENY),
        null,
        null,
        located(""),
        located(name),
        at(level),
        SPOT);
  }

  private static InputSpec input(Origin.Level level, int maxBodyBytes) {
    return new InputSpec(located(maxBodyBytes), located(16), List.of(), at(level), SPOT);
  }

  private static EndpointPlan combine(Declarations declarations) {
    return Combination.of(
        new GuardedMethod(
            "cancel",
            ORDERS,
            null,
            Visibility.PUBLIC,
            Set.of(),
            null,
            List.of(),
            new TypeUse.Primitive("void"),
            new TypeUse.Primitive("void"),
            List.of(),
            false,
            List.of(),
            List.of(),
            declarations,
            List.of(),
            List.of(),
            SPOT));
  }

  private static Access access(List<SecuredSpec> secured, List<PublicSpec> open) {
    return combine(new Declarations(secured, open, List.of(), List.of())).access();
  }

  private static Access.Authenticated demands(SecuredSpec... nearestFirst) {
    return (Access.Authenticated) access(List.of(nearestFirst), List.of());
  }

  private static List<Limit> limits(LimitSpec... nearestFirst) {
    return combine(new Declarations(List.of(), List.of(), List.of(nearestFirst), List.of()))
        .limits();
  }

  @Test
  void whatNobodyHasSaidIsNotOpen() {
    assertThat(access(List.of(), List.of())).isEqualTo(new Access.Unstated());
  }

  @Test
  void securedWithoutAttributesMeansAnyAuthenticatedCaller() {
    assertThat(demands(secured(METHOD)))
        .isEqualTo(
            new Access.Authenticated(
                List.of(), List.of(), List.of(), List.of(), false, List.of(), null));
  }

  @Test
  void rolesOfEachDeclarationAreAGroupOfWhichOneIsNeeded() {
    assertThat(demands(roles(METHOD, "clerk"), roles(TYPE, "staff", "partner")).roleGroups())
        .containsExactly(List.of("staff", "partner"), List.of("clerk"));
  }

  @Test
  void theSameGroupTwiceIsOneGroup() {
    assertThat(demands(roles(METHOD, "clerk"), roles(SUPERTYPE, "clerk")).roleGroups())
        .containsExactly(List.of("clerk"));
  }

  @Test
  void aDeclarationWithoutRolesAddsNoGroup() {
    assertThat(demands(secured(METHOD), roles(TYPE, "clerk")).roleGroups())
        .containsExactly(List.of("clerk"));
  }

  @Test
  void scopesAreTheUnionOfAllWithThoseOfSupertypesFirst() {
    assertThat(
            demands(scopes(METHOD, "c", "a"), scopes(TYPE, "b"), scopes(SUPERTYPE, "a")).scopes())
        .containsExactly("a", "b", "c");
  }

  @Test
  void policiesAreTheUnionOfAllWithThoseOfSupertypesFirst() {
    ConsultedClass owns = policy("Owns");
    ConsultedClass open = policy("IsOpen");

    assertThat(demands(policies(METHOD, owns, open), policies(OVERRIDDEN, open)).policies())
        .containsExactly(open, owns);
  }

  @Test
  void schemesAreTheIntersectionOfThoseThatNameAny() {
    assertThat(
            demands(
                    schemes(METHOD, Scheme.API_KEY),
                    secured(TYPE),
                    schemes(SUPERTYPE, Scheme.BEARER, Scheme.API_KEY))
                .schemes())
        .containsExactly(Scheme.API_KEY);
  }

  @Test
  void moreThanOneFactorIsNeededIfAnyDeclarationSaysSo() {
    assertThat(demands(context(METHOD, false, "", ""), context(TYPE, true, "", "")).mfa()).isTrue();
    assertThat(demands(context(METHOD, false, "", ""), context(TYPE, false, "", "")).mfa())
        .isFalse();
  }

  @Test
  void theShortestAgeHoldsWhoeverDeclaresIt() {
    assertThat(
            demands(context(METHOD, false, "", "1h"), context(TYPE, false, "", "5m")).maxAuthAge())
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(
            demands(context(METHOD, false, "", "5m"), context(TYPE, false, "", "1h")).maxAuthAge())
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(demands(context(METHOD, false, "", ""), context(TYPE, false, "", "1h")).maxAuthAge())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void everyContextClassThatIsDeclaredMustBeReached() {
    assertThat(
            demands(
                    context(METHOD, false, "gold", ""),
                    context(TYPE, false, "silver", ""),
                    context(SUPERTYPE, false, "gold", ""))
                .acrs())
        .containsExactly("gold", "silver");
    assertThat(demands(context(METHOD, false, "", "")).acrs()).isEmpty();
  }

  @Test
  void aPublicMethodReplacesTheSecuredOfItsOwnType() {
    assertThat(access(List.of(secured(TYPE)), List.of(open(METHOD, "because"))))
        .isEqualTo(new Access.Open("because"));
  }

  @Test
  void aPublicMethodDoesNotReplaceTheSecuredOfASupertype() {
    assertThat(access(List.of(secured(SUPERTYPE)), List.of(open(METHOD, "because"))))
        .isInstanceOf(Access.Authenticated.class);
    assertThat(access(List.of(secured(OVERRIDDEN)), List.of(open(METHOD, "because"))))
        .isInstanceOf(Access.Authenticated.class);
  }

  @Test
  void aPublicTypeDoesNotOpenAMethodThatIsSecuredItself() {
    assertThat(access(List.of(secured(METHOD)), List.of(open(TYPE, "because"))))
        .isInstanceOf(Access.Authenticated.class);
  }

  @Test
  void theNearestReasonIsShown() {
    assertThat(access(List.of(), List.of(open(METHOD, "near"), open(TYPE, "far"))))
        .isEqualTo(new Access.Open("near"));
  }

  @Test
  void allLimitsHoldTogetherAndThoseOfATypeAreShared() {
    assertThat(limits(limit(METHOD, 1, ""), limit(OVERRIDDEN, 2, ""), limit(TYPE, 3, "")))
        .extracting(limit -> limit.definition().permits(), Limit::name, Limit::sharedBy)
        .containsExactly(
            tuple(1L, "cancel", null), tuple(2L, "cancel-2", null), tuple(3L, "orders", ORDERS));
  }

  @Test
  void aSharedLimitHasTheSameNameWhateverElseAnEndpointDeclares() {
    assertThat(limits(limit(TYPE, 1, ""), limit(TYPE, 2, ""), limit(SUPERTYPE, 3, "")))
        .extracting(Limit::name)
        .containsExactly("orders", "orders-2", "base");
  }

  @Test
  void aGivenNameIsKeptAndNotCounted() {
    assertThat(limits(limit(METHOD, 1, ""), limit(METHOD, 2, "daily"), limit(METHOD, 3, "")))
        .extracting(Limit::name)
        .containsExactly("cancel", "daily", "cancel-2");
  }

  @Test
  void theNearestInputHoldsAsAWhole() {
    InputSpec near = input(METHOD, 10);

    assertThat(
            combine(
                    new Declarations(
                        List.of(), List.of(), List.of(), List.of(near, input(TYPE, 5))))
                .input())
        .isSameAs(near);
    assertThat(combine(new Declarations(List.of(), List.of(), List.of(), List.of())).input())
        .isNull();
  }
}
