/** Secrets of the key/value engine, version 2, of HashiCorp Vault. */
@NullMarked
package dev.gatewright.vault;

import org.jspecify.annotations.NullMarked;
