package org.mentorportal.catalogue;

import org.springframework.data.repository.Repository;

interface ResourceRepository extends Repository<Resource, Long> {

    Resource saveAndFlush(Resource resource);
}
