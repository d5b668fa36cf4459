package org.mentorportal.booking.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.trail.Replayed;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run left in its trail: one event for each change of a booking or an enrolment, from which the rows can be rebuilt. */
record StoredTrail(ApplicationContext context) {

    @Nullable String divergence(World world) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        List<Long> bookings = jdbc.sql("select id from booking where service_id = any(:services) and starts_at >= :from and starts_at < :to")
                .param("services", world.services().values().stream().map(service -> service.id().value()).toArray(Long[]::new))
                .param("from", SqlTime.utc(world.begins())).param("to", SqlTime.utc(world.ends())).query(Long.class).list();
        List<Long> enrolments = jdbc.sql("select e.id from enrolment e join cycle c on c.id = e.cycle_id where starts_with(c.name, :name)")
                .param("name", world.cycleName()).query(Long.class).list();
        List<String> differences = new Replayed(context).differences(bookings, enrolments);
        return differences.isEmpty() ? null : "the trail is not what is stored\n" + String.join("\n", differences);
    }
}
