package org.springframework.web.servlet.mvc;

public interface Controller {
  Object handleRequest(Object request);
}
