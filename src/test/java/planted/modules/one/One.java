package planted.modules.one;

import planted.modules.two.Two;

public class One {

    Two two;
}
