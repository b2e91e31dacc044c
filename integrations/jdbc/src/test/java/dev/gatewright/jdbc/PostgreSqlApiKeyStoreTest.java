package dev.gatewright.jdbc;

import javax.sql.DataSource;

class PostgreSqlApiKeyStoreTest extends JdbcApiKeyStoreContract {
  @Override
  DataSource database() {
    return Databases.postgresql();
  }
}
