package dev.gatewright.sample.login;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Carries a name, a password and perhaps a one-time code. Its text form holds no secret.
 *
 * @param username name of the customer
 * @param password printable ASCII, at most the 72 bytes that bcrypt looks at: with a NUL in it, two
 *     different texts would be one password
 * @param oneTimeCode code of the authenticator app; null to log in with one factor
 */
public record Credentials(
    @NotNull @Size(min = 1, max = 32) String username,
    @NotNull
        @Size(min = 1, max = 72)
        @Pattern(regexp = "[ -~]*", message = "must be printable ASCII")
        String password,
    @Nullable @Pattern(regexp = "[0-9]{6}", message = "must be 6 digits") String oneTimeCode) {

  @Override
  public String toString() {
    return "Credentials[username=" + username + "]";
  }
}
