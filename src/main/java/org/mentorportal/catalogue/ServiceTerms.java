package org.mentorportal.catalogue;

import java.util.List;
import org.mentorportal.command.Command;

/** What a service is to be like, whether it is added or edited; see {@link ServiceInfo} for the meaning of each part. */
public sealed interface ServiceTerms extends Command permits AddService, EditService {

    String serviceName();

    Timing timing();

    int capacity();

    int players();

    Approval approval();

    Limits limits();

    List<Hours> hours();
}
