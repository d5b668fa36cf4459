package org.mentorportal.mentorship;

import java.time.LocalDate;
import java.util.Set;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Command;

/** What a cycle is to be like, whether it is added or edited; see {@link CycleInfo} for the meaning of each part. */
public sealed interface CycleTerms extends Command permits AddCycle, EditCycle {

    String cycleName();

    LocalDate firstDay();

    LocalDate lastDay();

    int noShowLimit();

    Set<ServiceId> services();
}
