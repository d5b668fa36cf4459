package org.mentorportal.catalogue;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ResourceRepository extends Repository<Resource, Long> {

    Resource saveAndFlush(Resource resource);

    List<Resource> findAll();
}
