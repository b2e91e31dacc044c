package dev.gatewright.spring.guard;

import org.mockito.Mockito;
import org.springframework.util.ClassUtils;

/** Tells mocks of Mockito, which a test may put into any place. */
public final class MockitoMocks {
  private static final boolean PRESENT =
      ClassUtils.isPresent("org.mockito.Mockito", MockitoMocks.class.getClassLoader());

  private MockitoMocks() {}

  public static boolean contain(Object bean) {
    return PRESENT && Details.areOfMock(bean);
  }

  /** Apart, as only tests have Mockito. */
  private static final class Details {
    static boolean areOfMock(Object bean) {
      return Mockito.mockingDetails(bean).isMock();
    }
  }
}
