package dev.gatewright.applications.scanned;

/** What a component scan may look for. */
public interface UseCase {
  String run();
}
