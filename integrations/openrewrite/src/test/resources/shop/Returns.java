package shop;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@PreAuthorize("hasRole('CLERK')")
public class Returns extends Desk implements ReturnsApi {
  @Override
  public String close() {
    return "close";
  }

  @Override
  public String take() {
    return "take";
  }
}
