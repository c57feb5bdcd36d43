import { z } from "zod";
import { catalogue } from "../../../platform/language/language.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { toldEvent } from "../letters/event-letter.ts";
import { findEvent } from "../queries.ts";

const told = z.object({ eventId: z.uuid(), organizationId: z.uuid() });

/** Writes to those who speak for an organization that it holds an event with others now, or no longer. */
export const hostLetters = subscription(
  "events.host-letters",
  ["event.host_added", "event.host_removed"],
  async (tx, announced, installation) => {
    const { eventId, organizationId } = told.parse(announced.payload);
    const event = await findEvent(tx, eventId);
    if (!event) return;
    const today = dayIn(announced.happenedAt, "Europe/Oslo");
    const leads = event.hosts.find((host) => host.leads)?.name ?? "";
    const change = announced.topic === "event.host_added" ? "added" : "removed";
    for (const reader of await readersAt(tx, [organizationId], ["owner", "manager", "coordinator"], today)) {
      const text = texts[reader.language];
      const facts = { ...toldEvent(event, reader.language), leads };
      await writeLetter(tx, installation, reader, {
        // the person second: so it is found again when somebody is forgotten
        key: `event.host_${change}/${reader.personId}/${announced.id}`,
        subject: text[change].subject(facts),
        lines: [text[change].about(facts), { label: text.see, path: `/events/${event.slug}` }],
      });
    }
  },
);

type Facts = { title: string; when: string; leads: string };

const texts = catalogue({
  nb: {
    added: {
      subject: (f: Facts) => `Dere er medarrangør: ${f.title}`,
      about: (f: Facts) =>
        `${f.leads} har satt dere opp som medarrangør av ${f.title}, ${f.when}. Navnet deres står på arrangementet, og dere kan se påmeldingene og endre det. Skal dere ikke være med, kan dere ta dere av under «Arrangører».`,
    },
    removed: {
      subject: (f: Facts) => `Dere er ikke lenger medarrangør: ${f.title}`,
      about: (f: Facts) => `Dere står ikke lenger som medarrangør av ${f.title}, ${f.when}. ${f.leads} leder arrangementet.`,
    },
    see: "Se arrangementet",
  },
  nn: {
    added: {
      subject: (f) => `De er medarrangør: ${f.title}`,
      about: (f) =>
        `${f.leads} har sett dykk opp som medarrangør av ${f.title}, ${f.when}. Namnet dykkar står på arrangementet, og de kan sjå påmeldingane og endre det. Skal de ikkje vere med, kan de ta dykk av under «Arrangørar».`,
    },
    removed: {
      subject: (f) => `De er ikkje lenger medarrangør: ${f.title}`,
      about: (f) => `De står ikkje lenger som medarrangør av ${f.title}, ${f.when}. ${f.leads} leier arrangementet.`,
    },
    see: "Sjå arrangementet",
  },
  en: {
    added: {
      subject: (f) => `You are co-host of ${f.title}`,
      about: (f) =>
        `${f.leads} has named you co-host of ${f.title}, ${f.when}. Your name stands on the event, and you can see who has registered and change it. If you are not part of it, take yourselves off under “Hosts”.`,
    },
    removed: {
      subject: (f) => `You are no longer co-host of ${f.title}`,
      about: (f) => `You are no longer named as co-host of ${f.title}, ${f.when}. ${f.leads} leads the event.`,
    },
    see: "See the event",
  },
});
