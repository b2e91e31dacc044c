package orders;

import dev.gatewright.Secured;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.Callable;
import org.quartz.Job;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

class OfCommandLineRunner implements CommandLineRunner {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfCommandLineRunner.run(String[]): Spring Boot calls it by CommandLineRunner and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void run(String... args) {}
}

class OfApplicationRunner implements ApplicationRunner {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfApplicationRunner.run(Object): Spring Boot calls it by ApplicationRunner and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void run(Object args) {}
}

class OfApplicationListener implements ApplicationListener<String> {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfApplicationListener.onApplicationEvent(String): the publisher of an event calls it by ApplicationListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void onApplicationEvent(String event) {}
}

class OfInitializingBean implements InitializingBean {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfInitializingBean.afterPropertiesSet(): the container calls it by InitializingBean and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void afterPropertiesSet() {}
}

class OfDisposableBean implements DisposableBean {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfDisposableBean.destroy(): the container calls it by DisposableBean and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void destroy() {}
}

class OfSmartLifecycle implements SmartLifecycle {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfSmartLifecycle.start(): the container calls it by SmartLifecycle and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void start() {}
}

class OfWebMvcConfigurer implements WebMvcConfigurer {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfWebMvcConfigurer.addInterceptors(Object): the container calls it by WebMvcConfigurer and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void addInterceptors(Object registry) {}
}

class OfOrdered implements Ordered {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfOrdered.getOrder(): the container calls it by Ordered and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public int getOrder() {
    return 1;
  }
}

class OfHttpSessionListener implements HttpSessionListener {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfHttpSessionListener.sessionCreated(Object): the servlet container calls it by HttpSessionListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void sessionCreated(Object event) {}
}

class OfJob implements Job {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfJob.execute(Object): the scheduler calls it by Job and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void execute(Object context) {}
}

class OfRunnable implements Runnable {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfRunnable.run(): a task executor calls it by Runnable and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public void run() {}
}

class OfCallable implements Callable<String> {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfCallable.call(): a task executor calls it by Callable and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
  @Secured
  public String call() {
    return "";
  }
}

// expect 1: [GW-M21] @Secured cannot guard OfType.run(): a task executor calls it by Runnable and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
@Secured
class OfType implements Runnable {
  String list() {
    return "";
  }

  @Override
  public void run() {}
}

abstract class Base implements Runnable {
  @Override
  public void run() {}
}

// expect 1: [GW-M21] @Secured cannot guard Base.run(): a task executor calls it by Runnable and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
@Secured
class Inherited extends Base {}

interface Refreshable {
  void afterPropertiesSet();
}

// expect 1: [GW-M21] @Secured cannot guard OfAnotherType.afterPropertiesSet(): the container calls it by InitializingBean and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations, or annotate only the methods that requests call.
@Secured
class OfAnotherType implements InitializingBean, Refreshable {
  @Override
  public void afterPropertiesSet() {}
}

class OfMethods implements Runnable {
  @Secured
  String list() {
    return "";
  }

  @Override
  public void run() {}
}
