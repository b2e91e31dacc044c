package dev.gatewright.sample.account;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders a transfer.
 *
 * @param to the account that receives it
 * @param amount amount in euros
 * @param reference text for the payee; null where there is none
 */
record Transfer(
    @NotNull UUID to,
    @NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal amount,
    @Nullable
        @Size(max = 140)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must have no control characters")
        String reference) {}
