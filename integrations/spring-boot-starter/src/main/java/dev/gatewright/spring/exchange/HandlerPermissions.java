package dev.gatewright.spring.exchange;

import jakarta.servlet.ServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * What may leave of a response in the current dispatch by the standing of the handler that Spring
 * MVC has found, where no policy was asked. Used by one thread at a time.
 */
final class HandlerPermissions {
  private boolean toHandler;
  private boolean all;
  private boolean files;
  private boolean headers;
  private boolean errors;
  private @Nullable KeptFile keptFile;

  /** A new dispatch has begun, in which whatever was permitted before has no part. */
  void withdraw() {
    toHandler = false;
    all = false;
    files = false;
    headers = false;
    errors = false;
    keptFile = null;
  }

  /** Lets out what an exempt handler writes; not what interceptors before it write. */
  void permitHandler() {
    toHandler = true;
  }

  /** Lets out everything. */
  void permitAll() {
    all = true;
  }

  /** Lets out what Spring's and the container's own code for files writes, and nothing else. */
  void permitFiles() {
    files = true;
  }

  /** A file was handed out: a filter that held it back in Spring's wrapper may let it out now. */
  void keepFile(ServletResponse response) {
    keptFile = KeptFile.in(response);
  }

  /** Lets status and headers out, of an answer that has no body. */
  void permitHeaders() {
    headers = true;
  }

  /**
   * Takes back what was permitted to static content, or to nothing: from now on only the body of an
   * error leaves, which the application's exception handlers write.
   */
  void permitErrorsOnly() {
    toHandler = false;
    all = false;
    files = false;
    errors = true;
  }

  boolean isAll() {
    return all;
  }

  boolean areFiles() {
    return files;
  }

  boolean isForHandler() {
    return toHandler;
  }

  boolean areHeaders() {
    return headers;
  }

  /** Whether an answer without anything withheld leaves as it is. */
  boolean areOfHandler() {
    return toHandler || files || headers;
  }

  /** Whether it depends on the status, or on the code that writes, what may leave. */
  boolean areConditional() {
    return !all && (errors || files);
  }

  boolean isForErrors() {
    return errors;
  }

  /** Whether code for files runs that may answer. */
  boolean isServingFiles() {
    return files && AnsweringCode.isServingFiles();
  }

  /** Whether these octets continue a file that was kept. */
  boolean continuesFile(byte[] octets, int offset, int length) {
    return keptFile != null && keptFile.continuesWith(octets, offset, length);
  }
}
