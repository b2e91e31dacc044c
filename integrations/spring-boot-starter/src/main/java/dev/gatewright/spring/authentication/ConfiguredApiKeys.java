package dev.gatewright.spring.authentication;

import dev.gatewright.spring.startup.StartUpException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;

/**
 * Verifies that the keys below {@code gatewright.api-keys.keys} are in use: where the application
 * looks keys up elsewhere, somebody would believe in keys that nobody accepts.
 */
final class ConfiguredApiKeys implements SmartInitializingSingleton {
  static final String BEAN = "gatewrightApiKeys";

  private final ApiKeysProperties properties;
  private final ConfigurableBeanFactory beans;

  ConfiguredApiKeys(ApiKeysProperties properties, ConfigurableBeanFactory beans) {
    this.properties = properties;
    this.beans = beans;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!properties.keys().isEmpty() && !areTaken()) {
      throw new StartUpException(
          "the property 'gatewright.api-keys.keys' is set, but the application has ApiKeys or an"
              + " ApiKeyAuthenticator of its own, which does not take these keys",
          "keep the keys where the application's own bean looks them up and remove the property,"
              + " or remove the bean.");
    }
  }

  private boolean areTaken() {
    return beans.containsBean(BEAN) && beans.getDependentBeans(BEAN).length > 0;
  }
}
