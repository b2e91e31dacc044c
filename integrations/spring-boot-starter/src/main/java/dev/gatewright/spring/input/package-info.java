/**
 * Reads the input of guarded endpoints strictly, by the properties {@code gatewright.input}: their
 * arguments after the admission, and their bodies in every format. Start at {@code
 * InputInterceptor} and {@code StrictBodyResolver}. Depends on {@code exchange}, {@code argument},
 * {@code json} and what those depend on.
 */
@NullMarked
package dev.gatewright.spring.input;

import org.jspecify.annotations.NullMarked;
