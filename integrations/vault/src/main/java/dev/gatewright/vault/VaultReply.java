package dev.gatewright.vault;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.secret.SecretUnavailableException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Vault answered. Its text form leaves out what holds secrets. */
final class VaultReply {
  private final String name;
  private final String path;
  private final int status;
  private final byte[] body;

  /**
   * An answer.
   *
   * @param name the secret that it is about
   * @param path what was asked for
   */
  VaultReply(String name, String path, int status, byte[] body) {
    this.name = name;
    this.path = path;
    this.status = status;
    this.body = body;
  }

  int status() {
    return status;
  }

  /** The answer's JSON object. */
  Map<?, ?> json() {
    try {
      return StrictJson.readObject(body, "the answer");
    } catch (InvalidCredentialException malformed) {
      throw malformed(malformed.reason());
    }
  }

  /** An object within the answer's; null if there is none. */
  @Nullable Map<?, ?> object(Map<?, ?> parent, String member) {
    Object value = parent.get(member);
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> object) {
      return object;
    }
    throw malformed("'" + member + "' is no object");
  }

  SecretUnavailableException malformed(String problem) {
    return new SecretUnavailableException(
        name,
        "cannot be read: Vault's answer to " + path + " is malformed, " + problem,
        "see that the address is that of Vault and the mount that of a key/value engine,"
            + " version 2");
  }

  /** For a status that is neither success nor "not found". */
  SecretUnavailableException refused() {
    String problem = "cannot be read: Vault answered " + status + " to " + path;
    return new SecretUnavailableException(name, problem, fix());
  }

  private String fix() {
    if (status >= 300 && status < 400) {
      return "use the address that it redirects to; the token is not sent after a redirect";
    }
    return switch (status) {
      case 400 -> "see that login and path are right";
      case 403 -> "give the token a policy with the capability 'read' on this path, or renew it";
      case 429 -> "read less often, or raise Vault's rate limit quota";
      case 503 -> "unseal Vault, or end its maintenance";
      default -> "look into Vault's log";
    };
  }

  @Override
  public String toString() {
    return "VaultReply[" + status + " to " + path + "]";
  }
}
