/**
 * Checks what the arguments of one endpoint are made of: parameters, headers, cookies and the path.
 * Start at {@code ArgumentPlanner}. Depends on {@code text} only.
 */
@NullMarked
package dev.gatewright.spring.argument;

import org.jspecify.annotations.NullMarked;
