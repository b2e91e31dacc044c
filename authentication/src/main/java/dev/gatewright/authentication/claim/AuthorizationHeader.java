package dev.gatewright.authentication.claim;

import dev.gatewright.runtime.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;

/** Reads the credentials of one scheme from {@code Authorization} (RFC 9110, section 11.6.2). */
public final class AuthorizationHeader {

  /** The header's name. */
  public static final String NAME = "Authorization";

  private AuthorizationHeader() {}

  /**
   * What follows the scheme, once for each such header.
   *
   * @param scheme compared without regard to case: {@code Bearer}
   */
  public static List<String> credentials(Exchange exchange, String scheme) {
    List<String> values = exchange.headers(NAME);
    List<String> credentials = new ArrayList<>(1);
    for (int i = 0; i < values.size(); i++) {
      String header = values.get(i).strip();
      int space = header.indexOf(' ');
      String name = space < 0 ? header : header.substring(0, space);
      if (name.equalsIgnoreCase(scheme)) {
        credentials.add(space < 0 ? "" : header.substring(space).strip());
      }
    }
    return credentials;
  }
}
