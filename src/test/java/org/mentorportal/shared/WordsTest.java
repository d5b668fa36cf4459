package org.mentorportal.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Nothing that a person reads is missing, left over or broken. */
class WordsTest {

    private static final Pattern LITERAL_KEY = Pattern.compile("\\b(?:words|texts)\\s*\\.\\s*get\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    private final Properties messages = messages("messages.properties");
    private final Properties spanish = messages("messages_es.properties");
    private final List<String> sources = sources();

    @Test
    void everyRefusalHasWords() {
        List<RuleId> rules = rules();

        assertThat(rules).extracting(RuleId::name).contains("BUSY", "SLOT_TAKEN", "EMAIL_TAKEN");
        assertThat(rules).allSatisfy(rule -> assertThat(messages.getProperty(rule.key())).as(rule.key()).isNotBlank());
    }

    @Test
    void everyRefusalsWordsBelongToARefusal() {
        assertThat(keys("rule.")).containsExactlyInAnyOrderElementsOf(rules().stream().map(RuleId::key).toList());
    }

    @Test
    void twoRulesNeverShareAKey() {
        assertThat(rules()).extracting(RuleId::key).doesNotHaveDuplicates();
    }

    @Test
    void everyKeyThatTheCodeAsksForHasWords() {
        Set<String> asked = new TreeSet<>();
        sources.forEach(source -> all(LITERAL_KEY, source).stream().filter(key -> !key.endsWith(".")).forEach(asked::add));

        assertThat(asked).isNotEmpty().allSatisfy(key -> assertThat(messages.getProperty(key)).as(key).isNotBlank());
    }

    @Test
    void enumsThatHaveSomeWordsHaveThemAll() {
        for (Class<? extends Enum<?>> type : enums()) {
            String prefix = type.getSimpleName().toLowerCase(Locale.ROOT) + ".";
            Set<String> present = keys(prefix);
            if (!present.isEmpty()) {
                assertThat(present).as("words of " + type.getSimpleName()).containsExactlyInAnyOrderElementsOf(
                        Stream.of(type.getEnumConstants()).map(constant -> prefix + constant.name()).toList());
            }
        }
    }

    /** By the literal itself, by a literal that it begins with ("inbox." + kind), by two joined, or as a rule's or an enum's. */
    @Test
    void noWordsAreLeftOver() {
        Set<String> literals = new TreeSet<>();
        sources.forEach(source -> literals.addAll(all(LITERAL, source)));
        Set<String> prefixes = new TreeSet<>(literals.stream().filter(literal -> literal.matches("[a-z][a-z-]*(\\.[a-z-]+)*[.-]")).toList());
        enums().forEach(type -> prefixes.add(type.getSimpleName().toLowerCase(Locale.ROOT) + "."));
        prefixes.add("rule.");

        assertThat(messages.stringPropertyNames()).allSatisfy(key ->
                assertThat(literals.contains(key) || prefixes.stream().anyMatch(key::startsWith) || isJoined(key, literals))
                        .as("nobody says " + key).isTrue());
    }

    /** "book" + ".title", "approvals.reject" + "-spoken". */
    private static boolean isJoined(String key, Set<String> literals) {
        return literals.stream().filter(literal -> literal.matches("[.-][a-z-]+") && key.endsWith(literal))
                .anyMatch(ending -> literals.contains(key.substring(0, key.length() - ending.length())));
    }

    @Test
    void noPlaceholderIsBroken() {
        assertThat(messages.stringPropertyNames()).allSatisfy(key -> assertWhole(key, messages.getProperty(key)));
    }

    private static void assertWhole(String key, String text) {
        assertThatCode(() -> new MessageFormat(text, Locale.UK)).as("%s=%s", key, text).doesNotThrowAnyException();
        Set<Integer> numbers = new TreeSet<>(all(PLACEHOLDER, text).stream().map(Integer::valueOf).toList());
        assertThat(numbers).as("%s: arguments are numbered from 0 without a gap", key)
                .containsExactlyElementsOf(Stream.iterate(0, n -> n + 1).limit(numbers.size()).toList());
        assertThat(text.replace("''", "")).as("%s: an apostrophe is written twice", key).doesNotContain("'");
    }

    @Test
    void everythingIsSaidInSpanishTooAndOfTheSame() {
        assertThat(spanish.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(messages.stringPropertyNames());
        assertThat(messages.stringPropertyNames()).allSatisfy(key -> {
            assertWhole(key, spanish.getProperty(key));
            assertThat(spanish.getProperty(key).isBlank()).as(key).isEqualTo(messages.getProperty(key).isBlank());
            assertThat(new TreeSet<>(all(PLACEHOLDER, spanish.getProperty(key)))).as(key).isEqualTo(new TreeSet<>(all(PLACEHOLDER, messages.getProperty(key))));
        });
    }

    @Test
    void brokenPlaceholdersAreSeen() {
        assertSeen("Somebody's slot at {0}");
        assertSeen("Slot at {0");
        assertSeen("From {0} to {2}");
        assertSeen("Somebody's slot");
    }

    private static void assertSeen(String text) {
        assertThat(catchThrowable(() -> assertWhole("planted", text))).as(text).isInstanceOf(AssertionError.class);
    }

    private Set<String> keys(String prefix) {
        return new TreeSet<>(messages.stringPropertyNames().stream().filter(key -> key.startsWith(prefix)).toList());
    }

    private static List<RuleId> rules() {
        var rules = new ArrayList<RuleId>();
        for (Class<?> type : classes(RuleId.class)) {
            assertThat(type.isEnum()).as(type + " lists its rules in an enum").isTrue();
            Stream.of(type.getEnumConstants()).map(RuleId.class::cast).forEach(rules::add);
        }
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Enum<?>>> enums() {
        return classes(Enum.class).stream().filter(type -> !RuleId.class.isAssignableFrom(type))
                .<Class<? extends Enum<?>>>map(type -> (Class<? extends Enum<?>>) type).toList();
    }

    private static List<Class<?>> classes(Class<?> kind) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(kind));
        return scanner.findCandidateComponents("org.mentorportal").stream().<Class<?>>map(found -> {
            try {
                return Class.forName(found.getBeanClassName());
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }).filter(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/classes/")).toList();
    }

    private static List<String> all(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        var found = new ArrayList<String>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties messages(String name) {
        var all = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources", name), StandardCharsets.UTF_8)) {
            all.load(file);
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var all = new ArrayList<String>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.add(Files.readString(file));
            }
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
