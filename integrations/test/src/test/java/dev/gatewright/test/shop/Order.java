package dev.gatewright.test.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/** Orders so many of something. */
public record Order(@NotBlank String article, @Positive int pieces) {}
