package dev.gatewright.applications.secured;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Tells;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A service that is secured as a whole, and has a timer and listens to events. */
@Component
@EnableScheduling
@Secured(roles = "keeper")
public class Journal implements Tells {
  private final Ledger.Steps steps;

  public Journal(Ledger.Steps steps) {
    this.steps = steps;
  }

  @Override
  public String tell() {
    return Secret.TEXT;
  }

  @Scheduled(fixedDelay = 3_600_000)
  public void cleanUp() {
    steps.add("@Scheduled", this);
  }

  @EventListener
  public void started(ApplicationReadyEvent event) {
    steps.add("@EventListener", event);
  }
}
