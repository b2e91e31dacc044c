package container;

import dev.gatewright.Secured;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;

/** The container sets it up; requests reach the rest. */
@Secured
public class Ledger implements InitializingBean, DisposableBean {
  private Map<String, List<long[]>> entries = Map.of();

  @Autowired
  void setEntries(Map<String, List<long[]>> injected, Map.Entry<?, ?>[] more) {
    entries = injected;
  }

  @Override
  public void afterPropertiesSet() {}

  @Override
  public void destroy() {}

  public List<long[]> entries(String account) {
    return entries.getOrDefault(account, List.of());
  }

  public void setEntries(String account, List<long[]> replaced, boolean checked) {
    entries = Map.of(account, replaced);
  }
}
