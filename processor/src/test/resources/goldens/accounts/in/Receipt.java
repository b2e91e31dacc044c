package dev.gatewright.example;

import java.math.BigDecimal;
import java.util.UUID;

record Receipt(UUID transfer, UUID from, UUID to, BigDecimal amount) {}
