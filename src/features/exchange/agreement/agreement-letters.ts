import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { writtenDay } from "../../../platform/language/written-day.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import type { Announced } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { findNetwork } from "../ledger/queries.ts";
import { findHost } from "../queries.ts";
import { agreementLetterTexts } from "./letter-texts.ts";
import { spacesAskedBy } from "./queries.ts";

const published = z.object({ agreementId: z.uuid(), networkId: z.uuid(), version: z.int(), validFrom: z.string(), by: z.uuid().nullish() });
const withdrawn = z.object({
  networkId: z.uuid(),
  spaceId: z.uuid(),
  from: z.string(),
  by: z.uuid().nullish(),
  reason: z.string().nullish(),
});

/** Writes to those a change of the agreement asks something of, or who must know of it; not to the one who made it. */
export async function writeAgreementLetter(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  if (announced.topic === "agreement.published") return askForAcceptance(tx, announced, installation);
  if (announced.topic === "agreement.withdrawn") return tellOfLeaving(tx, announced, installation);
}

// one letter to a person, however many houses they answer for
async function askForAcceptance(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { agreementId, networkId, version, validFrom, by } = published.parse(announced.payload);
  const network = await findNetwork(tx, networkId);
  if (!network) return;
  const today = dayIn(installation.now(), "Europe/Oslo");
  const spaces = await spacesAskedBy(tx, { agreementId, networkId, version }, today);
  const managers = await readersAt(tx, [...new Set(spaces.map(({ organization_id }) => organization_id))], ["owner", "manager"], today);
  for (const [personId, positions] of Map.groupBy(managers, (manager) => manager.personId)) {
    const [to] = positions;
    if (!to || personId === by) continue;
    const text = agreementLetterTexts[to.language];
    const told = text.published({ network: network.name, from: writtenDay(validFrom, to.language) });
    const theirs = spaces.filter(({ organization_id }) => positions.some(({ organizationId }) => organizationId === organization_id));
    await writeLetter(tx, installation, to, {
      key: `${announced.topic}/${announced.id}/${personId}`,
      subject: told.subject,
      lines: [told.text, ...theirs.map(({ slug, name }) => ({ label: text.readAndAnswer(name), path: `/spaces/${slug}/agreement` }))],
    });
  }
}

async function tellOfLeaving(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { networkId, spaceId, from, by, reason } = withdrawn.parse(announced.payload);
  const [network, space] = [await findNetwork(tx, networkId), await findHost(tx, spaceId)];
  if (!network || !space) return;
  for (const to of await readersAt(tx, [networkId], ["coordinator"], dayIn(installation.now(), "Europe/Oslo"))) {
    if (to.personId === by) continue;
    const text = agreementLetterTexts[to.language];
    const told = text.withdrawn({ space: space.name, from: writtenDay(from, to.language) });
    await writeLetter(tx, installation, to, {
      key: `${announced.topic}/${announced.id}/${to.personId}`,
      subject: told.subject,
      lines: [
        told.text,
        ...(reason ? [text.reason(reason)] : []),
        { label: text.seeAgreement, path: `/networks/${network.slug}/agreement` },
      ],
    });
  }
}
