package dev.gatewright.spring.entry;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.startup.StartUpException;
import java.util.Collection;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.messaging.handler.HandlerMethod;

/**
 * Looks at the methods that messages of clients lead to, over STOMP or RSocket. They are no
 * requests of HTTP, and no adapter of ours stands before them, so each must be exempt.
 */
public final class MessageVerifier implements SmartInitializingSingleton {
  private final ListableBeanFactory beanFactory;
  private final Exemptions exemptions;

  MessageVerifier(ListableBeanFactory beanFactory, Exemptions exemptions) {
    this.beanFactory = beanFactory;
    this.exemptions = exemptions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    beanFactory
        .getBeansOfType(
            org.springframework.messaging.handler.invocation.AbstractMethodMessageHandler.class)
        .values()
        .forEach(each -> verify(each.getHandlerMethods().values()));
    beanFactory
        .getBeansOfType(
            org.springframework.messaging.handler.invocation.reactive.AbstractMethodMessageHandler
                .class)
        .values()
        .forEach(each -> verify(each.getHandlerMethods().values()));
  }

  private void verify(Collection<?> methods) {
    for (Object each : methods) {
      HandlerMethod method = (HandlerMethod) each;
      if (!exemptions.contain(method.getBeanType())) {
        throw new StartUpException(
            method.getShortLogMessage()
                + " answers messages of clients, for which Gatewright has no adapter",
            "offer it over HTTP; or, if it may be open to anybody, list its class in '"
                + Exemptions.PROPERTY
                + "': "
                + Exemptions.nameOf(method.getBeanType())
                + ".");
      }
    }
  }
}
