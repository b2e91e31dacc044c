package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.caller.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens as identity providers write them, of which an application knows the address only. */
class IdentityProviderIT {
  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static final RunningApplication RUNNING = start();

  private static RunningApplication start() {
    return Application.of(Callers.AsSpringBootDoes.class, Callers.Who.class)
        .with(issuer("keycloak", "/realms/bank"))
        .with(
            "gatewright.jwt.issuers.keycloak.roles-claim=realm_access.roles,"
                + " resource_access.vault.roles")
        .with(issuer("auth0", "/auth0/"))
        .with("gatewright.jwt.issuers.auth0.roles-claim=https://vault.example/roles")
        .with(issuer("entra", "/tenant/v2.0"))
        .with(issuer("cognito", "/eu-west-1_pool"))
        .with("gatewright.jwt.issuers.cognito.roles-claim=cognito:groups")
        .with("gatewright.jwt.issuers.cognito.client-as-subject=true")
        .with(issuer("misspelled", "/auth0"))
        .start();
  }

  private static String[] issuer(String name, String path) {
    String prefix = "gatewright.jwt.issuers." + name;
    return new String[] {
      prefix + ".issuer-uri=" + PROVIDER.issuer(path), prefix + ".audience=vault"
    };
  }

  @AfterAll
  static void stop() {
    RUNNING.close();
    PROVIDER.close();
  }

  private static Answer call(String token) {
    return RUNNING.get("/who", "Authorization: Bearer " + token);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "/realms/bank ~ 'aud':['vault','account'],'sub':'a','typ':'Bearer','azp':'app',"
            + "'realm_access':{'roles':['teller']},"
            + "'resource_access':{'vault':{'roles':['keeper']},'account':{'roles':['x']}},"
            + "'scope':'openid' ~ a as [;keeper;teller",
        "/auth0/ ~ 'aud':['vault','https://t.auth0.com/userinfo'],'sub':'auth0|1','azp':'app',"
            + "'scope':'openid read:x','https://vault.example/roles':['keeper']"
            + " ~ auth0|1 as [keeper]",
        "/tenant/v2.0 ~ 'aud':'vault','sub':'b','azp':'app','scp':'access_as_user','ver':'2.0',"
            + "'roles':['keeper'],'tid':'t','oid':'o' ~ b as [keeper]",
        "/eu-west-1_pool ~ 'aud':'vault','sub':'c','token_use':'access','scope':'openid',"
            + "'client_id':'app','cognito:groups':['keeper'] ~ c as [keeper]",
        "/eu-west-1_pool ~ 'aud':'vault','token_use':'access','client_id':'app' ~ app as []",
      })
  void theCallerIsWhomTheProviderMeans(String path, String claims, String caller) {
    Answer answer = call(PROVIDER.token(PROVIDER.issuer(path), claims));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains(List.of(caller.split(";", -1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "/realms/bank ~ 'aud':'vault','azp':'app'",
        "/realms/bank ~ 'aud':'account','sub':'a'",
        "/realms/other ~ 'aud':'vault','sub':'a'",
        "/eu-west-1_pool ~ 'aud':'vault','sub':'c','token_use':'id'",
        "/realms/bank ~ 'aud':'vault','sub':'a','realm_access':['teller']",
      })
  void aTokenOfAnotherKindAudienceOrIssuerIsRefused(String path, String claims) {
    call(PROVIDER.token(PROVIDER.issuer(path), claims)).isClosedWith(401);
  }

  @Test
  void anIssuerWhoseMetadataAreOfAnotherCannotBeDecidedAbout() {
    String token = PROVIDER.token(PROVIDER.issuer("/auth0"), "'aud':'vault','sub':'a'");
    Answer answer = call(token);
    answer.isClosedWith(503);
    assertThat(answer.text()).contains("Retry-After: ");
  }

  /** One stranger, who sends a new key id with each of 50 requests a second, and honest callers. */
  @Test
  void aStrangerWhoInventsKeyIdsMakesNoValidTokenBeRefusedWhileKeysRotate() throws Exception {
    String issuer = PROVIDER.issuer("/realms/bank");
    String claims = "'aud':'vault','sub':'a'";
    assertThat(call(PROVIDER.token(issuer, claims)).status()).isEqualTo(200);
    AtomicBoolean over = new AtomicBoolean();
    Set<Integer> strangers = ConcurrentHashMap.newKeySet();
    int before = PROVIDER.keyRequests();
    long start = System.nanoTime();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<List<Integer>>> honest = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        honest.add(
            threads.submit(
                () -> {
                  List<Integer> statuses = new ArrayList<>();
                  while (!over.get()) {
                    statuses.add(call(PROVIDER.token(issuer, claims)).status());
                  }
                  return statuses;
                }));
      }
      Future<?> stranger =
          threads.submit(
              () -> {
                while (!over.get()) {
                  String id = UUID.randomUUID().toString();
                  String token = PROVIDER.tokenOfKey(id, issuer, claims);
                  threads.execute(() -> strangers.add(call(token).status()));
                  Thread.sleep(20);
                }
                return null;
              });
      for (int pause : new int[] {500, 1_300, 10, 1_300}) {
        Thread.sleep(pause);
        PROVIDER.rotate();
      }
      Thread.sleep(1_300);
      over.set(true);
      stranger.get();
      for (Future<List<Integer>> each : honest) {
        assertThat(each.get()).contains(200).isSubsetOf(200, 503).endsWith(200);
      }
    } finally {
      over.set(true);
      threads.shutdown();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(strangers).isSubsetOf(401, 503);
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    assertThat(PROVIDER.keyRequests() - before).isLessThanOrEqualTo(2 + (int) seconds);
  }
}
