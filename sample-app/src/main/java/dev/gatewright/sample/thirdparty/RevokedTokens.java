package dev.gatewright.sample.thirdparty;

import static dev.gatewright.LimitKey.SUBJECT;
import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.runtime.caller.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes note of access tokens that their issuer has revoked: the gate refuses them from the next
 * request on, though their signatures are good. An issuer revokes its own tokens only.
 */
@RestController
class RevokedTokens {
  private final RevocationStore revocations;

  /**
   * Names tokens of the caller.
   *
   * @param tokens at most 100
   */
  record Notice(@NotNull @Size(max = 100) List<@NotNull @Valid RevokedToken> tokens) {}

  /**
   * Names one token.
   *
   * @param id its 'jti'
   * @param expiresAt its expiry, after which it need not be remembered
   */
  record RevokedToken(@NotNull @Size(min = 1, max = 64) String id, @NotNull Instant expiresAt) {}

  RevokedTokens(RevocationStore revocations) {
    this.revocations = revocations;
  }

  @PostMapping("/third-party/revocations")
  @Secured(schemes = BEARER, scopes = "tokens:revoke")
  @RateLimited(permits = 600, per = "1m", key = SUBJECT)
  @ValidatedInput(maxBodyBytes = 16_384)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(Caller caller, @Valid @RequestBody Notice notice) {
    notice
        .tokens()
        .forEach(token -> revocations.revoke(caller.issuer(), token.id(), token.expiresAt()));
  }
}
