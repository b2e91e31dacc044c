package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.jwk.JsonWebKey;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Key Set (RFC 7517, section 5). A key that is malformed, of an unknown type or unfit is
 * left out and the others stay; two different keys with the same id are both left out, as a token
 * could mean either. Immutable.
 *
 * <p>Read here because jjwt's parser of sets drops a key that it does not know without a reason,
 * and judges neither the strength nor the purpose of a key.
 *
 * @param keys the keys that tokens are verified with, once for every configured algorithm a key is
 *     for; may be none
 * @param leftOut the other keys
 */
record JwkSet(VerificationKeys keys, List<LeftOut> leftOut) {

  /**
   * A key that no token is verified with.
   *
   * @param index its position in the set
   * @param keyId the start of its {@code kid}, for the log; null where it has none
   * @param reason why
   */
  record LeftOut(int index, @Nullable String keyId, String reason) {
    @Override
    public String toString() {
      return "key " + index + (keyId == null ? "" : " ('" + keyId + "')") + ": " + reason;
    }
  }

  /** More keys are no issuer's, and a token without {@code kid} is tried with each of them. */
  static final int MAX_KEYS = 64;

  private static final int MOST_SHOWN = 64;

  /** The keys of a set while it is being read. */
  private record Read(int index, JsonWebKey key, List<VerificationKey> verifying) {}

  /**
   * Reads a set.
   *
   * @param utf8 the text, whose length the caller has bounded
   * @param algorithms those that keys may be for, whatever they say of themselves
   * @throws InvalidCredentialException if it is no key set
   */
  static JwkSet read(byte[] utf8, Set<JwtAlgorithm> algorithms) throws InvalidCredentialException {
    return read(utf8, KeyAlgorithms.only(algorithms));
  }

  static JwkSet read(byte[] utf8, KeyAlgorithms algorithms) throws InvalidCredentialException {
    Map<String, @Nullable Object> set = StrictJson.readObject(utf8, "the key set");
    if (!(set.get("keys") instanceof List<?> elements)) {
      throw new InvalidCredentialException("the key set has no array 'keys'");
    }
    if (elements.size() > MAX_KEYS) {
      throw new InvalidCredentialException("the key set has more than " + MAX_KEYS + " keys");
    }
    List<LeftOut> leftOut = new ArrayList<>();
    List<Read> read = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      String keyId = null;
      try {
        Claims members = members(elements.get(i));
        keyId = keyIdForLog(members);
        JsonWebKey key = JsonWebKey.read(members);
        read.add(new Read(i, key, fit(key, algorithms)));
      } catch (InvalidCredentialException e) {
        leftOut.add(new LeftOut(i, keyId, e.reason()));
      }
    }
    Set<String> ambiguous = ambiguous(read);
    Set<VerificationKey> keys = new LinkedHashSet<>();
    for (Read one : read) {
      String keyId = one.key().keyId();
      if (keyId != null && ambiguous.contains(keyId)) {
        leftOut.add(new LeftOut(one.index(), shortened(keyId), "another key has the same 'kid'"));
      } else {
        keys.addAll(one.verifying());
      }
    }
    return new JwkSet(VerificationKeys.of(List.copyOf(keys)), List.copyOf(leftOut));
  }

  private static Claims members(@Nullable Object element) throws InvalidCredentialException {
    if (!(element instanceof Map<?, ?> map)) {
      throw new InvalidCredentialException("it is no object");
    }
    @SuppressWarnings("unchecked") // StrictJson makes no other maps
    Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
    return new Claims(members, "it");
  }

  private static @Nullable String keyIdForLog(Claims members) throws InvalidCredentialException {
    String keyId = members.text("kid");
    return keyId == null ? null : shortened(keyId);
  }

  private static String shortened(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN);
  }

  /** Why other keys are not among them, by position and id. */
  List<String> skipped() {
    return leftOut.stream().map(LeftOut::toString).toList();
  }

  /** Why the key of this id is not among the keys; null where none of it was left out. */
  @Nullable String reasonWithout(String keyId) {
    for (LeftOut each : leftOut) {
      if (shortened(keyId).equals(each.keyId())) {
        return each.reason();
      }
    }
    return null;
  }

  private static Set<String> ambiguous(List<Read> keys) {
    Set<String> ambiguous = new LinkedHashSet<>();
    for (Read one : keys) {
      for (Read other : keys) {
        String keyId = one.key().keyId();
        if (keyId != null
            && keyId.equals(other.key().keyId())
            && !one.key().key().equals(other.key().key())) {
          ambiguous.add(keyId);
        }
      }
    }
    return ambiguous;
  }

  /** The key for its own algorithm if it names one, else for every one it can be used with. */
  private static List<VerificationKey> fit(JsonWebKey key, KeyAlgorithms algorithms)
      throws InvalidCredentialException {
    List<VerificationKey> fit = new ArrayList<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (JwtAlgorithm algorithm :
        key.algorithm() == null ? algorithms.others() : algorithms.named()) {
      if (isFor(key, algorithm)) {
        try {
          fit.add(new VerificationKey(key.keyId(), algorithm, key.key()));
        } catch (InvalidOptionException e) {
          reasons.add(String.valueOf(e.getMessage()));
        }
      }
    }
    if (fit.isEmpty()) {
      throw new InvalidCredentialException(
          reasons.isEmpty() ? forNone(key, algorithms) : String.join(" ", reasons));
    }
    return fit;
  }

  private static String forNone(JsonWebKey key, KeyAlgorithms algorithms) {
    String algorithm = key.algorithm();
    return algorithm == null
        ? "it is a key for "
            + kind(key)
            + ", and for none of the configured algorithms "
            + algorithms.others()
        : "its 'alg' is '"
            + shortened(algorithm)
            + "', which is none of the configured algorithms "
            + algorithms.named();
  }

  private static boolean isFor(JsonWebKey key, JwtAlgorithm algorithm) {
    if (key.algorithm() != null) {
      return key.algorithm().equals(algorithm.headerValue());
    }
    return kind(key).equals(algorithm.keyRequirement().keyFactory());
  }

  private static String kind(JsonWebKey key) {
    return key.key() instanceof EdECPublicKey ? "Ed25519" : key.key().getAlgorithm();
  }
}
