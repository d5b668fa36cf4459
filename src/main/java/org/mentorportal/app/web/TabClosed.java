package org.mentorportal.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a tab is sent that was one too many. No screen, since that would be one more. */
@Controller
public class TabClosed {

    public static final String PATH = "/tab-closed";

    private final PlainPage page;
    private final WebSettings settings;

    TabClosed(PlainPage page, WebSettings settings) {
        this.page = page;
        this.settings = settings;
    }

    @GetMapping(PATH)
    void answer(HttpServletResponse response) throws IOException {
        page.write(response, HttpStatus.OK.value(), "page.tab-closed", settings.screensPerSession());
    }
}
