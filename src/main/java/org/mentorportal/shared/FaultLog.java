package org.mentorportal.shared;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down a fault under a number that its person is told instead of its cause. */
@Component
public class FaultLog {

    private static final Logger log = LoggerFactory.getLogger(FaultLog.class);

    private final RandomGenerator random = new SecureRandom();

    /** @return the reference number */
    public String note(Throwable fault) {
        String reference = HexFormat.of().toHexDigits(random.nextInt());
        log.error("fault {}", reference, fault);
        return reference;
    }

    /** What nobody has to be told a number for: it may be asked again. */
    public void note(Outage outage, Throwable cause) {
        log.warn("the database could not be asked: {}", outage.state(), cause);
    }
}
