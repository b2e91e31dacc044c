package dev.gatewright.sample.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How a key is to be replaced.
 *
 * @param overlapMinutes how long the old key goes on beside the new one
 * @param days how long the new key is good for
 */
record Rotation(
    @NotNull @Min(0) @Max(43_200) Integer overlapMinutes,
    @NotNull @Min(1) @Max(366) Integer days) {}
