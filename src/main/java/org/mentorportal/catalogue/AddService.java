package org.mentorportal.catalogue;

import java.util.List;

public record AddService(ResourceId resource, String serviceName, Timing timing, int capacity, int players, Approval approval,
                         Limits limits, List<Hours> hours) implements ServiceTerms {

    public AddService {
        serviceName = serviceName.strip();
        hours = Hours.inOrder(hours);
    }
}
