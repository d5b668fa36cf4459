package org.mentorportal.app.database;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mentorportal.MentorPortal;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.FirstAdmin;
import org.mentorportal.account.LinkToken;
import org.mentorportal.account.PasswordOutcome;
import org.mentorportal.account.SetUp;
import org.mentorportal.account.TestSignIn;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole portal in a process of its own, told where its database is by nothing but its environment, and used once. A
 * second portal in the tests' own process would replace what Spring Security and Vaadin keep in static fields.
 */
class PortalVisit {

    private static final String SAID = "visit: ";

    private final JdbcClient jdbc;
    private final School school;
    private final Desk desk;
    private final ConfigurableApplicationContext portal;

    private PortalVisit(ConfigurableApplicationContext portal) {
        this.portal = portal;
        jdbc = portal.getBean(JdbcClient.class);
        school = portal.getBean(School.class);
        desk = portal.getBean(Desk.class);
    }

    /** @return what the visit said, line by line */
    static List<String> with(Map<String, String> environment) throws IOException, InterruptedException {
        return with(environment, List.of());
    }

    /** That starts at {@code moment} by its clock, is looked at, and ends. */
    static List<String> at(Instant moment, Map<String, String> environment) throws IOException, InterruptedException {
        return with(environment, List.of(moment.toString()));
    }

    private static List<String> with(Map<String, String> environment, List<String> arguments) throws IOException, InterruptedException {
        // An empty folder: the tests' class path includes the working folder, and nothing in it may be found twice
        Path folder = Files.createTempDirectory("visit");
        Path output = folder.resolve("output");
        var builder = new ProcessBuilder(Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), PortalVisit.class.getName()), arguments.stream()).toList())
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("PORTAL_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException("The portal " + (ended ? "failed:\n" : "did not end:\n") + Files.readString(output));
            }
            try (var lines = Files.lines(output)) {
                return lines.filter(line -> line.startsWith(SAID)).map(line -> line.substring(SAID.length())).toList();
            }
        } finally {
            process.destroyForcibly();
            PrivateFiles.deleteFolder(folder);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var builder = new SpringApplicationBuilder(MentorPortal.class, School.class, Desk.class, TestSignIn.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        if (arguments.length == 0) {
            ConfigurableApplicationContext portal = builder.run();
            new PortalVisit(portal).run();
            System.exit(SpringApplication.exit(portal));
        }
        ConfigurableApplicationContext portal = builder.initializers(context -> ((GenericApplicationContext) context).registerBean("laterClock",
                Clock.class, () -> later(context, Instant.parse(arguments[0])), definition -> definition.setPrimary(true))).run();
        say("health " + new PortalVisit(portal).health() + " at " + portal.getBean(Clock.class).instant().atZone(portal.getBean(Clock.class).getZone()).toLocalDate());
        System.exit(SpringApplication.exit(portal));
    }

    private static Clock later(ApplicationContext portal, Instant begin) {
        ZoneId zone = portal.getEnvironment().getRequiredProperty("portal.zone", ZoneId.class);
        return new PortalClock(Clock.offset(Clock.system(zone), Duration.between(Instant.now(), begin)));
    }

    private void run() throws IOException, InterruptedException {
        say("signed in as " + jdbc.sql("select session_user").query(String.class).single());
        say("people before: " + jdbc.sql("select count(*) from account").query(Integer.class).single());
        say("health " + health());
        setUp();
        book();
        for (StoredRule rule : portal.getBeanProvider(StoredRule.class).stream().toList()) {
            rule.faults().forEach(fault -> say("fault: " + rule.name() + " " + fault));
        }
    }

    /** X25, V6.3.2: four set the portal up at once, and another one afterwards. */
    private void setUp() throws IOException, InterruptedException {
        FirstAdmin firstAdmin = portal.getBean(FirstAdmin.class);
        say("set-up page " + status("set-up"));
        LinkToken token = new LinkToken(Files.readString(Path.of("data", "set-up-token")).strip());
        say("set-up token is for its owner alone: " + PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("data", "set-up-token"))));
        say("with another token: " + refusal(firstAdmin.setUp(new SetUp("eve@test.school", "Eve"), new LinkToken("guess"), "seven grey ponies", CommandKey.fresh())));
        say("a day later: " + PortalClock.at(Instant.now().plus(FirstAdmin.TOKEN_AGE), () -> refusal(firstAdmin.setUp(
                new SetUp("eve@test.school", "Eve"), token, "seven grey ponies", CommandKey.fresh()))));
        List<Supplier<PasswordOutcome>> all = Stream.of("ann", "ben", "cat", "dan").<Supplier<PasswordOutcome>>map(name -> () ->
                firstAdmin.setUp(new SetUp(name + "@test.school", name), token, "seven grey ponies", CommandKey.fresh())).toList();
        say("four at once: " + Race.of(all).stream().map(PortalVisit::refusal).sorted().toList());
        say("admins: " + jdbc.sql("select count(*) from account_role where role = 'ADMIN'").query(Integer.class).single());
        say("afterwards: " + refusal(firstAdmin.setUp(new SetUp("eve@test.school", "Eve"), token, "seven grey ponies", CommandKey.fresh())));
        say("set-up page " + status("set-up"));
        say("a principal's way in: " + portal.getBean(TestSignIn.class).stepOf(school.principal()) + ", a student's: "
                + portal.getBean(TestSignIn.class).stepOf(school.student()));
    }

    private static String refusal(PasswordOutcome outcome) {
        return outcome.refusal().map(why -> why.rule().name()).orElse("done");
    }

    private void book() {
        AccountInfo ann = school.student();
        AccountInfo ben = school.student();
        ServiceInfo service = school.service();
        Instant ten = school.in(1, "10:00");
        BookingDetails anns = desk.book(ann, service, ten);
        say("Ann's request is " + desk.statusOf(anns));
        say("Ben is refused: " + Desk.refusal(desk.ask(ben, service, ten)));
        desk.approve(school.principal(), anns);
        say("Ann's request is " + desk.statusOf(anns));
        desk.cancel(ann, anns, "");
        say("Ann's request is " + desk.statusOf(anns));
        say("Ben's request is " + desk.statusOf(desk.book(ben, service, ten)));
        say("Ann's trail is " + desk.trailOf(anns).size() + " long");
    }

    private int health() throws IOException, InterruptedException {
        return status("actuator/health");
    }

    private int status(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + portal.getEnvironment().getRequiredProperty("local.server.port") + "/" + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*").build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static void say(String line) {
        System.out.println(SAID + line);
    }

    /** The tests lie in the portal's packages, where it looks for its parts. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory factory) throws IOException {
            return found.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }
}
