package dev.gatewright.spring;

/** The errors of a bean that would be called without its guard. */
final class MissingGuard {
  private MissingGuard() {}

  /** The processor did not run. */
  static StartUpException notGenerated(Class<?> type, String bean) {
    String version = MissingGuard.class.getPackage().getImplementationVersion();
    String shown = version == null ? "${gatewright.version}" : version;
    return new StartUpException(
        type.getName()
            + " (bean '"
            + bean
            + "') bears Gatewright's annotations, but its guard "
            + GuardClasses.nameFor(type)
            + " was not generated",
        """
        add the annotation processor to the build and compile again.
        Maven, in the configuration of maven-compiler-plugin:
            <annotationProcessorPaths>
              <path>
                <groupId>dev.gatewright</groupId>
                <artifactId>gatewright-processor</artifactId>
                <version>%1$s</version>
              </path>
            </annotationProcessorPaths>
        Gradle, in the dependencies:
            annotationProcessor("dev.gatewright:gatewright-processor:%1$s")\
        """
            .formatted(shown));
  }

  /** The application creates the bean itself. */
  static StartUpException madeByApplication(Class<?> type, String bean, String maker) {
    String guard = GuardClasses.nameFor(type);
    String simpleName = guard.substring(guard.lastIndexOf('.') + 1);
    return new StartUpException(
        maker
            + " makes the bean '"
            + bean
            + "' of "
            + type.getName()
            + ", which bears Gatewright's annotations, without its guard",
        "return new "
            + simpleName
            + "(...), which takes the same arguments, the Gate, and the policies, or let the class"
            + " be found by component scan.");
  }
}
