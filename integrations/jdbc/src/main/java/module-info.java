/** Stores of Gatewright in a relational database. */
module dev.gatewright.jdbc {
  requires transitive dev.gatewright.authentication;
  requires static transitive dev.gatewright.issuing;
  requires transitive java.sql;
  requires static transitive org.jspecify;

  exports dev.gatewright.jdbc;
}
