package org.mentorportal.trail;

import org.mentorportal.command.Command;

/** Seal all that happened since the last seal. */
record MakeSeal() implements Command {
}
