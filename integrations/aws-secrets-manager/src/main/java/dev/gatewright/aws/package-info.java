/**
 * Reads secrets from AWS Secrets Manager. Start at {@link dev.gatewright.aws.AwsSecretSource};
 * {@code AwsSecretText} picks a member of a JSON object, {@code AwsFailure} names the fix of an
 * error.
 *
 * <p>Depends on the modules {@code gatewright-secrets} and {@code gatewright-authentication}.
 */
@NullMarked
package dev.gatewright.aws;

import org.jspecify.annotations.NullMarked;
