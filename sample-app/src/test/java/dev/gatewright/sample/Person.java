package dev.gatewright.sample;

import java.util.UUID;

/** Somebody who banks here. */
public record Person(String username, String password, String oneTimeCodeSecret, UUID account) {}
