/** Who is calling: authenticators and what they prove. */
@NullMarked
package dev.gatewright.runtime.auth;

import org.jspecify.annotations.NullMarked;
