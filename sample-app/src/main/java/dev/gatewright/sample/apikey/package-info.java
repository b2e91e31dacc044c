/** Issues, rotates and revokes API keys of other banks. Start with {@code OperatorApiKeys}. */
@NullMarked
package dev.gatewright.sample.apikey;

import org.jspecify.annotations.NullMarked;
