package org.mentorportal.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** E3: whoever is told that it is being checked can ask again, also without a key of their own. */
@PortalTest
class KeyToAskAgainTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    CommandKeyArgument keys;
    @Autowired
    Problems problems;

    private final List<CommandKey> used = new ArrayList<>();
    private MockMvc door;

    @BeforeEach
    void open() {
        door = MockMvcBuilders.standaloneSetup(new Refusing()).setCustomArgumentResolvers(keys)
                .setControllerAdvice(context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray()).build();
    }

    @RestController
    final class Refusing {

        @PostMapping("/{rule}")
        String refuse(@PathVariable CommandRule rule, CommandKey key) {
            used.add(key);
            throw new ProblemException(problems.of(Refused.because(rule)));
        }
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder call) throws Exception {
        return door.perform(call).andReturn().getResponse();
    }

    @Test
    void e3AnswerThatIsBeingCheckedHasTheKeyThatWasMadeForIt() throws Exception {
        MockHttpServletResponse first = answer(post("/BEING_CHECKED"));
        String key = first.getHeader("Idempotency-Key");
        assertThat(first.getStatus()).isEqualTo(503);
        assertThat(key).isNotNull().isEqualTo(used.getFirst().value());

        MockHttpServletResponse second = answer(post("/BEING_CHECKED").header("Idempotency-Key", key));
        assertThat(used.getLast()).isEqualTo(used.getFirst().again());
        assertThat(second.getHeader("Idempotency-Key")).isEqualTo(key);
    }

    @Test
    void otherAnswersNeedNone() throws Exception {
        assertThat(answer(post("/BUSY")).getHeader("Idempotency-Key")).isNull();
    }
}
