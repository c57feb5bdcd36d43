import { z } from "zod";
import { catalogue } from "../../../platform/language/language.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { subscription } from "../../../platform/outbox/subscription.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { titleIn } from "../event.ts";
import { toldEvent } from "../letters/event-letter.ts";
import { findEvent } from "../queries.ts";

const told = z.object({ eventId: z.uuid(), organizationId: z.uuid(), events: z.number().default(1), isTold: z.boolean().default(true) });

/** Writes to those who speak for an organization that it holds an event with others now, or no longer. */
export const hostLetters = subscription(
  "events.host-letters",
  ["event.host_added", "event.host_removed"],
  async (tx, announced, installation) => {
    const { eventId, organizationId, events, isTold } = told.parse(announced.payload);
    const event = isTold ? await findEvent(tx, eventId) : undefined;
    if (!event) return;
    const today = dayIn(announced.happenedAt, "Europe/Oslo");
    const leads = event.hosts.find((host) => host.leads)?.name ?? "";
    const change = announced.topic === "event.host_added" ? "added" : "removed";
    for (const reader of await readersAt(tx, [organizationId], ["owner", "manager", "coordinator"], today)) {
      const text = texts[reader.language];
      const { parent } = event;
      const several = events > 1 && parent ? { count: events, of: titleIn(parent.title, reader.language) } : undefined;
      const facts = { ...toldEvent(event, reader.language), leads, several };
      await writeLetter(tx, installation, reader, {
        // the person second: so it is found again when somebody is forgotten
        key: `event.host_${change}/${reader.personId}/${announced.id}`,
        subject: text[change].subject(facts),
        lines: [
          text[change].about(facts),
          several && parent
            ? { label: text.seeAll, path: `/${parent.kind === "series" ? "series" : "festivals"}/${parent.slug}` }
            : { label: text.see, path: `/events/${event.slug}` },
        ],
      });
    }
  },
);

/** `several`: how many events of what festival or series it is about, this one the first. */
type Facts = { title: string; when: string; leads: string; several: { count: number; of: string } | undefined };

const what = {
  nb: ({ title, when, several }: Facts) =>
    several ? `${several.count} arrangementer i ${several.of}, det første ${when}` : `${title}, ${when}`,
  nn: ({ title, when, several }: Facts) =>
    several ? `${several.count} arrangement i ${several.of}, det fyrste ${when}` : `${title}, ${when}`,
  en: ({ title, when, several }: Facts) => (several ? `${several.count} events of ${several.of}, the first ${when}` : `${title}, ${when}`),
};
const named = ({ title, several }: Facts) => several?.of ?? title;

const texts = catalogue({
  nb: {
    added: {
      subject: (f: Facts) => `Dere er medarrangør: ${named(f)}`,
      about: (f: Facts) =>
        `${f.leads} har satt dere opp som medarrangør av ${what.nb(f)}. Navnet deres står der, og dere kan se påmeldingene og endre arrangementet. Skal dere ikke være med, kan dere ta dere av under «Arrangører».`,
    },
    removed: {
      subject: (f: Facts) => `Dere er ikke lenger medarrangør: ${named(f)}`,
      about: (f: Facts) => `Dere står ikke lenger som medarrangør av ${what.nb(f)}. ${f.leads} leder.`,
    },
    see: "Se arrangementet",
    seeAll: "Se alle arrangementene",
  },
  nn: {
    added: {
      subject: (f) => `De er medarrangør: ${named(f)}`,
      about: (f) =>
        `${f.leads} har sett dykk opp som medarrangør av ${what.nn(f)}. Namnet dykkar står der, og de kan sjå påmeldingane og endre arrangementet. Skal de ikkje vere med, kan de ta dykk av under «Arrangørar».`,
    },
    removed: {
      subject: (f) => `De er ikkje lenger medarrangør: ${named(f)}`,
      about: (f) => `De står ikkje lenger som medarrangør av ${what.nn(f)}. ${f.leads} leier.`,
    },
    see: "Sjå arrangementet",
    seeAll: "Sjå alle arrangementa",
  },
  en: {
    added: {
      subject: (f) => `You are co-host of ${named(f)}`,
      about: (f) =>
        `${f.leads} has named you co-host of ${what.en(f)}. Your name stands there, and you can see who has registered and change the event. If you are not part of it, take yourselves off under “Hosts”.`,
    },
    removed: {
      subject: (f) => `You are no longer co-host of ${named(f)}`,
      about: (f) => `You are no longer named as co-host of ${what.en(f)}. ${f.leads} leads.`,
    },
    see: "See the event",
    seeAll: "See all the events",
  },
});
