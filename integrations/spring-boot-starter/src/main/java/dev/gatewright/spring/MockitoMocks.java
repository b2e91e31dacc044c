package dev.gatewright.spring;

import org.mockito.Mockito;

/** Tells mocks that a test has put into a guard's place; apart, as only tests have Mockito. */
final class MockitoMocks {
  private MockitoMocks() {}

  static boolean contain(Object bean) {
    return Mockito.mockingDetails(bean).isMock();
  }
}
