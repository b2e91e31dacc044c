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
 * An order to move money.
 *
 * @param to the account that receives it
 * @param amount how much, in euros
 * @param reference what for; null where nothing is said
 */
record Transfer(
    @NotNull UUID to,
    @NotNull @Positive @Digits(integer = 9, fraction = 2) BigDecimal amount,
    @Nullable
        @Size(max = 140)
        @Pattern(regexp = "\\P{Cntrl}*", message = "must have no control characters")
        String reference) {}
