package dev.gatewright.golden;

import dev.gatewright.Secured;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

public class Mailer {
  private final String host;

  @Autowired
  public Mailer(
      @Qualifier("smtp") Transport transport,
      @Value("${mail.host:\"localhost\"}") String host,
      @Nullable Transport fallback) {
    this.host = host;
  }

  protected Mailer(String host) {
    this.host = host;
  }

  Mailer() {
    this("localhost");
  }

  private Mailer(int port) {
    this("localhost:" + port);
  }

  @Secured(policies = {MayMail.class, Quota.class})
  public String send(String to, long bytes) {
    return host;
  }

  static Mailer local() {
    return new Mailer(25);
  }
}
