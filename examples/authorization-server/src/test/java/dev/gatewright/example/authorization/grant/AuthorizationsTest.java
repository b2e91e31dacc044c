package dev.gatewright.example.authorization.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.sample.shared.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class AuthorizationsTest {
  private static final RegisteredClient CLIENT =
      RegisteredClient.withId("c")
          .clientId("c")
          .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
          .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE)
          .build();

  private final MovableClock clock = new MovableClock();
  private final Map<String, Instant> withdrawn = new LinkedHashMap<>();
  private final Authorizations authorizations = new Authorizations(3, withdrawn::putAll, clock);

  private OAuth2Authorization.Builder issued(OAuth2Authorization.Builder to, String name) {
    Instant now = clock.instant();
    OAuth2AccessToken access =
        new OAuth2AccessToken(
            OAuth2AccessToken.TokenType.BEARER,
            "access-" + name,
            now,
            now.plus(Duration.ofMinutes(10)),
            Set.of());
    return to.token(
            access,
            metadata ->
                metadata.put(
                    OAuth2Authorization.Token.CLAIMS_METADATA_NAME, Map.of("jti", "id-" + name)))
        .refreshToken(refreshToken(name, now));
  }

  private static OAuth2RefreshToken refreshToken(String name, Instant now) {
    return new OAuth2RefreshToken(name.charAt(0) + "." + name, now, now.plus(Duration.ofHours(24)));
  }

  private OAuth2Authorization newAuthorization(String id) {
    return issued(
            OAuth2Authorization.withRegisteredClient(CLIENT)
                .id(id)
                .principalName("alice")
                .authorizationGrantType(AuthorizationGrantType.DEVICE_CODE),
            id + "1")
        .build();
  }

  private @Nullable OAuth2Authorization byRefreshToken(String token) {
    return authorizations.findByToken(token, OAuth2TokenType.REFRESH_TOKEN);
  }

  private OAuth2Authorization refreshed(String id, String name) {
    OAuth2Authorization found = authorizations.findById(id);
    assertThat(found).isNotNull();
    return issued(OAuth2Authorization.from(found), name).build();
  }

  @Test
  void tokensAreFoundByTheirKindOnly() {
    authorizations.save(newAuthorization("a"));

    assertThat(byRefreshToken("a.a1")).isNotNull();
    assertThat(authorizations.findByToken("access-a1", OAuth2TokenType.ACCESS_TOKEN)).isNotNull();
    assertThat(authorizations.findByToken("access-a1", null)).isNotNull();
    assertThat(authorizations.findByToken("a.a1", OAuth2TokenType.ACCESS_TOKEN)).isNull();
    assertThat(authorizations.findByToken("access-b1", null)).isNull();
  }

  @Test
  void aReplacedRefreshTokenEndsTheFamilyAndAllItsAccessTokens() {
    authorizations.save(newAuthorization("a"));
    authorizations.save(refreshed("a", "a2"));
    authorizations.save(refreshed("a", "a3"));

    assertThat(byRefreshToken("a.a1")).isNull();

    assertThat(byRefreshToken("a.a3")).isNull();
    assertThat(authorizations.findByToken("access-a3", null)).isNull();
    assertThat(withdrawn).containsOnlyKeys("id-a1", "id-a2", "id-a3");
  }

  @Test
  void askingAboutAReplacedRefreshTokenIsNotUsingIt() {
    authorizations.save(newAuthorization("a"));
    authorizations.save(refreshed("a", "a2"));

    assertThat(authorizations.findByToken("a.a1", null)).isNull();

    assertThat(byRefreshToken("a.a2")).isNotNull();
  }

  @Test
  void ofTwoThatStartFromOneStateTheSecondEndsTheFamily() {
    authorizations.save(newAuthorization("a"));
    OAuth2Authorization first = refreshed("a", "a2");
    OAuth2Authorization second = refreshed("a", "a3");
    authorizations.save(first);

    assertThatThrownBy(() -> authorizations.save(second))
        .isInstanceOf(OAuth2AuthenticationException.class);

    assertThat(byRefreshToken("a.a2")).isNull();
    assertThat(byRefreshToken("a.a3")).isNull();
    assertThat(withdrawn).containsKeys("id-a1", "id-a2");
  }

  @Test
  void whatHasEndedCannotBeSavedAgain() {
    authorizations.save(newAuthorization("a"));
    OAuth2Authorization late = refreshed("a", "a2");
    authorizations.remove(newAuthorization("a"));

    assertThatThrownBy(() -> authorizations.save(late))
        .isInstanceOf(OAuth2AuthenticationException.class);
    assertThat(authorizations.findById("a")).isNull();
  }

  @Test
  void aRevokedAccessTokenIsWithdrawnAndItsFamilyGoesOn() {
    authorizations.save(newAuthorization("a"));
    OAuth2Authorization found = authorizations.findById("a");
    OAuth2AccessToken access = found.getAccessToken().getToken();

    authorizations.save(OAuth2Authorization.from(found).invalidate(access).build());

    assertThat(withdrawn).containsOnlyKeys("id-a1");
    assertThat(byRefreshToken("a.a1")).isNotNull();
  }

  @Test
  void aRevokedRefreshTokenTakesAllAccessTokensWithIt() {
    authorizations.save(newAuthorization("a"));
    authorizations.save(refreshed("a", "a2"));
    OAuth2Authorization found = authorizations.findById("a");
    OAuth2RefreshToken refresh = found.getRefreshToken().getToken();

    authorizations.save(OAuth2Authorization.from(found).invalidate(refresh).build());

    assertThat(withdrawn).containsOnlyKeys("id-a1", "id-a2");
    assertThat(authorizations.findById("a")).isNull();
  }

  @Test
  void aFloodIsRefusedAndDrivesNobodyOut() {
    for (String id : new String[] {"a", "b", "c"}) {
      authorizations.save(newAuthorization(id));
    }

    assertThatThrownBy(() -> authorizations.save(newAuthorization("d")))
        .isInstanceOf(TooManyAuthorizationsException.class);
    assertThat(byRefreshToken("a.a1")).isNotNull();
    authorizations.save(refreshed("a", "a2"));
    clock.pass(Duration.ofHours(25));
    authorizations.save(newAuthorization("d"));
    assertThat(authorizations.findById("b")).isNull();
  }

  /** The report is sent over a network; meanwhile other requests go on. */
  @Test
  void aReportOfRevokedTokensHoldsUpNoOtherRequest() {
    AtomicReference<Authorizations> store = new AtomicReference<>();
    List<Boolean> answered = new ArrayList<>();
    store.set(
        new Authorizations(
            3,
            ended -> {
              CompletableFuture<Boolean> other =
                  CompletableFuture.supplyAsync(() -> store.get().findById("other") == null);
              answered.add(other.completeOnTimeout(false, 5, TimeUnit.SECONDS).join());
            },
            clock));
    OAuth2Authorization authorization = newAuthorization("a");
    store.get().save(authorization);

    store.get().remove(authorization);

    assertThat(answered).containsExactly(true);
  }
}
