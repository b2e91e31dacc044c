package dev.gatewright.sample.account;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Shows an account to its owner.
 *
 * @param id its number
 * @param balance balance in euros, never below 0
 */
public record Account(UUID id, BigDecimal balance) {}
