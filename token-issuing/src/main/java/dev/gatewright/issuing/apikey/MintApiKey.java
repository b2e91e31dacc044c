package dev.gatewright.issuing.apikey;

import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command that makes one API key and prints it once, with the id and hash to be stored.
 *
 * <pre>
 * export GATEWRIGHT_API_KEY_PEPPER="$(openssl rand -base64 32)"
 * java -cp ... dev.gatewright.issuing.apikey.MintApiKey partner-bank
 * </pre>
 */
public final class MintApiKey {
  private static final String PEPPER = "GATEWRIGHT_API_KEY_PEPPER";

  private MintApiKey() {}

  /**
   * Makes a key.
   *
   * @param arguments the owner, and optionally the prefix
   */
  public static void main(String[] arguments) {
    int status = run(arguments, System.getenv(), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(
      String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (arguments.length < 1 || arguments.length > 2) {
      err.println("Usage: MintApiKey <owner> [<prefix>], with the pepper in " + PEPPER);
      return 2;
    }
    try {
      out.print(minted(arguments, environment.get(PEPPER)));
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("MintApiKey: " + e.getMessage() + " The pepper is read from " + PEPPER + ".");
      return 1;
    }
  }

  private static String minted(String[] arguments, @Nullable String pepper) {
    String prefix = arguments.length > 1 ? arguments[1] : ApiKeyAuthenticator.DEFAULT_PREFIX;
    MintedApiKey minted =
        new ApiKeyMint(ApiKeyHasher.ofBase64(pepper), prefix)
            .mint(arguments[0], Set.of(), Set.of(), null);
    return String.format(
        "Hand this to the owner; it is not shown again:%n  %s%nStore this:%n  id: %s%n  hash: %s%n"
            + "  owner: %s%n",
        minted.text(), minted.key().id(), minted.key().hash(), minted.key().owner());
  }
}
