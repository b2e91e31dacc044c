package dev.gatewright.processor.baseline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The list of endpoints that are not decided yet, as a file has it that is checked in. Immutable.
 *
 * <p>The path is absolute: what a relative one starts from is the directory of whatever process
 * runs the compiler, which is another one under Maven, Gradle, its daemon and each IDE.
 */
public final class Baseline {
  /** The compiler's option that names the file, without {@code -A}. */
  public static final String OPTION = "gatewright.baseline";

  /** The one that lets the compilation change the file. */
  public static final String WRITE = "gatewright.baseline.write";

  /** About ten thousand endpoints. */
  static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final Rewrite rewrite;
  private final Map<String, Integer> numbers;
  private final Set<String> classes = new TreeSet<>();
  private final List<Fault> faults;

  private Baseline(Path file, Rewrite rewrite, Map<String, Integer> numbers, List<Fault> faults) {
    this.file = file;
    this.rewrite = rewrite;
    this.numbers = numbers;
    this.faults = List.copyOf(faults);
    numbers.keySet().forEach(each -> classes.add(EndpointLines.classOf(each)));
  }

  /**
   * Reads the file that the options name; empty where they name none. Where something is wrong,
   * {@link #faults} tells it, and what could not be read is not listed.
   */
  public static Optional<Baseline> of(Map<String, String> options) {
    String path = options.getOrDefault(OPTION, "");
    String write = options.getOrDefault(WRITE, "");
    if (path.isEmpty()) {
      return Rewrite.of(write).equals(Optional.of(Rewrite.NO))
          ? Optional.empty()
          : Optional.of(
              unusable(
                  new Fault(
                      "the compiler option -A" + WRITE + " is set, but no file is named",
                      "name it with -A" + OPTION)));
    }
    Optional<Rewrite> rewrite = Rewrite.of(write);
    if (rewrite.isEmpty()) {
      return Optional.of(
          unusable(
              new Fault(
                  "the compiler option -A" + WRITE + " has the value '" + write + "'",
                  "use no, removals or all")));
    }
    return Optional.of(of(path, rewrite.get()));
  }

  private static Baseline of(String path, Rewrite rewrite) {
    Path file;
    try {
      file = Path.of(path);
    } catch (InvalidPathException none) {
      return unusable(notAbsolute(path));
    }
    if (!file.isAbsolute() || file.getFileName() == null) {
      return unusable(notAbsolute(path));
    }
    if (rewrite == Rewrite.ALL && Files.notExists(file)) {
      return new Baseline(file, rewrite, Map.of(), List.of());
    }
    return read(file, rewrite);
  }

  private static Baseline unusable(Fault fault) {
    return new Baseline(Path.of("gatewright-baseline.txt"), Rewrite.NO, Map.of(), List.of(fault));
  }

  private static Fault notAbsolute(String path) {
    return new Fault(
        "the compiler option -A"
            + OPTION
            + " has the value '"
            + path
            + "', which is no absolute"
            + " path of a file",
        "begin it with the directory of the module: ${project.basedir} in Maven, $projectDir in"
            + " Gradle");
  }

  private static Baseline read(Path file, Rewrite rewrite) {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] bytes = content.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        return withFault(
            file,
            new Fault(
                file.getFileName() + " has more than " + MAX_BYTES + " bytes",
                "split the module, or decide some of its endpoints first"));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      EndpointLines lines = EndpointLines.parse(text, name(file));
      return new Baseline(
          file, lines.faults().isEmpty() ? rewrite : Rewrite.NO, lines.numbers(), lines.faults());
    } catch (CharacterCodingException malformed) {
      return withFault(file, new Fault(name(file) + " is not UTF-8", "save it as UTF-8"));
    } catch (IOException unreadable) {
      return withFault(
          file,
          new Fault(
              file + " cannot be read: " + unreadable.getClass().getSimpleName(),
              "write it with -A" + WRITE + "=all, or remove the option -A" + OPTION));
    }
  }

  private static Baseline withFault(Path file, Fault fault) {
    return new Baseline(file, Rewrite.NO, Map.of(), List.of(fault));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** What is wrong with the options or the file, in the order of its lines. */
  public List<Fault> faults() {
    return faults;
  }

  /** The file as messages call it, without its directory. */
  public String fileName() {
    return name(file);
  }

  /** What the compilation may change of it; nothing where there are faults. */
  public Rewrite rewrite() {
    return rewrite;
  }

  /** Whether an endpoint is listed. */
  public boolean contains(String endpoint) {
    return numbers.containsKey(endpoint);
  }

  /** The number of the line of an endpoint that is listed, from 1. */
  public int line(String endpoint) {
    return numbers.getOrDefault(endpoint, 0);
  }

  /** All endpoints that are listed, sorted. */
  public Set<String> endpoints() {
    return new TreeSet<>(numbers.keySet());
  }

  /** The classes of which endpoints are listed, by their binary names, sorted. */
  public Set<String> classes() {
    return new TreeSet<>(classes);
  }

  /** The endpoints of a class that are listed, sorted. */
  public List<String> of(String className) {
    return classes.contains(className)
        ? numbers.keySet().stream()
            .filter(each -> EndpointLines.classOf(each).equals(className))
            .sorted()
            .toList()
        : List.of();
  }

  /**
   * Writes a list in the place of this one, where it is another one.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Collection<String> endpoints) throws IOException {
    if (!Files.exists(file) || !endpoints().equals(new TreeSet<>(endpoints))) {
      Files.writeString(file, EndpointLines.print(endpoints));
    }
  }
}
