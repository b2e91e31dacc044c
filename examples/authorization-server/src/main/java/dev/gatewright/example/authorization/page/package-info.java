/** Pages on which a customer logs in, consents, and connects a device. They run no script. */
@NullMarked
package dev.gatewright.example.authorization.page;

import org.jspecify.annotations.NullMarked;
