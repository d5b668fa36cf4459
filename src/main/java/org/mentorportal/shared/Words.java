package org.mentorportal.shared;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** All text that a person reads, from {@code messages*.properties}; a missing key is a fault, not a blank. */
@Component
public class Words {

    private final MessageSource messages;
    private final List<ReadersLanguage> readers;

    /** @param readers the first that knows says in which language; screens before requests */
    Words(MessageSource messages, List<ReadersLanguage> readers) {
        this.messages = messages;
        this.readers = readers;
    }

    /** @throws org.springframework.context.NoSuchMessageException if there are no words for {@code key} */
    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** The name of an enum's constant, or what it says of {@code arguments}, under {@code <type>.<CONSTANT>}. */
    public String of(Enum<?> constant, Object... arguments) {
        return get(constant.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + constant.name(), arguments);
    }

    /** The language of whoever is being answered on this thread; English, if it is nobody. */
    public Locale locale() {
        return readers.stream().flatMap(reader -> reader.language().stream()).findFirst().orElse(Languages.ENGLISH);
    }
}
