/** API keys: made, stored as hashes, verified. */
@NullMarked
package dev.gatewright.runtime.auth.apikey;

import org.jspecify.annotations.NullMarked;
