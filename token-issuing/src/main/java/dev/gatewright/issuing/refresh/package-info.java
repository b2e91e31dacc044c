/** Refresh tokens: rotated on each use, hashed at rest, revoked as a family. */
@NullMarked
package dev.gatewright.issuing.refresh;

import org.jspecify.annotations.NullMarked;
