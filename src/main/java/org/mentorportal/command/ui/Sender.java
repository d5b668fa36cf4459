package org.mentorportal.command.ui;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;

/**
 * What one dialog sends. Its key is made when the dialog opens; the same data again goes under the same key, so that it is
 * never done twice, and other data is another intention.
 */
public final class Sender<C extends Command> {

    private CommandKey key = CommandKey.fresh();
    private @Nullable C sent;

    public <O> O send(C command, BiFunction<C, CommandKey, O> service) {
        if (sent != null) {
            key = sent.equals(command) ? key.again() : CommandKey.fresh();
        }
        sent = command;
        return service.apply(command, key);
    }
}
