package dev.gatewright.sample.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Carries what a new customer enters. It has no role: clients would send one (OWASP API3:2023).
 *
 * @param username unlike any other, whatever the case
 * @param email address that the bank writes to
 * @param age in years; checked, not stored
 */
record Registration(
    @NotNull
        @Size(min = 3, max = 32)
        @Pattern(regexp = "[A-Za-z0-9._-]*", message = "must be letters, digits, '.', '_' and '-'")
        @Pattern(regexp = ".*[A-Za-z0-9].*", message = "must have a letter or a digit")
        String username,
    @NotNull @Email @Size(min = 3, max = 254) String email,
    @NotNull @Min(18) @Max(120) Integer age) {}
