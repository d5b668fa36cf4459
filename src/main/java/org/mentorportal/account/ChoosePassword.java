package org.mentorportal.account;

import org.mentorportal.command.Command;

/**
 * A person chooses a password with a link. The password is no part of the command.
 *
 * @param link number of the link
 */
record ChoosePassword(long link) implements Command {
}
