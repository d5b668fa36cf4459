package org.mentorportal.shared;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** All text that a person reads, from {@code messages*.properties}; a missing key is a fault, not a blank. */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** @throws org.springframework.context.NoSuchMessageException if there are no words for {@code key} */
    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** The name of an enum's constant, or what it says of {@code arguments}, under {@code <type>.<CONSTANT>}. */
    public String of(Enum<?> constant, Object... arguments) {
        return get(constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + constant.name(), arguments);
    }

    /** English until Spanish comes; never the machine's own. */
    static Locale locale() {
        return Locale.UK;
    }
}
