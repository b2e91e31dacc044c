package dev.gatewright.authentication.apikey;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.testing.FakeExchange;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PeppersTest {
  private static final FakeExchange REQUEST = FakeExchange.from("203.0.113.7");

  private final AtomicReference<Peppers> peppers = new AtomicReference<>(Peppers.of(pepper(1)));
  private final ApiKeyHasher hasher = ApiKeyHasher.rotating(peppers::get);
  private final InProcessApiKeys store = new InProcessApiKeys(10);
  private final TestKeyMint.Minted minted =
      new TestKeyMint(hasher).mint("p", Set.of(), Set.of(), null);

  PeppersTest() {
    store.insert(minted.key());
  }

  private static byte[] pepper(int fill) {
    byte[] pepper = new byte[32];
    Arrays.fill(pepper, (byte) fill);
    return pepper;
  }

  private String storedHash() {
    return store.findById(minted.key().id()).orElseThrow().hash();
  }

  @Test
  void aKeyHashedUnderThePreviousPepperIsAcceptedAndHashedAnewByItsUse() {
    ApiKeyUpdates updates = new ApiKeyUpdates(store);
    ApiKeyAuthenticator authenticator =
        ApiKeyAuthenticator.builder(store, hasher).updates(updates).build();
    peppers.set(Peppers.of(pepper(2), pepper(1)));

    accepted(authenticator.authenticate(minted.text(), REQUEST));
    updates.close();
    assertThat(storedHash()).isNotEqualTo(minted.key().hash());

    peppers.set(Peppers.of(pepper(2)));
    accepted(authenticator.authenticate(minted.text(), REQUEST));
  }

  @Test
  void aKeyIsRejectedOnceItsPepperIsWithdrawn() {
    ApiKeyAuthenticator authenticator = new ApiKeyAuthenticator(store, hasher);
    peppers.set(Peppers.of(pepper(2), pepper(1)));
    accepted(authenticator.authenticate(minted.text(), REQUEST));
    peppers.set(Peppers.of(pepper(2)));
    assertRejected(authenticator.authenticate(minted.text(), REQUEST), "secret is wrong");
  }

  @Test
  void newKeysAreHashedUnderTheCurrentPepper() {
    peppers.set(Peppers.of(pepper(2), pepper(1)));
    TestKeyMint.Minted fresh = new TestKeyMint(hasher).mint("p", Set.of(), Set.of(), null);
    assertThat(fresh.key().hash()).isEqualTo(new ApiKeyHasher(pepper(2)).hash(fresh.text()));
  }

  @Test
  void everyPepperIsChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Peppers.of(pepper(1), new byte[31]))
        .withMessageContaining("'pepper' has 31 bytes, too few");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Peppers.ofBase64(text(1), "hunter2!"))
        .withMessageContaining("'pepper' is no base64")
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    byte[][] many = new byte[Peppers.MAX_COUNT][];
    Arrays.fill(many, pepper(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Peppers.of(pepper(2), many))
        .withMessageContaining("'pepper' is there 17 times");
  }

  @Test
  void theTextFormHoldsNoPepper() {
    Peppers two = Peppers.ofBase64(text(1), text(2));
    assertThat(two).hasToString("Peppers[2]");
    assertThat(new HashMatch.Previous("hash").toString()).doesNotContain("hash");
  }

  private static String text(int fill) {
    return Base64.getEncoder().encodeToString(pepper(fill));
  }
}
