package planted.booking;

import org.springframework.data.repository.CrudRepository;

public interface BookingRepository extends CrudRepository<FaultyEntity, Long> {

    @Override
    <S extends FaultyEntity> S save(S entity);
}
