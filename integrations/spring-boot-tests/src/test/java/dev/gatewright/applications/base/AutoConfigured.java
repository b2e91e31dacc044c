package dev.gatewright.applications.base;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** What every application has. In a package of its own, as entities are looked for around it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class AutoConfigured {}
