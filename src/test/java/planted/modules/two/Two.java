package planted.modules.two;

import planted.modules.one.One;

public class Two {

    One one;
}
