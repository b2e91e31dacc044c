/** What may be used only once: proofs of possession (RFC 9449) and answers to challenges. */
@NullMarked
package dev.gatewright.authentication.replay;

import org.jspecify.annotations.NullMarked;
