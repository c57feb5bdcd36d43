import type { ReadPack } from "./read-pack.ts";

export function presentPack({ pack, project, funding, content, answers, isAnsweredHere, abilities }: ReadPack) {
  return {
    id: pack.id,
    number: pack.number,
    project: {
      id: project.id,
      slug: project.slug,
      titles: project.titles,
      organization: { slug: project.organization_slug, name: project.organization_name },
    },
    funding: {
      id: funding.id,
      funder: funding.funder,
      funderSlug: funding.funderSlug,
      reference: funding.reference,
      amountOre: funding.amountOre,
    },
    from: pack.from_day,
    to: pack.to_day,
    narrative: pack.narrative,
    ...content,
    expenses: content.expenses ?? null,
    sentAt: pack.sent_at?.toString() ?? null,
    acceptedOn: pack.accepted_on,
    acceptedReference: pack.accepted_reference,
    answers: answers.map(({ id, kind, remark, dueOn, sentAt, answeredAt, answeredBy }) => ({
      ...{ id, kind, remark, dueOn, answeredBy },
      ...{ sentAt: sentAt.toString(), answeredAt: answeredAt.toString() },
    })),
    isAnsweredHere,
    abilities,
    version: pack.version,
  };
}

export type ShownPack = ReturnType<typeof presentPack>;
