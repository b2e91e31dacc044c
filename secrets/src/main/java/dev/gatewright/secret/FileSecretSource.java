package dev.gatewright.secret;

import dev.gatewright.runtime.option.Option;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in the files of a mounted directory, as Kubernetes and Docker provide them: the current
 * version in the file of the secret's name, the one before it in {@code name.previous}. An empty
 * {@code name.previous} withdraws every version before the current one at once. Thread-safe.
 *
 * <p>Files are UTF-8 text of at most {@link SecretValue#MAX_BYTES}; one line end after the value is
 * left out. Both files are read from the same generation of a Kubernetes volume, whose {@code
 * ..data} link is swapped as a whole. Nothing outside the directory is read, whatever links say.
 *
 * <p>Files that anybody may write are refused, as anybody could plant a secret of their own. Files
 * that anybody may read are not: container platforms mount secrets as 0644 or 0444, and it is the
 * container that keeps others out.
 */
public final class FileSecretSource implements SecretSource {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");
  private static final String PREVIOUS = ".previous";
  private static final String GENERATION = "..data";
  private static final int ATTEMPTS = 3;

  private final Path directory;

  /**
   * Reads the files of this directory.
   *
   * @throws dev.gatewright.runtime.option.InvalidOptionException if there is no such directory
   */
  public FileSecretSource(Path directory) {
    Option.require(
        Files.isDirectory(directory),
        "directory",
        "is not a directory that can be read: " + directory,
        "mount the secrets there, or name the directory where they are mounted");
    this.directory = directory;
  }

  @Override
  public SecretVersions read(String name) {
    if (!NAME.matcher(name).matches() || name.endsWith(PREVIOUS)) {
      throw new SecretUnavailableException(
          name,
          "cannot be a file of the directory of secrets",
          "use letters, digits, '_', '-' and '.', no '.' first and '" + PREVIOUS + "' not last");
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(name);
      } catch (NoSuchFileException gone) {
        // Kubernetes removes the old generation right after the swap.
        if (attempt == ATTEMPTS) {
          throw new SecretUnavailableException(
              name, "is missing: there is no file " + directory.resolve(name), "mount it", gone);
        }
      } catch (IOException unreadable) {
        throw new SecretUnavailableException(
            name,
            "cannot be read from the file " + directory.resolve(name),
            "let the application's user read it",
            unreadable);
      }
    }
  }

  private SecretVersions readOnce(String name) throws IOException {
    Path root = directory.toRealPath();
    Path link = root.resolve(GENERATION);
    Path generation =
        Files.exists(link, LinkOption.NOFOLLOW_LINKS) ? inside(name, root, link) : root;
    Path file = inside(name, root, generation.resolve(name));
    SecretValue current = SecretValue.of(name, text(name, file));
    String before = previousText(name, root, generation);
    return new SecretVersions(
        current,
        before == null || before.isEmpty() ? List.of() : List.of(SecretValue.of(name, before)),
        writtenAt(file),
        before != null && before.isEmpty());
  }

  private static @Nullable String previousText(String name, Path root, Path generation)
      throws IOException {
    Path previous = generation.resolve(name + PREVIOUS);
    return Files.exists(previous, LinkOption.NOFOLLOW_LINKS)
        ? text(name, inside(name, root, previous))
        : null;
  }

  private static Path inside(String name, Path root, Path path) throws IOException {
    Path real = path.toRealPath();
    if (!real.startsWith(root)) {
      throw new SecretUnavailableException(
          name,
          "is a link out of the directory of secrets",
          "put the file itself there, or name the directory that it is in");
    }
    return real;
  }

  private static String text(String name, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new SecretUnavailableException(name, "is not a regular file", "put a file there");
    }
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null
        && posix.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new SecretUnavailableException(
          name, "is a file that anybody may write", "take that right away with 'chmod o-w'");
    }
    byte[] bytes;
    try (InputStream stream = Files.newInputStream(file)) {
      // Room for a line end, and for one byte too many.
      bytes = stream.readNBytes(SecretValue.MAX_BYTES + 3);
    }
    if (bytes.length == SecretValue.MAX_BYTES + 3) {
      throw SecretValue.tooLarge(name);
    }
    try {
      return withoutLineEnd(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      throw new SecretUnavailableException(
          name, "is not UTF-8 text", "store it as base64 or PEM text");
    }
  }

  private static String withoutLineEnd(String text) {
    if (!text.endsWith("\n")) {
      return text;
    }
    return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
  }

  /** The inode's change time too: a file that is moved into place keeps its time of writing. */
  private static Instant writtenAt(Path file) throws IOException {
    Instant written = Files.getLastModifiedTime(file).toInstant();
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(file, "unix:ctime") instanceof FileTime changed) {
      return written.isAfter(changed.toInstant()) ? written : changed.toInstant();
    }
    return written;
  }
}
