package org.mentorportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test in a real browser of its own, in which nothing may fail. */
@PortalTest
public abstract class BrowserTest {

    @LocalServerPort
    private int port;

    protected Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
        assertThat(browser.faults).isEmpty();
    }
}
