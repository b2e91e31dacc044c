/** Who is calling: authenticators and what they prove. */
@NullMarked
package dev.gatewright.authentication;

import org.jspecify.annotations.NullMarked;
