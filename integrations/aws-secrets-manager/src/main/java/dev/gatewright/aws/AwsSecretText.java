package dev.gatewright.aws;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The text within a version: the whole of it, or a member of its JSON object. */
final class AwsSecretText {
  private AwsSecretText() {}

  /** The text; null if there is no such member. */
  static @Nullable SecretValue of(
      String name, GetSecretValueResponse version, @Nullable String member) {
    String text = version.secretString();
    if (text != null) {
      return member == null ? SecretValue.of(name, text) : member(name, text, member);
    }
    if (version.secretBinary() == null) {
      throw new SecretUnavailableException(name, "is empty", "store a value under this name");
    }
    if (member != null) {
      throw new SecretUnavailableException(
          name, "is binary, so that it has no members", "leave out '#" + member + "'");
    }
    return SecretValue.ofBytes(name, version.secretBinary().asByteArrayUnsafe());
  }

  private static @Nullable SecretValue member(String name, String text, String member) {
    try {
      Object value =
          StrictJson.readObject(text.getBytes(StandardCharsets.UTF_8), "the secret").get(member);
      return value instanceof String found ? SecretValue.of(name, found) : null;
    } catch (InvalidCredentialException malformed) {
      throw new SecretUnavailableException(
          name,
          "cannot be read: " + malformed.reason(),
          "store a JSON object, or leave out '#" + member + "'");
    }
  }
}
