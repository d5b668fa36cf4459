package org.mentorportal.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * What a password may be (ASVS 5.0, V6.2): long enough and not what guessers try first. Any characters, in any mixture; it is
 * taken as it was typed, to the last character. Asks nobody outside: the lists of common passwords, names and words are those of
 * zxcvbn.
 */
@Component
public class PasswordRules {

    /** In characters as people count them, not in bytes or halves. */
    public static final int LEAST = 8;
    public static final int RECOMMENDED = 15;
    public static final int MOST = 128;
    /** Shorter parts of names are in too many good passwords. */
    private static final int SHORTEST_WORD = 3;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> contextWords;
    private final Set<String> common;

    PasswordRules(PasswordSettings settings) {
        this.contextWords = settings.contextWords();
        this.common = common();
    }

    private static Set<String> common() {
        try {
            return StandardDictionaries.loadAllDictionaries().stream().map(Dictionary::getFrequencies).flatMap(List::stream)
                    .filter(word -> word.length() >= LEAST).map(PasswordRules::small).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int commonOnes() {
        return common.size();
    }

    /**
     * Why {@code password} is none for somebody who is known by {@code names}: their name and e-mail address.
     * The words of those may be in a password, but it must be long enough without them.
     */
    Optional<Refused> firstBroken(String password, Collection<String> names) {
        if (!WholeCharacters.in(password)) {
            return Optional.of(Refused.because(AccountRule.PASSWORD_CHARACTERS));
        }
        if (length(password) < LEAST) {
            return Optional.of(Refused.because(AccountRule.PASSWORD_SHORT, LEAST, RECOMMENDED));
        }
        if (length(password) > MOST) {
            return Optional.of(Refused.because(AccountRule.PASSWORD_LONG, MOST));
        }
        if (common.contains(small(password))) {
            return Optional.of(Refused.because(AccountRule.PASSWORD_COMMON));
        }
        return length(without(words(names), small(password))) < LEAST
                ? Optional.of(Refused.because(AccountRule.PASSWORD_ABOUT_YOU)) : Optional.empty();
    }

    private List<String> words(Collection<String> names) {
        return Stream.concat(contextWords.stream(), names.stream()).flatMap(BETWEEN_WORDS::splitAsStream)
                .map(PasswordRules::small).filter(word -> word.length() >= SHORTEST_WORD).toList();
    }

    private static String without(List<String> words, String password) {
        String left = password;
        for (String word : words) {
            left = left.replace(word, "");
        }
        return left;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
