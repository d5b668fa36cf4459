package planted.booking;

import org.springframework.transaction.annotation.Transactional;

class FaultyTransaction {

    @Transactional
    public void writesBesideCommands() {
        // opens a transaction that Commands knows nothing of
    }
}
