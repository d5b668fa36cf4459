package org.mentorportal.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedListTest {

    private record Item(int id, String text) {
    }

    private final KeyedList<Item> list = new KeyedList<>(Item::id);

    private void show(Item... items) {
        list.show(List.of(items), item -> new ListItem(item.text));
    }

    private List<Component> rows() {
        return list.getChildren().toList();
    }

    @Test
    void rowThatStaysTheSameIsTheSameElementWhateverComesBeforeIt() {
        show(new Item(2, "two"), new Item(3, "three"));
        List<Component> before = rows();

        show(new Item(1, "one"), new Item(2, "two"), new Item(3, "three"));

        assertThat(rows()).hasSize(3).containsAll(before);
        assertThat(rows().subList(1, 3)).isEqualTo(before);
    }

    @Test
    void rowThatChangedIsMadeAnewInItsPlaceAndWhatIsGoneIsGone() {
        show(new Item(1, "one"), new Item(2, "two"), new Item(3, "three"));
        List<Component> before = rows();

        show(new Item(2, "TWO"), new Item(3, "three"));

        assertThat(rows()).hasSize(2);
        assertThat(rows().getFirst().getElement().getText()).isEqualTo("TWO");
        assertThat(rows().getLast()).isSameAs(before.getLast());
    }

    @Test
    void rowsFollowAnotherOrder() {
        show(new Item(1, "one"), new Item(2, "two"));
        show(new Item(2, "two"), new Item(1, "one"));

        assertThat(rows()).extracting(row -> row.getElement().getText()).containsExactly("two", "one");
    }

    @Test
    void emptyListIsNotShown() {
        show(new Item(1, "one"));
        show();

        assertThat(list.isVisible()).isFalse();
        assertThat(rows()).isEmpty();
    }
}
