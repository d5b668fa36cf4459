package org.mentorportal.mentorship;

import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/** @param lead the mentor who decides about the mentee; a mentor names themselves */
public record EnrolStudent(CycleId cycle, AccountId student, AccountId lead) implements Command {
}
