/**
 * Reads secrets from the key/value engine, version 2, of HashiCorp Vault. Start at {@link
 * dev.gatewright.vault.VaultSecretSource}, and choose a {@link dev.gatewright.vault.VaultLogin}.
 *
 * <p>Depends on the modules {@code gatewright-secrets} and {@code gatewright-authentication}.
 */
@NullMarked
package dev.gatewright.vault;

import org.jspecify.annotations.NullMarked;
