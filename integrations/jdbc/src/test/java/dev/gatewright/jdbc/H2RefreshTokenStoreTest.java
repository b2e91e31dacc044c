package dev.gatewright.jdbc;

import javax.sql.DataSource;

class H2RefreshTokenStoreTest extends JdbcRefreshTokenStoreContract {
  @Override
  DataSource database() {
    return Databases.h2();
  }
}
