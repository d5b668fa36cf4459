package org.mentorportal.app.database;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the school's zone as it was at the first start. Days, weeks and opening hours of all stored bookings are meant in
 * it, so another zone would silently move them.
 */
@Component
@DependsOnDatabaseInitialization
class ZoneGuard {

    ZoneGuard(JdbcClient database, @Value("${portal.zone}") String zone) {
        requireZone(zone);
        database.sql("insert into school (id, zone) values (1, :zone) on conflict do nothing").param("zone", zone).update();
        String stored = database.sql("select zone from school where id = 1").query(String.class).single();
        if (!stored.equals(zone)) {
            throw new StartRefused("This school keeps its time in %s and portal.zone now says %s: set PORTAL_ZONE=%s."
                    .formatted(stored, zone, stored));
        }
    }

    private static void requireZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new StartRefused("portal.zone is no time zone (%s): set PORTAL_ZONE to one such as Europe/Madrid.".formatted(zone), unknown);
        }
    }
}
