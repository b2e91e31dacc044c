/** API keys and refresh tokens in a relational database, by plain JDBC. */
@NullMarked
package dev.gatewright.jdbc;

import org.jspecify.annotations.NullMarked;
