package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeLocationTest {

  @ParameterizedTest
  @CsvSource({
    "file:/srv/shop/target/classes/, true",
    "jar:nested:/opt/shop.jar/!BOOT-INF/classes/!/, true",
    "jar:file:/opt/shop.jar!/BOOT-INF/classes!/, true",
    "jar:file:/opt/shop.war!/WEB-INF/classes!/, true",
    "file:/opt/tomcat/webapps/shop/WEB-INF/classes/, true",
    "vfs:/content/shop.war/WEB-INF/classes/, true",
    "vfs:/content/shop.war/WEB-INF/classes, true",
    "jar:nested:/opt/shop.jar/!BOOT-INF/lib/spring-core-7.0.10.jar!/, false",
    "jar:file:/opt/shop.jar!/BOOT-INF/lib/spring-core-7.0.10.jar!/, false",
    "file:/opt/tomcat/webapps/shop/WEB-INF/lib/spring-core-7.0.10.jar, false",
    "vfs:/content/shop.war/WEB-INF/lib/spring-core-7.0.10.jar/, false",
    "file:/opt/lib/spring-core-7.0.10.jar, false",
    "jrt:/java.sql, false"
  })
  void aFolderIsToldFromAnArchive(String address, boolean folder) {
    assertThat(CodeLocation.at(address).isFolder()).isEqualTo(folder);
  }

  @Test
  void aFolderWithoutASlashIsOne(@TempDir Path directory) {
    String address = directory.toUri().toString();

    assertThat(CodeLocation.at(address.substring(0, address.length() - 1)).isFolder()).isTrue();
  }
}
