package dev.gatewright.sample.apikey;

import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.issuing.apikey.ApiKeyIssuer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets operators list, issue, rotate and revoke API keys of other banks. */
@RestController
@RequestMapping("/operator/api-keys")
@Secured(schemes = BEARER, roles = "operator", mfa = true, maxAuthAge = "15m")
class OperatorApiKeys {
  private static final Set<String> SCOPES = Set.of("settlements:read");

  private final ApiKeyIssuer keys;
  private final InstantSource clock;

  OperatorApiKeys(ApiKeyIssuer keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @GetMapping
  @RateLimited(permits = 60, per = "1m")
  @ValidatedInput
  List<ListedKey> list(@RequestParam @Size(max = 64) String owner) {
    return keys.keysOf(owner).stream().map(ListedKey::of).toList();
  }

  // Names its media type: a client that does not accept it is told before a key is made, not after.
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @RateLimited(permits = 20, per = "1m")
  @ValidatedInput(maxBodyBytes = 512)
  @ResponseStatus(HttpStatus.CREATED)
  HandedOutKey mint(@Valid @RequestBody NewKey key) {
    return HandedOutKey.of(keys.mint(key.owner(), SCOPES, Set.of(), inDays(key.days())));
  }

  @PostMapping(path = "/{id}/rotation", produces = MediaType.APPLICATION_JSON_VALUE)
  @RateLimited(permits = 20, per = "1m")
  @ValidatedInput(maxBodyBytes = 512)
  @ResponseStatus(HttpStatus.CREATED)
  HandedOutKey rotate(
      @PathVariable @Size(max = 64) String id, @Valid @RequestBody Rotation rotation) {
    return keys.rotate(id, Duration.ofMinutes(rotation.overlapMinutes()), inDays(rotation.days()))
        .map(HandedOutKey::of)
        .orElseThrow(OperatorApiKeys::noLiveKey);
  }

  @DeleteMapping("/{id}")
  @RateLimited(permits = 60, per = "1m")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @ValidatedInput
  void revoke(@PathVariable @Size(max = 64) String id) {
    if (!keys.revoke(id)) {
      throw noLiveKey();
    }
  }

  private Instant inDays(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  private static ResponseStatusException noLiveKey() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
