package dev.gatewright.sample.account;

import dev.gatewright.runtime.auth.Identity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Under which identity somebody owns accounts. The bank's authorization server speaks of the same
 * people as its log-in, so its {@code alice} is the log-in's; every other issuer's {@code alice} is
 * somebody else.
 */
@Component
class AccountOwners {
  private final String logIn;
  private final String authorizationServer;

  AccountOwners(
      @Value("${gatewright.jwt.issuers.bank.issuer}") String logIn,
      @Value("${bank.oauth.issuer:}") String authorizationServer) {
    this.logIn = logIn;
    this.authorizationServer = authorizationServer;
  }

  Identity owner(Identity caller) {
    boolean ofAuthorizationServer =
        !authorizationServer.isEmpty() && caller.issuer().equals(authorizationServer);
    return ofAuthorizationServer ? new Identity(logIn, caller.subject()) : caller;
  }
}
