package dev.gatewright.sample.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Says that money was moved.
 *
 * @param id the transfer's number
 * @param to the account that received it
 * @param amount how much, in euros
 * @param balance what is left on the account it came from, in euros
 * @param bookedAt when
 */
record Receipt(UUID id, UUID to, BigDecimal amount, BigDecimal balance, Instant bookedAt) {}
