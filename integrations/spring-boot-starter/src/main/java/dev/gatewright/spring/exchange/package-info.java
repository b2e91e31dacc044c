/**
 * Opens an exchange for each request, admits it to its endpoint before its body is read, and holds
 * back what answers without a policy. Start at {@code ExchangeFilter}, {@code AdmissionInterceptor}
 * and {@code GuardedResponse}. Depends on {@code bean}, {@code transport}, {@code caller} and what
 * those depend on; web packages build upon it.
 */
@NullMarked
package dev.gatewright.spring.exchange;

import org.jspecify.annotations.NullMarked;
