package org.mentorportal.catalogue;

import java.util.List;
import org.mentorportal.shared.PlainText;

public record AddService(ResourceId resource, String serviceName, Timing timing, int capacity, int players, Approval approval,
                         Limits limits, List<Hours> hours) implements ServiceTerms {

    public AddService {
        serviceName = PlainText.of(serviceName);
        hours = Hours.inOrder(hours);
    }
}
