package dev.gatewright.example.authorization;

/** Names the paths of the server's endpoints and pages. */
public final class Paths {
  public static final String AUTHORIZE = "/oauth2/authorize";
  public static final String TOKEN = "/oauth2/token";
  public static final String REVOKE = "/oauth2/revoke";
  public static final String INTROSPECT = "/oauth2/introspect";
  public static final String JWKS = "/oauth2/jwks";
  public static final String DEVICE_AUTHORIZATION = "/oauth2/device_authorization";
  public static final String DEVICE_VERIFICATION = "/oauth2/device_verification";
  public static final String USER_INFO = "/oauth2/userinfo";
  public static final String END_SESSION = "/oauth2/logout";
  public static final String METADATA = "/.well-known/oauth-authorization-server";
  public static final String OPENID_METADATA = "/.well-known/openid-configuration";

  /** Page on which a customer logs in. */
  public static final String LOG_IN = "/oauth2/login";

  /** Page on which a customer consents. */
  public static final String CONSENT = "/oauth2/consent";

  /** Page on which a customer enters the code of a device. */
  public static final String DEVICE = "/oauth2/device";

  private Paths() {}
}
