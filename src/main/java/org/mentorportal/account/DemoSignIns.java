package org.mentorportal.account;

import java.util.List;

/** Implemented by the demo school. */
public interface DemoSignIns {

    List<DemoSignIn> offered();
}
