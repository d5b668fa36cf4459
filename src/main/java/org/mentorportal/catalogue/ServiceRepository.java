package org.mentorportal.catalogue;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ServiceRepository extends Repository<Service, Long> {

    Service saveAndFlush(Service service);

    void flush();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Service s where s.id = :id")
    Optional<Service> lock(long id);

    @Query("select s.version from Service s where s.id = :id")
    int versionOf(long id);
}
