/**
 * The ids of the agreements a home takes part in on a day, as SQL for an array: those whose version in force then a space it runs has
 * accepted and not left. Only who gives may receive. `organization` and `day` are SQL expressions.
 *
 * It is text and no function of the database, see seats-opened.ts.
 */
export function agreementsOfHome(organization: string, day: string): string {
  return `(
    select coalesce(array_agg(distinct accepted.agreement_id), '{}')
    from agreement_acceptances accepted
    join spaces own_space on own_space.id = accepted.space_id
    join agreement_versions current on current.agreement_id = accepted.agreement_id and current.version = accepted.version
    where own_space.organization_id = ${organization} and (accepted.withdrawn_on is null or accepted.withdrawn_on > ${day})
      and current.published_at is not null and current.valid_from <= ${day}
      and not exists (select from agreement_versions later where later.agreement_id = current.agreement_id and later.published_at is not null
        and later.valid_from > current.valid_from and later.valid_from <= ${day}))`;
}
