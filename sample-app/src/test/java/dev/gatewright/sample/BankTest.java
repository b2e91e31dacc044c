package dev.gatewright.sample;

import dev.gatewright.sample.shared.MovableClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Starts the bank on a free port. All such tests share one bank, so each brings people and
 * addresses of its own: the bank believes what this machine, as a proxy, says about addresses.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "gatewright.transport.trusted-proxies=127.0.0.1",
      // Tests solve challenges: as little work as is possible.
      "gatewright.challenge.proof-of-work.difficulty=8",
      "gatewright.challenge.proof-of-work.max-difficulty=12"
    })
@Import({MovableClock.class, People.class, Bank.class})
public @interface BankTest {}
