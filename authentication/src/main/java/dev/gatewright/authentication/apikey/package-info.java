/** API keys: made, stored as hashes, verified. */
@NullMarked
package dev.gatewright.authentication.apikey;

import org.jspecify.annotations.NullMarked;
