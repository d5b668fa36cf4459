package org.mentorportal.account.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.RedirectStrategy;

/** Whoever has signed in is sent on within the portal only: of an address its path and query are taken, never its host (X20, X21). */
final class OwnPaths implements RedirectStrategy {

    private static final String START = "/";

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, of(address));
    }

    static String of(String address) {
        try {
            URI asked = new URI(address);
            String path = asked.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return START;
            }
            return asked.getRawQuery() == null ? path : path + "?" + asked.getRawQuery();
        } catch (URISyntaxException none) {
            return START;
        }
    }
}
