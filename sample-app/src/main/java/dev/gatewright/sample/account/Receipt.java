package dev.gatewright.sample.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Confirms a transfer.
 *
 * @param id the transfer's number
 * @param to the account that received it
 * @param amount amount in euros
 * @param balance balance of the account that it came from, in euros
 * @param bookedAt time of the transfer
 */
record Receipt(UUID id, UUID to, BigDecimal amount, BigDecimal balance, Instant bookedAt) {}
