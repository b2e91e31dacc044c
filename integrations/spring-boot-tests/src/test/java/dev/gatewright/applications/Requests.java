package dev.gatewright.applications;

/** Requests with a body, as text. */
final class Requests {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String PARTS = "multipart/form-data; boundary=x";

  private Requests() {}

  /** An application that validates. */
  static RunningApplication start(Class<?>... classes) {
    return Application.of(classes).using(Library.VALIDATION).start();
  }

  /** A form of one part. */
  static String part(String name, String value) {
    return "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--x--\r\n"
        .formatted(name, value);
  }

  static Answer form(
      RunningApplication running, String method, String path, String body, String... headers) {
    String type = String.join("\r\n", FORM, String.join("\r\n", headers)).strip();
    return declaring(running, method, path, type, body.length(), body);
  }

  static Answer json(RunningApplication running, String path, String body) {
    return declaring(running, "POST", path, "application/json", body.length(), body);
  }

  /** A body of which no more comes than there is, whatever its length is said to be. */
  static Answer declaring(
      RunningApplication running,
      String method,
      String path,
      String type,
      int length,
      String body) {
    return running.send(
        start(method, path, type) + "Content-Length: " + length + "\r\n\r\n" + body);
  }

  /** A body that does not declare its length. */
  static Answer chunked(
      RunningApplication running, String method, String path, String type, String body) {
    return running.send(
        start(method, path, type)
            + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(body.length(), body));
  }

  private static String start(String method, String path, String type) {
    return method
        + " "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\n";
  }
}
