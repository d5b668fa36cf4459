package org.mentorportal.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** The languages that the portal speaks. English is for everybody who asks for none of them; the machine's own language never counts. */
public final class Languages {

    public static final Locale ENGLISH = Locale.UK;
    public static final Locale SPANISH = Locale.of("es", "ES");
    public static final List<Locale> ALL = List.of(ENGLISH, SPANISH);

    /** A cookie with the tag of the language that a person chose in this browser; no more than a wish, so scripts may write it. */
    public static final String COOKIE = "portal-language";

    /** Browsers send a few dozen characters; a longer list costs more to read than it could tell. */
    private static final int LONGEST_HEADER = 200;

    private static final List<Locale> SPOKEN = ALL.stream().map(language -> Locale.of(language.getLanguage())).toList();

    private Languages() {
    }

    /** What was chosen in the browser that sent {@code request}, or what the browser or program asks for. */
    public static Locale of(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        return of(chosen == null ? null : chosen.getValue(), request.getHeader("Accept-Language"));
    }

    /**
     * @param chosen   the cookie's value
     * @param accepted the header {@code Accept-Language}
     */
    static Locale of(@Nullable String chosen, @Nullable String accepted) {
        return ALL.stream().filter(language -> language.getLanguage().equals(chosen)).findFirst().orElseGet(() -> accepted(accepted));
    }

    private static Locale accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return best == null ? ENGLISH : ALL.get(SPOKEN.indexOf(best));
        } catch (IllegalArgumentException noLanguage) {
            return ENGLISH;
        }
    }
}
