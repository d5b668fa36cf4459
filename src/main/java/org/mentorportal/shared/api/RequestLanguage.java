package org.mentorportal.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentorportal.shared.Languages;
import org.mentorportal.shared.ReadersLanguage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whoever sent the request reads what its browser or program says, or what was chosen there. */
@Component
@Order(2)
class RequestLanguage implements ReadersLanguage {

    private static final String KNOWN = RequestLanguage.class.getName();

    @Override
    public Optional<Locale> language() {
        return Stream.ofNullable(RequestContextHolder.getRequestAttributes())
                .flatMap(known -> known instanceof ServletRequestAttributes of ? Stream.of(of.getRequest()) : Stream.empty())
                .map(RequestLanguage::known).findFirst();
    }

    /** Read once a request, not once a word. */
    private static Locale known(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Locale known) {
            return known;
        }
        Locale language = Languages.of(request);
        request.setAttribute(KNOWN, language);
        return language;
    }
}
