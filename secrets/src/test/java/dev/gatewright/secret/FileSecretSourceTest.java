package dev.gatewright.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real files and links, laid out as the kubelet and Docker lay them out. */
class FileSecretSourceTest {
  @TempDir private Path temporary;
  private Path directory;
  private FileSecretSource source;

  @BeforeEach
  void mount() throws IOException {
    directory = Files.createDirectory(temporary.resolve("secrets"));
    source = new FileSecretSource(directory);
  }

  private Path write(Path in, String name, String text) throws IOException {
    Path file = Files.writeString(in.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    return file;
  }

  private String problem(String name) {
    try {
      source.read(name);
    } catch (SecretUnavailableException refused) {
      assertThat(refused.name()).isEqualTo(name);
      return refused.getMessage();
    }
    return "was read";
  }

  /** What the kubelet's AtomicWriter does: a new generation, then one rename of the link to it. */
  private void generation(String name, String current, String previous) throws IOException {
    Path files = Files.createDirectory(directory.resolve(".." + name));
    write(files, "pepper", current);
    write(files, "pepper.previous", previous);
    Path data = directory.resolve("..data");
    Path before = Files.exists(data) ? data.toRealPath() : null;
    Path swap = Files.createSymbolicLink(directory.resolve("..data_tmp"), files.getFileName());
    Files.move(swap, data, StandardCopyOption.ATOMIC_MOVE);
    for (String file : new String[] {"pepper", "pepper.previous"}) {
      if (!Files.exists(directory.resolve(file))) {
        Files.createSymbolicLink(directory.resolve(file), Path.of("..data", file));
      }
    }
    if (before != null) {
      Files.delete(before.resolve("pepper"));
      Files.delete(before.resolve("pepper.previous"));
      Files.delete(before);
    }
  }

  @Test
  void theCurrentVersionAndTheOneBeforeAreRead() throws IOException {
    write(directory, "pepper", "new\n");
    write(directory, "pepper.previous", "old\r\n");

    SecretVersions versions = source.read("pepper");

    assertThat(versions.all()).extracting(SecretValue::text).containsExactly("new", "old");
    assertThat(versions.previousWithdrawn()).isFalse();
    assertThat(versions.rotatedAt())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
  }

  @Test
  void onlyOneLineEndIsLeftOut() throws IOException {
    write(directory, "pepper", " new \n\n");

    assertThat(source.read("pepper").current().text()).isEqualTo(" new \n");
  }

  @Test
  void anEmptyPreviousFileWithdrawsWhatWasBefore() throws IOException {
    write(directory, "pepper", "new");
    write(directory, "pepper.previous", "\n");

    assertThat(source.read("pepper").previousWithdrawn()).isTrue();
  }

  @Test
  void aFileThatWasWrittenLongAgoAndMovedIntoPlaceNowWasRotatedNow() throws IOException {
    Path prepared = write(temporary, "prepared", "new");
    Files.setLastModifiedTime(prepared, FileTime.from(Instant.now().minus(Duration.ofDays(9))));
    Files.move(prepared, directory.resolve("pepper"));

    assertThat(source.read("pepper").rotatedAt()).isAfter(Instant.now().minusSeconds(60));
  }

  @Test
  void theSwapOfAKubernetesVolumeIsFollowed() throws IOException {
    generation("2026_01", "one", "none");
    assertThat(source.read("pepper").all())
        .extracting(SecretValue::text)
        .containsExactly("one", "none");

    generation("2026_02", "two", "one");
    assertThat(source.read("pepper").all())
        .extracting(SecretValue::text)
        .containsExactly("two", "one");
  }

  @Test
  @Timeout(60)
  void bothFilesAreOfOneGenerationHoweverFastTheyAreSwapped() throws Exception {
    generation("0", "0", "-1");
    AtomicBoolean done = new AtomicBoolean();
    Thread kubelet =
        new Thread(
            () -> {
              try {
                for (int i = 1; i <= 300; i++) {
                  generation("" + i, "" + i, "" + (i - 1));
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              } finally {
                done.set(true);
              }
            });
    kubelet.start();
    int reads = 0;
    while (!done.get()) {
      SecretVersions versions;
      try {
        versions = source.read("pepper");
      } catch (SecretUnavailableException swappedThreeTimesMeanwhile) {
        continue;
      }
      reads++;
      int current = Integer.parseInt(versions.current().text());
      assertThat(versions.previous())
          .extracting(SecretValue::text)
          .containsExactly("" + (current - 1));
    }
    kubelet.join();
    assertThat(reads).isPositive();
    assertThat(source.read("pepper").current().text()).isEqualTo("300");
  }

  @Test
  void aMissingFileIsNamedWithTheFix() {
    assertThat(problem("pepper"))
        .isEqualTo(
            "The secret 'pepper' is missing: there is no file "
                + directory.resolve("pepper")
                + ". Fix: mount it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../outside",
        "a/b",
        "/etc/hostname",
        ".hidden",
        "..data",
        "a\\b",
        "a\0b",
        "pepper.previous",
        "päpper"
      })
  void aNameThatIsNoPlainFileOfTheDirectoryIsRefused(String name) throws IOException {
    write(temporary, "outside", "stolen");
    write(directory, "pepper.previous", "old");

    assertThat(problem(name)).contains("cannot be a file of the directory of secrets");
  }

  @Test
  void aLinkOutOfTheDirectoryIsNotFollowed() throws IOException {
    Path outside = write(temporary, "outside", "stolen");
    Files.createSymbolicLink(directory.resolve("pepper"), outside);
    write(directory, "other", "mine");
    Files.createSymbolicLink(directory.resolve("other.previous"), Path.of("../outside"));

    assertThat(problem("pepper")).contains("is a link out of the directory");
    assertThat(problem("other")).contains("is a link out of the directory");
  }

  @Test
  void aGenerationOutsideOfTheDirectoryIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    write(elsewhere, "pepper", "stolen");
    Files.createSymbolicLink(directory.resolve("..data"), elsewhere);

    assertThat(problem("pepper")).contains("is a link out of the directory");
  }

  @Test
  void aFileThatAnybodyMayWriteIsRefused() throws IOException {
    Path file = write(directory, "pepper", "planted");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(problem("pepper")).contains("anybody may write", "chmod o-w");
  }

  @Test
  void aFileThatAnybodyMayReadIsWhatContainersMount() throws IOException {
    Path file = write(directory, "pepper", "mounted");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    assertThat(source.read("pepper").current().text()).isEqualTo("mounted");
  }

  @Test
  void whatIsNoFileIsRefused() throws IOException {
    Files.createDirectory(directory.resolve("pepper"));

    assertThat(problem("pepper")).contains("is not a regular file");
  }

  @Test
  void aHugeFileIsRefusedAndNotReadToItsEnd() throws IOException {
    write(directory, "most", "x".repeat(SecretValue.MAX_BYTES) + "\r\n");
    write(directory, "more", "x".repeat(SecretValue.MAX_BYTES + 1));
    write(directory, "huge", "x".repeat(9_000_000));

    assertThat(source.read("most").current().text()).hasSize(SecretValue.MAX_BYTES);
    assertThat(problem("more")).contains("larger than 65536 bytes");
    assertThat(problem("huge")).contains("larger than 65536 bytes");
  }

  @Test
  void bytesThatAreNoTextAreRefusedWithoutBeingQuoted() throws IOException {
    Files.write(directory.resolve("pepper"), new byte[] {'s', 'e', 'c', (byte) 0xff, 'x'});

    assertThat(problem("pepper")).contains("is not UTF-8 text").doesNotContain("sec\ufffd");
  }

  @Test
  void anEmptyFileIsNoSecret() throws IOException {
    write(directory, "pepper", "\n");

    assertThat(problem("pepper")).contains("is empty");
  }

  @Test
  void aDirectoryThatIsNotThereIsAnErrorAtStart() {
    assertThatThrownBy(() -> new FileSecretSource(temporary.resolve("absent")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'directory' is not a directory");
  }
}
