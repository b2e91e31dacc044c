package dev.gatewright.jdbc;

import javax.sql.DataSource;

class PostgreSqlRefreshTokenStoreTest extends JdbcRefreshTokenStoreContract {
  @Override
  DataSource database() {
    return Databases.postgresql();
  }
}
