package dev.gatewright.aws;

import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretSource;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets of AWS Secrets Manager. The secret {@code bank/api-key-pepper} is the whole text of that
 * secret, {@code bank/api-keys#pepper} the member {@code pepper} of the JSON object that it holds;
 * an ARN names a secret as well. A binary secret is its base64 text. Thread-safe.
 *
 * <p>The current version is the one that Secrets Manager labels {@code AWSCURRENT}, the one before
 * it {@code AWSPREVIOUS}, as its rotation leaves them. Taking the label {@code AWSPREVIOUS} away
 * withdraws that version at once, and with it whatever else is still accepted.
 *
 * <p>Requests are signed by the AWS SDK (signature version 4) and go to AWS, or to the configured
 * endpoint, over HTTPS; HTTP is for the loopback interface only. No redirect is followed, and an
 * answer has at most 1 MiB. The role needs {@code secretsmanager:GetSecretValue}, and {@code
 * kms:Decrypt} where the secret has a key of its own.
 *
 * <p>Verified with the real SDK against a server that speaks the documented protocol, not against
 * AWS itself.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html">GetSecretValue</a>
 */
public final class AwsSecretSource implements SecretSource, AutoCloseable {
  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";
  private static final Pattern NAME =
      Pattern.compile("(?<id>[A-Za-z0-9/_+=.@:-]{1,2048})(?:#(?<member>[A-Za-z0-9_.-]{1,200}))?");

  private final SecretsManagerClient client;

  private AwsSecretSource(SecretsManagerClient client) {
    this.client = client;
  }

  /** Settings of a source; none is mandatory where the AWS SDK finds region and credentials. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public SecretVersions read(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new SecretUnavailableException(
          name,
          "cannot be a secret of AWS Secrets Manager",
          "name it as 'name/of/secret', or 'name/of/secret#member' of its JSON object");
    }
    String id = parts.group("id");
    String member = parts.group("member");
    GetSecretValueResponse current = ask(name, id, CURRENT);
    if (current == null) {
      throw new SecretUnavailableException(
          name,
          "is missing: Secrets Manager has no current version of it in this region",
          "store it there, or name the region that it is in");
    }
    SecretValue value = AwsSecretText.of(name, current, member);
    if (value == null) {
      throw new SecretUnavailableException(
          name,
          "is missing: its JSON object has no text member '" + member + "'",
          "store a version that has it");
    }
    GetSecretValueResponse before = ask(name, id, PREVIOUS);
    SecretValue previous = before == null ? null : usable(name, before, member);
    return new SecretVersions(
        value,
        previous == null ? List.of() : List.of(previous),
        current.createdDate(),
        before == null);
  }

  /** Closes the connections to AWS. */
  @Override
  public void close() {
    client.close();
  }

  /** What was stored before may be anything: it is no reason not to use the current version. */
  private static @Nullable SecretValue usable(
      String name, GetSecretValueResponse before, @Nullable String member) {
    try {
      return AwsSecretText.of(name, before, member);
    } catch (SecretUnavailableException unusable) {
      return null;
    }
  }

  private @Nullable GetSecretValueResponse ask(String name, String id, String stage) {
    try {
      return client.getSecretValue(request -> request.secretId(id).versionStage(stage));
    } catch (ResourceNotFoundException missing) {
      return null;
    } catch (SdkException failure) {
      throw AwsFailure.of(name, failure);
    }
  }

  /** Collects the settings. Not thread-safe. */
  public static final class Builder {
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(100);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");

    private @Nullable String region;
    private @Nullable URI endpoint;
    private @Nullable AwsCredentialsProvider credentials;
    private Duration timeout = Duration.ofSeconds(10);

    private Builder() {}

    /**
     * The region that the secrets are in, as {@code eu-central-1}; where the AWS SDK looks for it
     * unless said otherwise.
     *
     * @throws InvalidOptionException if it is no name of a region
     */
    public Builder region(String name) {
      Option.require(
          REGION.matcher(name).matches(),
          "region",
          "is no name of a region",
          "use one as eu-central-1");
      this.region = name;
      return this;
    }

    /**
     * Another endpoint than the region's, such as that of a VPC.
     *
     * @throws InvalidOptionException if it is neither an HTTPS address nor one of the loopback
     *     interface
     */
    public Builder endpoint(URI address) {
      this.endpoint = ServerUri.of("endpoint", address.toString()).value();
      return this;
    }

    /** Whom to ask as; where the AWS SDK looks for credentials unless said otherwise. */
    public Builder credentials(AwsCredentialsProvider provider) {
      this.credentials = Objects.requireNonNull(provider);
      return this;
    }

    /**
     * How long one answer may take, the SDK's retries included: 100 milliseconds to 1 minute, 10
     * seconds unless said otherwise.
     *
     * @throws InvalidOptionException if it is not
     */
    public Builder timeout(Duration each) {
      Option.require(
          each.compareTo(MIN_TIMEOUT) >= 0 && each.compareTo(MAX_TIMEOUT) <= 0,
          "timeout",
          "is " + each,
          "use 100 milliseconds to 1 minute, as PT10S");
      this.timeout = each;
      return this;
    }

    /**
     * The source. Asks nothing yet.
     *
     * @throws InvalidOptionException if the AWS SDK finds no region
     */
    public AwsSecretSource build() {
      SecretsManagerClientBuilder builder =
          SecretsManagerClient.builder()
              .httpClientBuilder(
                  UrlConnectionHttpClient.builder()
                      .connectionTimeout(timeout)
                      .socketTimeout(timeout))
              .overrideConfiguration(
                  configuration ->
                      configuration
                          .apiCallTimeout(timeout)
                          .addExecutionInterceptor(new BoundedAnswers()));
      if (region != null) {
        builder.region(Region.of(region));
      }
      if (endpoint != null) {
        builder.endpointOverride(endpoint);
      }
      if (credentials != null) {
        builder.credentialsProvider(credentials);
      }
      try {
        return new AwsSecretSource(builder.build());
      } catch (SdkException noRegion) {
        throw new InvalidOptionException(
            "region", "is missing", "set it, or the environment variable AWS_REGION");
      }
    }
  }
}
