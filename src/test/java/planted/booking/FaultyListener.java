package planted.booking;

import org.springframework.transaction.event.TransactionalEventListener;

class FaultyListener {

    @TransactionalEventListener
    void on(String event) {
        // after the commit: what it should have written is lost if it fails
    }
}
