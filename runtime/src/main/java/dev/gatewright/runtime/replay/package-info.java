/** What may be used only once: proofs of possession (RFC 9449) and answers to challenges. */
@NullMarked
package dev.gatewright.runtime.replay;

import org.jspecify.annotations.NullMarked;
