package dev.gatewright.example.authorization;

import dev.gatewright.sample.shared.MovableClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * Starts the authorization server on a free port. All such tests share one server, so each brings
 * people and addresses of its own: the server believes this machine, as a proxy, about addresses.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "gatewright.transport.trusted-proxies=127.0.0.1",
      "authorization-server.revocation-uris="
    })
@Import(MovableClock.class)
public @interface AuthorizationServerTest {}
