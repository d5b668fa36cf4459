package org.mentorportal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A school's booking portal. Modules and their directions: docs/README of the module map in README.md. */
@SpringBootApplication
public class MentorPortal {

    public static void main(String[] args) {
        SpringApplication.run(MentorPortal.class, args);
    }
}
