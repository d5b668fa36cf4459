package org.mentorportal.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mentorportal.shared.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A page that needs neither a session nor the database nor scripts: what happened, and what to do next. */
@Component
class PlainPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%4$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <link rel="icon" href="/assets/icon.svg">
            <link rel="stylesheet" href="/assets/portal.css">
            </head>
            <body class="plain">
            <main class="sign-in"><div class="card"><h1>%1$s</h1><p>%2$s</p><p><a class="button primary" href="/">%3$s</a></p></div></main>
            </body>
            </html>
            """;

    private final Words words;

    PlainPage(Words words) {
        this.words = words;
    }

    /** @param what key of the words, followed by ".title" and ".text" */
    void write(HttpServletResponse response, int status, String what, Object... arguments) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(PAGE.formatted(escaped(words.get(what + ".title")), escaped(words.get(what + ".text", arguments)),
                escaped(words.get("not-found.start")), words.locale().getLanguage()).getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
