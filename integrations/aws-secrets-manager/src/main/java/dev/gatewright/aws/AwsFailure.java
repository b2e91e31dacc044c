package dev.gatewright.aws;

import dev.gatewright.secret.SecretUnavailableException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What to do where AWS does not hand a secret out. Quotes codes of errors and nothing else. */
final class AwsFailure {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.]{1,80}");
  private static final Set<String> DENIED = Set.of("AccessDeniedException", "AccessDenied");
  private static final Set<String> UNKNOWN_CALLER =
      Set.of(
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "UnrecognizedClientException");

  private AwsFailure() {}

  static SecretUnavailableException of(String name, SdkException failure) {
    if (failure instanceof AwsServiceException refused) {
      String code = code(refused);
      return new SecretUnavailableException(
          name,
          "cannot be read: Secrets Manager answered " + refused.statusCode() + " " + code,
          fix(code, refused.statusCode()));
    }
    if (failure instanceof ApiCallTimeoutException) {
      return new SecretUnavailableException(
          name, "cannot be read: Secrets Manager did not answer in time", "see to the network");
    }
    // Its message is the SDK's or the JDK's, and may quote what was received.
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new SecretUnavailableException(
        name,
        root instanceof TooLargeException tooLarge
            ? "cannot be read: " + tooLarge.getMessage()
            : "cannot be read: Secrets Manager cannot be asked (" + root.getClass().getName() + ")",
        "see that the AWS SDK finds credentials, and that region, endpoint and network are right");
  }

  private static String code(AwsServiceException refused) {
    @Nullable String code =
        refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorCode();
    return code != null && CODE.matcher(code).matches() ? code : "without a code";
  }

  private static String fix(String code, int status) {
    if (DENIED.contains(code)) {
      return "allow the role secretsmanager:GetSecretValue on this secret";
    }
    if (UNKNOWN_CALLER.contains(code)) {
      return "provide credentials that AWS accepts, and see that the clock is right";
    }
    return switch (code) {
      case "DecryptionFailure" -> "allow the role kms:Decrypt with the secret's key";
      case "InvalidRequestException" -> "restore the secret if it is marked for deletion";
      case "ThrottlingException" -> "read less often";
      default ->
          status >= 300 && status < 400
              ? "use the endpoint that it redirects to; redirects are not followed"
              : "look at the state of AWS in this region";
    };
  }
}
