package org.mentorportal.app.demo;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the accounts that the sign-in page offers shall find, whatever day it is: story.txt. The rest of the school does
 * what chance says ({@link DemoWalk}).
 */
final class DemoStory {

    private final List<DemoScene> scenes;

    DemoStory(DemoPeople people, DemoCatalogue catalogue, DemoDesk desk, DemoDays days, Random random) {
        var words = new DemoWords();
        List<DemoScript> scripts = DemoFile.rows("story.txt").stream().map(DemoScript::of).toList();
        this.scenes = IntStream.range(0, scripts.size()).mapToObj(n -> {
            DemoScript script = scripts.get(n);
            String purpose = words.any(script.service(), random);
            return new DemoScene(n, script, people, catalogue.service(script.resource(), script.service()), purpose, desk, days);
        }).toList();
    }

    Stream<DemoAct> acts() {
        return scenes.stream().flatMap(DemoScene::acts);
    }
}
