package dev.gatewright.applications;

/** What no application of these tests may give to somebody that no policy was asked about. */
public final class Secret {
  public static final String TEXT = "gold-behind-the-third-door";

  private Secret() {}
}
