package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/** A key set in a file. */
record JwkSetFile(Path file, int maxBytes, Set<JwtAlgorithm> algorithms) implements JwkSetLoader {

  @Override
  public Load load() {
    // A pipe or a device could block for ever or have no end.
    if (!Files.isRegularFile(file)) {
      return new Load.Failed("there is no such file");
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      return bytes.length > maxBytes
          ? new Load.Failed("the file is longer than " + maxBytes + " bytes")
          : new Load.Loaded(JwkSet.read(bytes, algorithms));
    } catch (IOException e) {
      return new Load.Failed("the file cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (InvalidCredentialException e) {
      return new Load.Failed(e.reason());
    }
  }

  @Override
  public Duration usualInterval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
