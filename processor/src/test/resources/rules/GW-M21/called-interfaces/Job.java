package org.quartz;

public interface Job {
  void execute(Object context);
}
