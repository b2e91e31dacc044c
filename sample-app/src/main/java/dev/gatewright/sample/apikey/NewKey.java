package dev.gatewright.sample.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Asks for a new key. It has no scope: all other banks get the same.
 *
 * @param owner the bank that gets it
 * @param days lifetime in days; every key ends
 */
record NewKey(
    @NotNull
        @Size(min = 1, max = 64)
        @Pattern(
            regexp = "[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9]",
            message = "must be lower-case letters, digits and '-' between them")
        String owner,
    @NotNull @Min(1) @Max(366) Integer days) {}
