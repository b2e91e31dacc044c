package dev.gatewright.spring.bean;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Proxy;
import org.springframework.aop.SpringProxy;

/** The errors of a bean that would be called without its guard. */
final class MissingGuard {
  private MissingGuard() {}

  /** The processor did not run, or can generate nothing for a class of that shape. */
  static StartUpException notGenerated(Class<?> type, String bean) {
    BeanShape shape = BeanShape.of(type);
    if (!shape.mayHaveGuard()) {
      return madeByApplication(type, bean, "The application");
    }
    String version = MissingGuard.class.getPackage().getImplementationVersion();
    String shown = version == null ? "${gatewright.version}" : version;
    return new StartUpException(
        shape.describe(type)
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
    BeanShape shape = BeanShape.of(type);
    if (shape == BeanShape.CLASS && GuardClasses.find(type) == null) {
      return notGenerated(type, bean);
    }
    return new StartUpException(
        maker
            + " makes the bean '"
            + bean
            + "' of "
            + shape.describe(type)
            + ", which bears Gatewright's annotations, without its guard",
        shape.fix(type));
  }

  /** A bean pretends to be a guard, or hides one. */
  static StartUpException notWritten(Object object, String bean) {
    boolean isProxy = object instanceof SpringProxy || Proxy.isProxyClass(object.getClass());
    return new StartUpException(
        "the bean '"
            + bean
            + "' ("
            + object.getClass().getName()
            + ") says that it is a guard, but "
            + (isProxy
                ? "is a proxy that cannot be looked into"
                : "the processor did not write it"),
        isProxy
            ? "let Spring AOP make the proxy, and do not make it opaque."
            : "annotate the class that it guards, and let the processor write its guard.");
  }

  /** A bean holds an object that the container has not made. */
  static StartUpException held(Class<?> type, String bean, Class<?> holder) {
    return new StartUpException(
        "the bean '"
            + bean
            + "' ("
            + Exemptions.nameOf(holder)
            + ") holds an object of "
            + BeanShape.of(type).describe(type)
            + ", which bears Gatewright's annotations, without its guard",
        HeldFields.isOfApplication(holder)
            ? "let the container make it and inject it; or, if nothing that clients ask for leads"
                + " there, list the class of the bean in '"
                + Exemptions.PROPERTY
                + "': "
                + Exemptions.nameOf(holder)
                + "."
            : "make it a bean, so that its guard takes its place, and inject that.");
  }

  /** An advice of a bean holds an object that the container has not made, or will make one. */
  static StartUpException advising(Class<?> type, String bean, Class<?> advice) {
    return new StartUpException(
        "the advice "
            + Exemptions.nameOf(advice)
            + " of the bean '"
            + bean
            + "' answers by an object of "
            + BeanShape.of(type).describe(type)
            + ", which bears Gatewright's annotations, without its guard",
        "make it a bean, so that its guard takes its place, and let the advice have that; what"
            + " @DeclareParents introduces is never a bean: introduce the bean by new"
            + " DelegatingIntroductionInterceptor(bean) instead.");
  }

  /** A request would come to an object that the container has not made; nothing exempts it. */
  static StartUpException answering(String what, Class<?> type) {
    return new StartUpException(
        what
            + " answers requests by an object of "
            + BeanShape.of(type).describe(type)
            + ", which bears Gatewright's annotations, without its guard",
        "make it a bean, so that its guard takes its place, and register that.");
  }
}
