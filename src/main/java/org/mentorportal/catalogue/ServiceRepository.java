package org.mentorportal.catalogue;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ServiceRepository extends Repository<Service, Long> {

    Service saveAndFlush(Service service);

    @Query("select distinct s from Service s left join fetch s.hours")
    List<Service> findAllWithHours();
}
