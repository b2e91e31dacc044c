package dev.gatewright.spring.bank;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record Transfer(@NotNull UUID to, @Positive BigDecimal amount, @Nullable String reference) {}
