package org.mentorportal;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the code may know of itself (DESIGN.md sections 3, 6 and 8). Each rule has a fault planted under {@code planted},
 * and a second test shows that the rule sees it.
 */
class ArchitectureTest {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.mentorportal");

    /** Files and processes have the machine's time, and its servers end with the process. */
    private static final String MACHINE = "org.mentorportal.app.database";

    // Modules

    /** No rule holds because it looked past a module. */
    @Test
    void everyModuleIsLookedAt() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of("src/main/java/org/mentorportal"))) {
            assertThat(modules.filter(Files::isDirectory).map(module -> "org.mentorportal." + module.getFileName()))
                    .contains("org.mentorportal.session", "org.mentorportal.mentorship").allMatch(PORTAL::containPackage);
        }
    }

    @Test
    void modulesDependOneWayAndOnlyOnWhatTheySay() {
        ApplicationModules.of(MentorPortal.class).verify();
    }

    @Test
    void modulesRuleSeesItsFault() {
        assertThatThrownBy(() -> ApplicationModules.of("planted.modules", new ImportOption.OnlyIncludeTests()).verify())
                .hasMessageContaining("Cycle detected: Slice one").hasMessageContaining("Module 'one' depends on module 'two'");
    }

    // Screens

    private static final ArchRule VAADIN_STAYS_IN_UI = noClasses().that().resideOutsideOfPackage("..ui..")
            .should().dependOnClassesThat().resideInAPackage("com.vaadin..");

    @Test
    void vaadinStaysInUi() {
        VAADIN_STAYS_IN_UI.check(PORTAL);
    }

    @Test
    void vaadinRuleSeesItsFault() {
        assertSees(VAADIN_STAYS_IN_UI, "planted.booking.FaultyScreenPart");
    }

    private static final ArchRule SCREENS_ARE_PACKAGE_PRIVATE = classes()
            .that().areAnnotatedWith("com.vaadin.flow.router.Route").should().notBePublic().allowEmptyShould(true);

    @Test
    void screensArePackagePrivate() {
        SCREENS_ARE_PACKAGE_PRIVATE.check(PORTAL);
    }

    @Test
    void screensRuleSeesItsFault() {
        assertSees(SCREENS_ARE_PACKAGE_PRIVATE, "planted.booking.ui.FaultyScreen");
    }

    // Entities and repositories

    private static final ArchRule ENTITIES_STAY_IN_THEIR_MODULE = classes().that().areAnnotatedWith(Entity.class)
            .or().areAnnotatedWith(Embeddable.class).or().areAssignableTo(Repository.class).should().notBePublic();

    @Test
    void entitiesAndRepositoriesStayInTheirModule() {
        ENTITIES_STAY_IN_THEIR_MODULE.check(PORTAL);
    }

    @Test
    void entitiesRuleSeesItsFault() {
        assertSees(ENTITIES_STAY_IN_THEIR_MODULE, "planted.booking.FaultyEntity");
        assertSees(ENTITIES_STAY_IN_THEIR_MODULE, "planted.booking.BookingRepository");
    }

    private static final ArchRule TRANSITIONS_ARE_VERBS = methods().that().areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class).should().haveNameNotMatching("set[A-Z].*");

    @Test
    void transitionsAreVerbs() {
        TRANSITIONS_ARE_VERBS.check(PORTAL);
    }

    @Test
    void transitionsRuleSeesItsFault() {
        assertSees(TRANSITIONS_ARE_VERBS, "planted.booking.FaultyEntity");
    }

    private static final ArchRule BOOKINGS_HAVE_NO_SAVE = methods().that().areDeclaredInClassesThat()
            .haveSimpleName("BookingRepository").should().haveNameNotMatching("(save|insert|persist|delete).*");
    private static final ArchRule BOOKINGS_INHERIT_NO_SAVE = classes().that().haveSimpleName("BookingRepository")
            .should().notBeAssignableTo(CrudRepository.class);

    @Test
    void bookingRepositoryHasNoSave() {
        BOOKINGS_HAVE_NO_SAVE.check(PORTAL);
        BOOKINGS_INHERIT_NO_SAVE.check(PORTAL);
    }

    @Test
    void bookingRepositoryRuleSeesItsFault() {
        assertSees(BOOKINGS_HAVE_NO_SAVE, "planted.booking.BookingRepository");
        assertSees(BOOKINGS_INHERIT_NO_SAVE, "planted.booking.BookingRepository");
    }

    private static final Pattern MAKES_BOOKINGS = Pattern.compile("insert\\s+into\\s+booking\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void bookingRowsAreMadeInOnePlace() throws IOException {
        assertThat(mainSourcesWith(MAKES_BOOKINGS)).containsExactly("BookingStore.java");
    }

    // Transactions

    private static final ArchRule COMMANDS_OPEN_THE_TRANSACTIONS = methods().that().areAnnotatedWith(Transactional.class)
            .should(ArchCondition.from(
                    describe("be read-only or part of a command", ArchitectureTest::opensNoWriteTransaction)));

    private static boolean opensNoWriteTransaction(JavaMethod method) {
        Transactional transaction = method.getAnnotationOfType(Transactional.class);
        return transaction.readOnly() || transaction.propagation() == Propagation.MANDATORY;
    }

    @Test
    void commandsAloneOpenTransactionsThatWrite() {
        COMMANDS_OPEN_THE_TRANSACTIONS.check(PORTAL);
        noClasses().should().beAnnotatedWith(Transactional.class).check(PORTAL);
    }

    @Test
    void transactionsRuleSeesItsFault() {
        assertSees(COMMANDS_OPEN_THE_TRANSACTIONS, "planted.booking.FaultyTransaction");
    }

    // Time

    private static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that().doNotHaveFullyQualifiedName("org.mentorportal.app.ClockConfiguration").and().resideOutsideOfPackage(MACHINE)
            .should().accessTargetWhere(describe("asks the machine for the time", ArchitectureTest::asksTheMachine));

    private static boolean asksTheMachine(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        boolean byTheClock = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return switch (target.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time") && !byTheClock;
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && target.getRawParameterTypes().isEmpty();
            case "getInstance" -> owner.getName().equals("java.util.Calendar");
            case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes" ->
                    owner.isEquivalentTo(Clock.class);
            default -> false;
        };
    }

    @Test
    void timeComesFromTheClock() {
        TIME_COMES_FROM_THE_CLOCK.check(PORTAL);
    }

    @Test
    void timeRuleSeesItsFaults() {
        Stream.of("AsksInstant", "AsksByReference", "AsksDay", "AsksDayInZone", "AsksDateTime", "AsksZonedDateTime", "AsksMillis",
                "AsksDate", "HasItsOwnClock").forEach(fault -> assertSees(TIME_COMES_FROM_THE_CLOCK, "planted.booking.FaultyTimes$" + fault));
        TIME_COMES_FROM_THE_CLOCK.check(planted("planted.booking.FaultyTimes$AsksTheClock"));
    }

    private static final Pattern DATABASE_TIME = Pattern.compile(
            "\\b(current_timestamp|current_date|current_time|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp)\\b"
                    + "|(select|default|,|=|<|>|\\()\\s*now\\(\\)", Pattern.CASE_INSENSITIVE);

    @Test
    void noStatementAsksTheDatabaseForTheTime() throws IOException {
        assertThat(mainSourcesWith(DATABASE_TIME)).isEmpty();
        assertThat("set approved_at = now() where").containsPattern(DATABASE_TIME);
    }

    // Nothing happens by itself

    private static final ArchRule NOTHING_IS_SCHEDULED = noClasses()
            .should().dependOnClassesThat().resideInAPackage("org.springframework.scheduling..");
    private static final Set<String> OWN_THREADS = Set.of("java.util.Timer", "java.util.TimerTask",
            "java.util.concurrent.ExecutorService", "java.util.concurrent.ScheduledExecutorService",
            "java.util.concurrent.Executors", "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor", "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.CompletableFuture", "java.util.concurrent.StructuredTaskScope",
            "org.springframework.core.task.TaskExecutor", "org.springframework.core.task.AsyncTaskExecutor");
    private static final ArchRule ONLY_LIVE_HAS_THREADS = noClasses().that().resideOutsideOfPackage("org.mentorportal.live")
            .should().dependOnClassesThat(are(describe("executors or timers", type -> OWN_THREADS.contains(type.getName()))));
    private static final ArchRule ONLY_LIVE_STARTS_THREADS = noClasses()
            .that().resideOutsideOfPackages("org.mentorportal.live", MACHINE)
            .should().accessTargetWhere(describe("starts a thread", access -> access.getTargetOwner().isEquivalentTo(Thread.class)
                    && Set.of("<init>", "start", "ofVirtual", "ofPlatform", "startVirtualThread").contains(access.getTarget().getName())));

    @Test
    void c1NothingHappensByItself() {
        NOTHING_IS_SCHEDULED.check(PORTAL);
        ONLY_LIVE_HAS_THREADS.check(PORTAL);
        ONLY_LIVE_STARTS_THREADS.check(PORTAL);
    }

    @Test
    void nothingHappensByItselfRuleSeesItsFaults() {
        Stream.of("IsScheduled", "IsAsynchronous").forEach(fault -> assertSees(NOTHING_IS_SCHEDULED, "planted.booking.FaultyTimers$" + fault));
        Stream.of("HasATimer", "HasAnExecutor", "HasAScheduler", "RunsLater")
                .forEach(fault -> assertSees(ONLY_LIVE_HAS_THREADS, "planted.booking.FaultyTimers$" + fault));
        Stream.of("StartsAThread", "StartsAVirtualThread")
                .forEach(fault -> assertSees(ONLY_LIVE_STARTS_THREADS, "planted.booking.FaultyTimers$" + fault));
    }

    private static final ArchRule LIVE_NEVER_WRITES = noClasses().that().resideInAPackage("..live..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc..", "jakarta.persistence..",
                    "org.springframework.data..", "org.hibernate..", "java.sql..", "javax.sql..",
                    "org.springframework.transaction.annotation..", "org.mentorportal.command..", "org.mentorportal.audit..");

    @Test
    void liveNeverWrites() {
        LIVE_NEVER_WRITES.check(PORTAL);
    }

    @Test
    void liveRuleSeesItsFaults() {
        Stream.of("KnowsJdbcClient", "KnowsJdbcTemplate", "KnowsCommands", "KnowsJpa")
                .forEach(fault -> assertSees(LIVE_NEVER_WRITES, "planted.live.FaultyLive$" + fault));
    }

    /** Mail, webhooks and screens come after the commit; whatever else hears of a change belongs to it. */
    private static final ArchRule LISTENERS_SHARE_THE_TRANSACTION = noClasses().that().resideOutsideOfPackage("..notification..")
            .should().dependOnClassesThat(are(describe("listeners after the commit", type -> Set.of(
                    "org.springframework.modulith.events.ApplicationModuleListener",
                    "org.springframework.transaction.event.TransactionalEventListener").contains(type.getName()))));

    @Test
    void listenersShareTheTransaction() {
        LISTENERS_SHARE_THE_TRANSACTION.check(PORTAL);
    }

    @Test
    void listenersRuleSeesItsFault() {
        assertSees(LISTENERS_SHARE_THE_TRANSACTION, "planted.booking.FaultyListener");
    }

    private static void assertSees(ArchRule rule, String fault) {
        assertThat(rule.evaluate(planted(fault)).getFailureReport().getDetails())
                .as("%s, seen by: %s", fault, rule.getDescription()).anyMatch(line -> line.contains(fault));
    }

    private static JavaClasses planted(String name) {
        try {
            return new ClassFileImporter().importClasses(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> mainSourcesWith(Pattern pattern) throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("db-changelog/changes")))) {
            return files.filter(Files::isRegularFile).filter(file -> pattern.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
