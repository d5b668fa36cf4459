package org.mentorportal.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mentorportal.MentorPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * The one Spring context of all tests that need one: the whole portal with its demo school, on a throw-away PostgreSQL.
 * Each test makes its own people and services with {@link School} and never expects an empty table.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = MentorPortal.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"portal.data-dir=memory", "portal.demo=auto",
        "portal.command.per-minute=1000000", "portal.command.per-minute-staff=1000000",
        "portal.passwords.memory=1024", "portal.passwords.iterations=1"})
@Import(TestSetup.class)
public @interface PortalTest {
}
