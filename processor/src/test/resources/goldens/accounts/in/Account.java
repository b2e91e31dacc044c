package dev.gatewright.example;

import java.math.BigDecimal;
import java.util.UUID;

record Account(UUID id, String holder, BigDecimal balance) {}
