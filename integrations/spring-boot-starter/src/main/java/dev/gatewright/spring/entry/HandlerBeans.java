package dev.gatewright.spring.entry;

import dev.gatewright.spring.startup.StartUpException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The beans of a context among which handlers are looked for; makes none that is not there yet.
 *
 * @param beans of the context
 */
record HandlerBeans(ListableBeanFactory beans) {

  /** The name of the bean that a handler is; empty where it is none. */
  String nameOf(Object handler) {
    for (String name :
        BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
            beans, handler.getClass(), true, false)) {
      if (beans.isSingleton(name) && !isLazy(name) && beans.getBean(name) == handler) {
        return name;
      }
    }
    return "";
  }

  /** A bean that is there already; else its type, as it is better known now than when mapped. */
  Object known(String name) {
    if (beans.containsBean(name) && beans.isSingleton(name) && !isLazy(name)) {
      return beans.getBean(name);
    }
    Class<?> type = beans.getType(name);
    if (type == null) {
      throw new StartUpException(
          "nobody can tell the type of the handler '" + name + "'", "make it a bean of one type.");
    }
    return type;
  }

  private boolean isLazy(String name) {
    return beans instanceof ConfigurableApplicationContext owner
        && owner.getBeanFactory().containsBeanDefinition(name)
        && owner.getBeanFactory().getMergedBeanDefinition(name).isLazyInit();
  }
}
