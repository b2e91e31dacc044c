package dev.gatewright.spring.guard;

import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The place that a class was loaded from.
 *
 * @param url its address without the end that only opens archives; empty where it is not known
 * @param isFolder whether it is a folder, on its own or within an archive
 */
record CodeLocation(String url, boolean isFolder) {
  private static final String IN_ARCHIVE = "!/";

  /** The disk is asked once. */
  private static final Map<String, CodeLocation> KNOWN = new ConcurrentHashMap<>();

  static CodeLocation of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return new CodeLocation("", false);
    }
    return KNOWN.computeIfAbsent(location.toString(), CodeLocation::at);
  }

  static CodeLocation at(String address) {
    String url = address;
    while (url.endsWith(IN_ARCHIVE)) {
      url = url.substring(0, url.length() - IN_ARCHIVE.length());
    }
    return new CodeLocation(url, isFolder(url));
  }

  boolean isKnown() {
    return !url.isEmpty();
  }

  /** Of archives in archives, the address ends with a slash where it leads to a folder. */
  private static boolean isFolder(String url) {
    return (url.endsWith("/") && !isArchiveOfServer(url))
        || url.endsWith("/BOOT-INF/classes")
        || url.endsWith("/WEB-INF/classes")
        || isFolderOfDisk(url);
  }

  /** Servers that show archives as folders, as WildFly, end their addresses with a slash, too. */
  private static boolean isArchiveOfServer(String url) {
    return url.startsWith("vfs:") && url.endsWith(".jar/");
  }

  private static boolean isFolderOfDisk(String url) {
    try {
      return url.startsWith("file:") && Files.isDirectory(Path.of(URI.create(url)));
    } catch (IllegalArgumentException | FileSystemNotFoundException unknown) {
      return false;
    }
  }
}
