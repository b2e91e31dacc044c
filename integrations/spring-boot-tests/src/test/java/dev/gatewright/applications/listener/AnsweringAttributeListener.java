package dev.gatewright.applications.listener;

import jakarta.servlet.ServletRequestAttributeEvent;
import jakarta.servlet.ServletRequestAttributeListener;

/** Answers {@code /secret} as soon as somebody sets an attribute. */
public class AnsweringAttributeListener implements ServletRequestAttributeListener {
  @Override
  public void attributeAdded(ServletRequestAttributeEvent event) {
    if (!event.getServletRequest().isAsyncStarted()) {
      AnsweringListener.answer(event.getServletRequest());
    }
  }
}
