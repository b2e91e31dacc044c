package com.amazonaws.services.lambda.runtime;

public interface RequestStreamHandler {
  Object handle(Object input);
}
