package dev.gatewright.sample.shared;

import java.util.UUID;

/** Somebody who banks here. */
public record Person(String username, String password, String oneTimeCodeSecret, UUID account) {}
