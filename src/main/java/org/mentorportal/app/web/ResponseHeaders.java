package org.mentorportal.app.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The headers of every answer: pages, files, REST, refusals of filters and of the server itself. A valve, since a filter never sees a
 * request that the server refuses. What is no page may load nothing; screens set their own policy (app.ui.ScreenPolicy).
 */
final class ResponseHeaders extends ValveBase {

    static final String POLICY = "Content-Security-Policy";
    private static final String YEAR_IN_SECONDS = "31536000";

    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            POLICY, "default-src 'none'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin"));

    ResponseHeaders(boolean secure) {
        super(true);
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=" + YEAR_IN_SECONDS + "; includeSubDomains");
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        headers.forEach(response::setHeader);
        getNext().invoke(request, response);
        if (!response.isCommitted()) {
            headers.forEach((name, value) -> setIfReset(response, name, value));
        }
    }

    private static void setIfReset(Response response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
