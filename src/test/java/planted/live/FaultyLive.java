package planted.live;

import org.mentorportal.command.Commands;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

final class FaultyLive {

    static class KnowsJdbcClient {
        JdbcClient jdbc;
    }

    static class KnowsJdbcTemplate {
        JdbcTemplate jdbc;
    }

    static class KnowsCommands {
        Commands commands;
    }

    static class KnowsJpa {
        jakarta.persistence.EntityManager entities;
    }
}
