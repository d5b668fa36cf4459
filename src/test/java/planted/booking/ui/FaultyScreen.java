package planted.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route("planted-fault")
public class FaultyScreen extends Div {
}
