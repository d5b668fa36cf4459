package org.mentorportal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A school's booking portal. Its modules and their directions: README.md. */
@SpringBootApplication
public class MentorPortal {

    public static void main(String[] args) {
        if (List.of(args).contains("check")) {
            lookAt(args);
        } else if (List.of(args).contains("seal")) {
            lookAt(with(args, "--portal.seal=true"));
        } else {
            new SpringApplication(MentorPortal.class).run(args);
        }
    }

    /**
     * Compares the stored rows with the rules, or seals the trail; StoredRulesCheck or TrailSealing reports and ends the process. The
     * same application, but only what they need of it is made, no port is opened and no demo school is written.
     */
    private static void lookAt(String[] args) {
        var portal = new SpringApplication(MentorPortal.class);
        portal.setLazyInitialization(true);
        portal.setLogStartupInfo(false);
        try {
            portal.run(with(args, "--portal.check=true", "--portal.demo=off", "--server.port=-1", "--logging.level.root=warn"));
        } catch (RuntimeException saidAlready) {
            System.err.println("It could not be done.");
        }
        System.exit(2);
    }

    private static String[] with(String[] args, String... more) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
