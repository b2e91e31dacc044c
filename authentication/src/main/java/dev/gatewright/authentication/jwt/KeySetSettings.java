package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.http.HttpOutcome;
import dev.gatewright.authentication.strict.InvalidCredentialException;

/**
 * What an operator knows the settings of a key set by, for reasons that tell what to do.
 *
 * @param address where it is, or where the metadata are that tell it
 * @param sslContext whom to trust
 */
record KeySetSettings(String address, String sslContext) {

  /** Why there is no answer. */
  String explained(HttpOutcome.Failed failed) {
    return failed.reason()
        + switch (failed.kind()) {
          case UNKNOWN_HOST, NOT_LISTENING ->
              ". Fix: correct '" + address + "', or let this machine reach that server";
          case UNTRUSTED ->
              ". Fix: trust its authority by '"
                  + sslContext
                  + "', or have the server use a certificate of an authority that is trusted";
          case OTHER -> "";
        };
  }

  /** Why an answer is none that can be used. */
  String explained(int status) {
    String reason = "the answer has status " + status;
    if (status >= 300 && status < 400) {
      return reason
          + ", and redirections are not followed. Fix: set '"
          + address
          + "' to where it leads";
    }
    return status >= 400 && status < 500 ? reason + ". Fix: correct '" + address + "'" : reason;
  }

  /** Why an answer is no key set. */
  String explained(InvalidCredentialException malformed) {
    return malformed.reason() + ". Fix: correct '" + address + "'";
  }
}
