package dev.gatewright.sample.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Asks for a key to be replaced.
 *
 * @param overlapMinutes minutes for which the old key stays accepted
 * @param days lifetime of the new key in days
 */
record Rotation(
    @NotNull @Min(0) @Max(43_200) Integer overlapMinutes,
    @NotNull @Min(1) @Max(366) Integer days) {}
