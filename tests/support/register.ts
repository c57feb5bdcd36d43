import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Unit = Record<string, unknown>;
type Update = { oppdateringsid: number; dato: string; organisasjonsnummer: string; endringstype: string };
type Feed = "enheter" | "underenheter";

/** A register of a test's own, over HTTP on loopback, in the shapes of Enhetsregisteret: what is absent is left out, never null. */
export interface FakeRegister {
  /** For ROMSLIG_REGISTER_URL. */
  url: string;
  /** The paths asked for, in order. */
  asked: string[];
  unit(number: string, said?: Unit): void;
  subUnit(number: string, parent: string, said?: Unit): void;
  /** 200 with number, name, form and the day it was deleted: all the register says of a deleted unit. */
  deleted(number: string, name: string, on: string): void;
  /** 410: taken out for legal reasons. */
  gone(number: string): void;
  /** Adds a line to a feed. @returns its id */
  update(number: string, change: "Ny" | "Endring" | "Sletting" | "Fjernet", feed?: Feed): number;
  /** The next so many requests are answered with this status instead. */
  busy(times: number, status?: 429 | 503): void;
  /** Answers nothing about this number from now on, until told otherwise. */
  silentAbout(number: string | undefined): void;
  close(): Promise<void>;
}

export async function fakeRegister(): Promise<FakeRegister> {
  const units = new Map<string, Unit | "gone">();
  const subUnits = new Map<string, Unit>();
  const updates: Record<Feed, Update[]> = { enheter: [], underenheter: [] };
  const asked: string[] = [];
  let nextId = 16_666_470;
  let busyTimes = 0;
  let busyStatus = 503;
  let silent: string | undefined;

  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/enhetsregisteret/api`;

  return {
    url,
    asked,
    unit: (number, said = {}) => units.set(number, { ...ordinaryUnit(number), ...said }),
    subUnit: (number, parent, said = {}) => subUnits.set(number, { ...ordinarySubUnit(number, parent), ...said }),
    deleted: (number, name, on) =>
      units.set(number, {
        organisasjonsnummer: number,
        navn: name,
        organisasjonsform: { kode: "AS", beskrivelse: "Aksjeselskap" },
        slettedato: on,
        respons_klasse: "SlettetEnhet",
      }),
    gone: (number) => units.set(number, "gone"),
    update(number, change, feed = "enheter") {
      nextId += 1;
      updates[feed].push({ oppdateringsid: nextId, dato: "2026-11-22T05:01:31.544Z", organisasjonsnummer: number, endringstype: change });
      return nextId;
    },
    busy(times, status = 503) {
      busyTimes = times;
      busyStatus = status;
    },
    silentAbout(number) {
      silent = number;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const path = pathname.replace("/enhetsregisteret/api", "");
    asked.push(path);
    if (busyTimes > 0) {
      busyTimes -= 1;
      response.writeHead(busyStatus, { "retry-after": "0" }).end();
      return;
    }
    const [, first, second] = path.split("/");
    if (silent !== undefined && second === silent) request.socket.destroy();
    else if (first === "enheter" && second) send(response, units.get(second));
    else if (first === "underenheter" && second) send(response, subUnits.get(second));
    else if (first === "oppdateringer" && (second === "enheter" || second === "underenheter"))
      send(response, feedPage(second, searchParams));
    else send(response, undefined);
  }

  function feedPage(feed: Feed, asked: URLSearchParams): Unit {
    const from = Number(asked.get("oppdateringsid") ?? 0);
    const size = Number(asked.get("size") ?? 20);
    const all = updates[feed].filter(({ oppdateringsid }) => oppdateringsid >= from);
    const shown = all.slice(0, size);
    const name = feed === "enheter" ? "oppdaterteEnheter" : "oppdaterteUnderenheter";
    return {
      ...(shown.length > 0 && { _embedded: { [name]: shown } }),
      page: { size, totalElements: all.length, totalPages: Math.ceil(all.length / size), number: 0 },
    };
  }
}

function send(response: ServerResponse, body: Unit | "gone" | undefined): void {
  const status = body === undefined ? 404 : body === "gone" ? 410 : 200;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(status === 200 ? JSON.stringify(body) : "");
}

function ordinaryUnit(number: string): Unit {
  return {
    organisasjonsnummer: number,
    navn: "EKSEMPELHUSET AS",
    organisasjonsform: { kode: "AS", beskrivelse: "Aksjeselskap" },
    epostadresse: "post@example.no",
    telefon: "22 00 00 00",
    forretningsadresse: {
      land: "Norge",
      landkode: "NO",
      postnummer: "3674",
      poststed: "NOTODDEN",
      adresse: ["c/o Kari Nordmann", "Storgata 1"],
      kommune: "NOTODDEN",
      kommunenummer: "4005",
    },
    stiftelsesdato: "2014-01-10",
    registrertIMvaregisteret: true,
    naeringskode1: { kode: "68.200", beskrivelse: "Utleie av egen eller leid fast eiendom" },
    harRegistrertAntallAnsatte: true,
    antallAnsatte: 12,
    registreringsdatoAntallAnsatteNAVAaregisteret: "2026-03-10",
    konkurs: false,
    underAvvikling: false,
    underTvangsavviklingEllerTvangsopplosning: false,
    respons_klasse: "Enhet",
  };
}

function ordinarySubUnit(number: string, parent: string): Unit {
  return {
    organisasjonsnummer: number,
    navn: "EKSEMPELHUSET AVD SKIEN",
    organisasjonsform: { kode: "BEDR", beskrivelse: "Underenhet til næringsdrivende og offentlig forvaltning" },
    overordnetEnhet: parent,
    beliggenhetsadresse: { postnummer: "3724", poststed: "SKIEN", adresse: ["Lillegata 2"], kommune: "SKIEN", kommunenummer: "4003" },
    harRegistrertAntallAnsatte: false,
    oppstartsdato: "2020-01-01",
    respons_klasse: "Underenhet",
  };
}
