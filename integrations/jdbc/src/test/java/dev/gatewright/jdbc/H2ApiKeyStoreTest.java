package dev.gatewright.jdbc;

import javax.sql.DataSource;

class H2ApiKeyStoreTest extends JdbcApiKeyStoreContract {
  @Override
  DataSource database() {
    return Databases.h2();
  }
}
