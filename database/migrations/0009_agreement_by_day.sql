-- Whether a home takes part is asked for a day: a space it runs must have accepted the version in force on it, and not left by then.
create function agreements_of_home(of_organization uuid, on_day date) returns uuid[]
  language sql stable parallel safe
  as $$
    select coalesce(array_agg(distinct c.agreement_id), '{}')
    from agreement_acceptances c
    join spaces s on s.id = c.space_id
    join agreement_versions v on v.agreement_id = c.agreement_id and v.version = c.version
    where s.organization_id = of_organization and (c.withdrawn_on is null or c.withdrawn_on > on_day)
      and v.published_at is not null and v.valid_from <= on_day
      and not exists (select from agreement_versions later where later.agreement_id = v.agreement_id and later.published_at is not null
        and later.valid_from > v.valid_from and later.valid_from <= on_day)
  $$;

drop function agreements_of_home(uuid);
