package dev.gatewright.golden;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.policy.EndpointPolicy;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

/** Guards {@link Mailer}. Gatewright generates this class: change the annotations there. */
@Generated("dev.gatewright.processor.GuardProcessor")
@GuardOf(
    value = Mailer.class,
    annotations = "7ba370673d0c5584"
)
public class MailerGuard extends Mailer implements Guard {
  /** Mailer.send: policies MayMail and Quota. */
  static final EndpointPolicy SEND =
      EndpointPolicy.of(Mailer.class, "send", String.class, long.class)
          .secured()
          .names("to", "bytes")
          .asks(MayMail.class, "permits", "bytes")
          .asks(Quota.class, "permits", "to")
          .build();

  private static final List<EndpointPolicy> ENDPOINT_POLICIES = List.of(SEND);

  private final Gate gate;

  private final MayMail mayMail;

  private final Quota quota;

  @Autowired
  public MailerGuard(@Qualifier("smtp") Transport transport,
      @Value("${mail.host:\"localhost\"}") String host, @Nullable Transport fallback, Gate gate,
      MayMail mayMail, Quota quota) {
    super(transport, host, fallback);
    this.gate = gate;
    this.mayMail = mayMail;
    this.quota = quota;
  }

  protected MailerGuard(String host, Gate gate, MayMail mayMail, Quota quota) {
    super(host);
    this.gate = gate;
    this.mayMail = mayMail;
    this.quota = quota;
  }

  MailerGuard(Gate gate, MayMail mayMail, Quota quota) {
    this.gate = gate;
    this.mayMail = mayMail;
    this.quota = quota;
  }

  @Override
  public List<EndpointPolicy> endpointPolicies() {
    return ENDPOINT_POLICIES;
  }

  @Override
  public String send(String to, long bytes) {
    // Checks transport, limits, authentication and access, which need no argument.
    Passage passage = gate.enter(SEND);
    // Asks the policies whether the caller may use this object.
    passage.require("MayMail", mayMail.permits(passage.caller(), bytes));
    passage.require("Quota", quota.permits(passage.caller(), to));
    return super.send(to, bytes);
  }
}
