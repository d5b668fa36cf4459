package org.mentorportal.command.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Outcome;

/**
 * What a screen sends line by line, each an intention of its own. A line whose first answer is not known yet goes again under its
 * key when the person chooses the same again.
 *
 * @param <C> a choice; two that are equal are the same intention
 */
public final class BeingChecked<C> {

    private final Map<C, CommandKey> keys = new HashMap<>();

    public <O extends Outcome> O send(C choice, BiFunction<C, CommandKey, O> service) {
        CommandKey key = Optional.ofNullable(keys.remove(choice)).map(CommandKey::again).orElseGet(CommandKey::fresh);
        O outcome = service.apply(choice, key);
        if (outcome.refusal().filter(why -> why.rule() == CommandRule.BEING_CHECKED).isPresent()) {
            keys.put(choice, key);
        }
        return outcome;
    }
}
