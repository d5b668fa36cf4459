package org.mentorportal.app.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a screen's page may load and run: scripts of the portal's own files and those that carry this page's nonce, so that neither
 * a script nor a handler that came in with somebody's text runs. {@code unsafe-eval} and inline styles are what Vaadin 25.2
 * cannot do without, and its page needs one {@code base} of its own (docs/decisions.md).
 */
@Component
class ScreenPolicy implements VaadinServiceInitListener {

    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::secure);
    }

    private void secure(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", "default-src 'none'; "
                + "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; script-src-attr 'none'; style-src 'self' 'unsafe-inline'; "
                + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
    }
}
