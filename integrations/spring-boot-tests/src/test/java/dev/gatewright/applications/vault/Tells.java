package dev.gatewright.applications.vault;

/** So that a keeper can be hidden behind a proxy of an interface. */
public interface Tells {
  String tell();
}
