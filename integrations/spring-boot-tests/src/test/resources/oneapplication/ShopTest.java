package oneapplication;

import static dev.gatewright.test.TestCaller.anonymous;
import static dev.gatewright.test.TestCaller.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.test.TestCallers;
import dev.gatewright.test.WithCaller;
import lombok.RequiredArgsConstructor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** As the application's team tests it. */
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("test")
@WithCaller(value = "alice", roles = "customer", scopes = "orders:write")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@RequiredArgsConstructor
class ShopTest {
    private static final String ORDER = """
            {"isbn": "ISBN 9780134685991", "copies": 1, "delivery": "24.12.2026",
             "address": {"street": "Ring 1", "city": "Wien"}}""";

    private final MockMvcTester mvc;
    private final TestCallers callers;
    private final Ledger ledger;

    @Test
    void aliceOrders() {
        assertThat(mvc.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).content(ORDER))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.orderedBy")
                .isEqualTo("alice");
    }

    @Test
    void othersDoNot() {
        assertThat(mvc.get().uri("/orders/1").with(anonymous())).hasStatus(401);
        assertThat(mvc.get().uri("/orders/1").with(caller("bob"))).hasStatus(403);
        assertThat(mvc.post().uri("/orders").contentType(MediaType.APPLICATION_JSON)
                .content(ORDER.replace("1,", "11,")))
                .hasStatus(422);
        assertThat(mvc.get().uri("/orders/1")).hasStatus(404);
    }

    @Test
    void aFileIsAttached() {
        assertThat(mvc.post().uri("/orders/1/attachments").multipart()
                .file(new MockMultipartFile("files", "a.txt", "text/plain", "abc".getBytes()))
                .file(new MockMultipartFile("note", "", "application/json",
                        "{\"text\":\"hello\",\"written\":\"01.12.2026\"}".getBytes())))
                .hasStatusOk()
                .bodyText()
                .contains("a.txt=abc");
    }

    @Test
    @WithCaller(value = "bob", roles = "pro")
    void thePlanIsCountedForEachTest() {
        for (int i = 0; i < 3; i++) {
            assertThat(mvc.get().uri("/recommendations")).hasStatusOk();
        }
        assertThat(mvc.get().uri("/recommendations")).hasStatus(429);
        assertThat(mvc.get().uri("/recommendations").with(caller("carl"))).hasStatusOk();
    }

    @Test
    void theServiceIsGuardedToo() {
        assertThat(ledger.counts()).containsKey("placed");
        assertThatThrownBy(() -> callers.run(caller("bob"), () -> ledger.counts()))
                .isInstanceOf(RefusedException.class);
    }
}
