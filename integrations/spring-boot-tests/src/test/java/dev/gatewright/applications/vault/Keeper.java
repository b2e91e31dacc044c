package dev.gatewright.applications.vault;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;

/** A service with a guard, which an open endpoint calls. */
public class Keeper implements Tells {
  @Override
  @Secured(roles = "keeper")
  public String tell() {
    return Secret.TEXT;
  }
}
