package planted.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class FaultyEntity {

    @Id
    private long id;
    private String status = "PENDING";

    public void setStatus(String status) {
        this.status = status + id;
    }
}
