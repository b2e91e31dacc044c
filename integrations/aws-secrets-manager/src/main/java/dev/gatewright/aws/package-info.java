/** Secrets of AWS Secrets Manager. */
@NullMarked
package dev.gatewright.aws;

import org.jspecify.annotations.NullMarked;
