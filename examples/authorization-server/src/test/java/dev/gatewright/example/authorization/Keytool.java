package dev.gatewright.example.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A key store of the JDK's own tool, for one run of the tests. */
final class Keytool {
  static final String PASSWORD = "only-for-this-run";
  private static final long TIMEOUT_SECONDS = 60;

  private final Path keyStore;

  Keytool() {
    try {
      keyStore =
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tls").resolve("keys.p12");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    // Deleted in the opposite order.
    keyStore.getParent().toFile().deleteOnExit();
    keyStore.toFile().deleteOnExit();
  }

  /** Makes a key pair on P-256 and a certificate for it. */
  void generate(String alias, String subject, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                subject,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString()));
    command.addAll(List.of(more));
    try {
      Process keytool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(keytool.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).as("keytool ends").isTrue();
      assertThat(keytool.exitValue()).as("keytool").isZero();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Path file() {
    return keyStore;
  }

  KeyStore content() {
    try (InputStream file = Files.newInputStream(keyStore)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(file, PASSWORD.toCharArray());
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
