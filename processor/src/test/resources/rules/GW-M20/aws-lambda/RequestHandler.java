package com.amazonaws.services.lambda.runtime;

public interface RequestHandler {
  Object handleRequest(Object input);
}
