/** Keys of other banks' programs: given out, replaced and withdrawn by the bank's operators. */
@NullMarked
package dev.gatewright.sample.apikey;

import org.jspecify.annotations.NullMarked;
