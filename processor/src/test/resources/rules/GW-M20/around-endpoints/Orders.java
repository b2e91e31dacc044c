package orders;

import dev.gatewright.Secured;
import jakarta.servlet.Filter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;

class OfFilter implements Filter {
  @Override
  // expect 3: [GW-M20] @Secured cannot guard OfFilter.doFilter(Object, Object, Object): the servlet container reaches it by Filter, and Gatewright has no module that guards what comes in that way. Fix: annotate the endpoints behind it.
  @Secured
  public void doFilter(Object request, Object response, Object chain) {}
}

class OfBase extends OncePerRequestFilter {
  @Override
  // expect 3: [GW-M20] @Secured cannot guard OfBase.doFilterInternal(Object): the servlet container reaches it by OncePerRequestFilter, and Gatewright has no module that guards what comes in that way. Fix: annotate the endpoints behind it.
  @Secured
  protected void doFilterInternal(Object request) {}
}

// expect 1: [GW-M20] @Secured cannot guard OfInterceptor.preHandle(Object): Spring MVC reaches it by HandlerInterceptor, and Gatewright has no module that guards what comes in that way. Fix: annotate the endpoints behind it.
@Secured
class OfInterceptor implements HandlerInterceptor {
  @Override
  public boolean preHandle(Object request) {
    return false;
  }
}
