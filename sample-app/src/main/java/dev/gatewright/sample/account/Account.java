package dev.gatewright.sample.account;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An account as its owner sees it.
 *
 * @param id its number
 * @param balance what is on it, in euros, never below 0
 */
public record Account(UUID id, BigDecimal balance) {}
