package org.mentorportal.catalogue;

import java.util.List;
import org.mentorportal.command.Command;

/** See {@link ServiceInfo} for the meaning of each part. */
public record AddService(ResourceId resource, String serviceName, Timing timing, int capacity, int players, Approval approval,
                         Limits limits, List<Hours> hours) implements Command {

    public AddService {
        hours = List.copyOf(hours);
    }
}
