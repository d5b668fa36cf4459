package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Signing in and out, and what other sites and mere reading cannot do. */
@PortalTest
class FormsTest {

    @Autowired
    School school;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    List<RequestMappingHandlerMapping> mappings;
    @LocalServerPort
    int port;

    private AccountInfo student;
    private WebClient client;

    @BeforeEach
    void visitor() {
        student = school.student();
        client = new WebClient(port);
    }

    private boolean isSignedIn(WebClient browser) {
        return browser.get("my-bookings").status() == 200;
    }

    @Test
    void v351SigningInWithoutAFormsOwnTokenIsRefused() {
        String token = client.formToken();
        String others = new WebClient(port).formToken();
        for (String wrong : List.of("", "wrong", others)) {
            assertThat(client.signIn(student.email(), School.PASSWORD, wrong).status()).as(wrong).isEqualTo(403);
        }
        for (String disguise : List.of("login?v-r=uidl", "login?v-r=init", "login?v-r=push", "login?_method=GET")) {
            assertThat(client.post(disguise, "username=" + student.email() + "&password=x", "Content-Type", "application/x-www-form-urlencoded")
                    .status()).as(disguise).isEqualTo(403);
        }
        assertThat(isSignedIn(client)).isFalse();
        assertThat(client.signIn(student.email(), School.PASSWORD, token).status()).isEqualTo(302);
        assertThat(isSignedIn(client)).isTrue();
    }

    @Test
    void v351SigningOutWithoutATokenIsRefused() {
        client.signedIn(student.email(), School.PASSWORD);
        assertThat(client.post("logout", "").status()).isEqualTo(403);
        assertThat(client.post("logout?v-r=uidl", "").status()).isEqualTo(403);
        client.get("logout");
        assertThat(isSignedIn(client)).isTrue();
    }

    @Test
    void v351ACallOfAScreenWithoutItsKeyIsRefused() {
        client.signedIn(student.email(), School.PASSWORD);
        WebClient.Tab tab = client.open("my-bookings");
        String forged = client.post(tab.path(), tab.call().replace(tab.key(), "00000000-0000-0000-0000-000000000000"), "Content-Type", "application/json").text();
        assertThat(forged).contains("appError", "\"changes\":{}").doesNotContain("\"changes\":[");
        assertThat(client.post(tab.path(), tab.call(), "Content-Type", "application/json").status()).isEqualTo(200);
    }

    @Test
    void x15NothingChangesByGetOrHeadWhateverTheAddressAndItsParameters() {
        client.signedIn(student.email(), School.PASSWORD);
        Set<String> paths = new TreeSet<>(List.of("login", "logout", "tab-closed", "?v-r=uidl&v-uiId=0", "error"));
        mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPathPatternsCondition() == null ? Stream.of() : info.getPathPatternsCondition().getPatternValues().stream())
                .forEach(path -> paths.add(path.substring(1).replaceAll("\\{\\w+}", "1").replaceAll("\\*+", "x")));
        assertThat(paths.size()).isGreaterThan(25);
        String before = everything();
        for (String path : paths) {
            String way = path.contains("?") ? "&" : "?";
            String odd = path + way + "_method=POST&X-HTTP-Method-Override=POST&confirm=true&action=cancel&id=1";
            assertThat(client.get(odd).status()).as(path).isLessThan(500);
            assertThat(client.send("HEAD", odd, "", "X-HTTP-Method-Override", "DELETE").status()).as(path).isLessThan(500);
        }
        assertThat(everything()).isEqualTo(before);
        System.out.printf("GET and HEAD of %d mappings: 0 rows written%n", paths.size());
    }

    /** Nobody else's tests run at the same time. */
    private String everything() {
        return jdbc.sql("select (select count(*) from audit_event) || ' ' || (select count(*) from command_receipt) || ' ' || (select count(*) from booking)")
                .query(String.class).single();
    }

    @Test
    void everyEndpointThatChangesSomethingIsNoGet() {
        assertThat(mappings.stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(entry -> Stream.of(entry.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType().getSimpleName().equals("CommandKey"))).toList()).isEmpty();
    }

    @Test
    void v372X20AfterTheSignInOneIsSentToOnesOwnPagesOnly() {
        for (String evil : List.of("//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example/x", "data:text/html,x", "%2f%2fevil.example",
                "javascript:alert(1)", "/%09/evil.example", "https:evil.example")) {
            var browser = new WebClient(port);
            String encoded = java.net.URLEncoder.encode(evil, java.nio.charset.StandardCharsets.UTF_8);
            browser.get("login?continue=" + encoded + "&Saved-url=" + encoded + "&redirect=" + encoded);
            String token = browser.formToken();
            WebClient.Answer answer = browser.post("login?continue=" + encoded + "&Saved-url=" + encoded, "username=" + student.email()
                    + "&password=" + School.PASSWORD.replace(' ', '+') + "&_csrf=" + token + "&Saved-url=" + encoded + "&continue=" + encoded,
                    "Content-Type", "application/x-www-form-urlencoded");
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.header("Location")).as(evil).isEqualTo("/");
        }
    }

    @Test
    void v372X20AndToWhatOneHadAskedForIfItIsOne() {
        client.get("my-bookings?x=1", "Accept", "text/html");
        assertThat(client.signIn(student.email(), School.PASSWORD, client.formToken()).header("Location")).startsWith("/my-bookings?x=1");
    }

    @Test
    void v724TheSessionsNumberChangesAtTheSignInAndIsNeverInAnAddress() {
        client.get("login");
        String before = client.cookie();
        client.signedIn(student.email(), School.PASSWORD);
        assertThat(client.cookie()).isNotEqualTo(before);
        assertThat(client.get("my-bookings;portal=" + before.replaceFirst(".*=", "")).status()).isEqualTo(400);
    }
}
