package dev.gatewright.example.authorization;

import dev.gatewright.sample.shared.Person;
import dev.gatewright.sample.shared.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.tools.Server;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs the bank's own jar in a process of its own, on a database that tests can write to. */
final class BankProcess extends Requests {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String LOCALHOST = "127.0.0.1";

  private final JdbcClient database;

  private BankProcess(String root, JdbcClient database) {
    super(root);
    this.database = database;
  }

  /** Returns a port at which nobody listens yet. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a bank that believes this machine, as a proxy, about addresses, and that reaches the
   * authorization server by this connection.
   */
  static BankProcess start(int port, Connection connection) {
    List<String> arguments = new ArrayList<>(connection.propertiesOfTheBank());
    arguments.add("--gatewright.transport.trusted-proxies=" + LOCALHOST);
    return start(port, arguments);
  }

  /**
   * Starts the bank, and returns when it accepts connections. It ends with this process.
   *
   * @param port port of the bank
   * @param arguments properties, as {@code --name=value}
   */
  static BankProcess start(int port, List<String> arguments) {
    Path jar = Path.of(System.getProperty("bank.jar", "../../sample-app/target/no.jar"));
    if (Files.notExists(jar)) {
      throw new IllegalStateException(
          "The bank is not there: "
              + jar
              + ". Fix: build it before, by 'mvn -B -pl sample-app,examples/authorization-server"
              + " -am verify'.");
    }
    String name = "bank-" + UUID.randomUUID();
    try {
      Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
      Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "bank", ".log");
      log.toFile().deleteOnExit();
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx256m",
                  "-jar",
                  jar.toString(),
                  "--server.port=" + port,
                  "--spring.sql.init.mode=always",
                  "--spring.datasource.url=jdbc:h2:tcp://%s:%d/mem:%s;DB_CLOSE_DELAY=-1"
                      .formatted(LOCALHOST, server.getPort(), name),
                  "--spring.datasource.username=sa"));
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      awaitConnections(process, port, log);
      return new BankProcess(
          "http://" + LOCALHOST + ":" + port,
          JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:" + name, "sa", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitConnections(Process process, int port, Path log) throws IOException {
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(giveUp)) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException notYet) {
        sleep();
      }
    }
    process.destroyForcibly();
    throw new IllegalStateException("The bank did not start:\n" + Files.readString(log));
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the header of a customer of the demonstration who logged in at the bank itself. */
  String[] loggedInAsAlice() {
    HttpResponse<String> answer =
        post("/login", "{\"username\":\"alice\",\"password\":\"white-rabbit\"}");
    return new String[] {"Authorization", "Bearer " + AuthorizationServer.accessToken(answer)};
  }

  /** Makes somebody a customer who has an account with this balance. */
  Person openAccount(Person person, String balance) {
    database
        .sql(
            "insert into customer (username, email, password_hash, one_time_code_secret, role,"
                + " scopes) values (?, ?, null, ?, 'customer', 'accounts:read')")
        .params(person.username(), person.username() + "@example.com", person.oneTimeCodeSecret())
        .update();
    database
        .sql("insert into account (id, owner, balance) values (?, ?, ?)")
        .params(person.account(), person.username(), new BigDecimal(balance))
        .update();
    return person;
  }
}
