package org.mentorportal.shared.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The version that a caller looked at, from the If-Match header: {@code "3"} with its quotes, as it came in an ETag.
 *
 * @param version null if the caller named none
 */
public record IfMatch(@Nullable Integer version) {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,9})\"");

    static IfMatch of(@Nullable String header) {
        if (header == null) {
            return new IfMatch(null);
        }
        Matcher etag = ETAG.matcher(header.strip());
        if (!etag.matches()) {
            throw new BadRequest("If-Match");
        }
        return new IfMatch(Integer.valueOf(etag.group(1)));
    }

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** @throws ProblemException 428 if the caller named none */
    public int needed(Problems problems) {
        if (version == null) {
            throw new ProblemException(problems.of(HttpStatus.PRECONDITION_REQUIRED));
        }
        return version;
    }
}
