package org.mentorportal.catalogue;

import org.jspecify.annotations.Nullable;
import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.PlainText;

/** @param mentor the mentor's account, or null for a ground */
public record AddResource(String resourceName, @Nullable AccountId mentor) implements Command {

    public AddResource {
        resourceName = PlainText.of(resourceName);
    }
}
