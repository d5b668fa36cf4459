package org.mentorportal.command;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Marks one intention of one person, so that it is run once however often it arrives: made when a dialog opens, or sent by a
 * client. Two people may use the same key.
 *
 * @param value        1 to 200 visible characters of ASCII
 * @param firstSending whether this is certainly the first time that the key is sent, so that no first answer can exist
 */
public record CommandKey(String value, boolean firstSending) implements Serializable {

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");

    /** @throws IllegalArgumentException if {@code value} is not 1 to 200 visible characters of ASCII */
    public CommandKey {
        if (!VISIBLE.matcher(value).matches()) {
            throw new IllegalArgumentException("a command key has 1 to 200 visible characters");
        }
    }

    /** For an intention that was never sent before. */
    public static CommandKey fresh() {
        return new CommandKey(UUID.randomUUID().toString(), true);
    }

    /** A client's own key, which may have been sent before; nothing if it is none. */
    public static Optional<CommandKey> sent(String value) {
        return VISIBLE.matcher(value).matches() ? Optional.of(new CommandKey(value, false)) : Optional.empty();
    }

    /** The same key once more. */
    public CommandKey again() {
        return new CommandKey(value, false);
    }
}
