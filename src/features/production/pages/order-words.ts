import { catalogue } from "../../../platform/language/language.ts";
import type { LineKind, OrderState, Priority, StepState } from "../order.ts";

type Vat = { percent: number; vat: string; gross: string };

type Words = {
  error: string;
  couldNot: string;
  orders: string;
  myOrders: string;
  myOrdersLead: string;
  noneMineTitle: string;
  noneMine: string;
  toSpaces: string;
  newOrder: string;
  newOrderIn: (f: { space: string }) => string;
  newLead: string;
  begin: string;
  begun: string;
  labLead: string;
  noneLab: string;
  more: string;
  order: string;
  lab: string;
  customer: string;
  payer: string;
  whoPays: string;
  payMyself: string;
  title: string;
  titleHint: string;
  description: string;
  descriptionHint: string;
  material: string;
  quantity: string;
  wantedBy: string;
  priority: string;
  state: string;
  price: string;
  since: string;
  states: Record<OrderState, string>;
  aboutState: Record<OrderState, { customer: string; lab: string }>;
  steps: Record<StepState, string>;
  priorities: Record<Priority, string>;
  path: string;
  files: string;
  noFiles: string;
  addFile: string;
  fileHint: string;
  upload: string;
  remove: string;
  removeLine: string;
  photos: string;
  photosOfResult: string;
  photoOf: (f: { title: string }) => string;
  allowPhotos: string;
  allowPhotosHint: string;
  photosAllowed: string;
  noPhotos: string;
  save: string;
  addPhoto: string;
  messages: string;
  noMessages: string;
  write: string;
  send: string;
  lines: string;
  noLines: string;
  kind: string;
  kinds: Record<LineKind, string>;
  what: string;
  amount: string;
  withVat: string;
  withoutVat: string;
  vatForLab: (f: Vat) => string;
  vatForCustomer: (f: Vat) => string;
  amountHint: string;
  sum: string;
  addLine: string;
  fromStock: string;
  noStock: string;
  consumed: string;
  machine: string;
  day: string;
  from: string;
  to: string;
  bookMachine: string;
  booked: string;
  cancelled: string;
  history: string;
  reason: string;
  reasonHint: string;
  change: string;
  done: string;
  stock: string;
  lowCount: (f: { count: number }) => string;
  consultation: string;
  askFirst: string;
  inStock: (f: { amount: number; unit: string }) => string;
};

export const orderWords = catalogue<Words>({
  nb: {
    error: "Feil",
    couldNot: "Det gikk ikke",
    orders: "Bestillinger",
    myOrders: "Mine bestillinger",
    myOrdersLead: "Det du har bedt verksteder lage, og hvor det står.",
    noneMineTitle: "Du har ikke bestilt noe ennå",
    noneMine: "Finn et verksted, og ta med tegningen.",
    toSpaces: "Se stedene",
    newOrder: "Ny bestilling",
    newOrderIn: ({ space }) => `Få noe laget hos ${space}`,
    newLead: "Si hva du vil ha laget. På neste side legger du ved tegningen og sender den. Du får en pris før noe begynner.",
    begin: "Gå videre til filene",
    begun: "Utkastet er lagret. Legg ved tegningen, og be om pris.",
    labLead: "Det andre har bedt dere lage. Øverst det som venter på dere.",
    noneLab: "Ingen bestillinger ennå.",
    more: "Vis flere",
    order: "Bestilling",
    lab: "Verksted",
    customer: "Kunde",
    payer: "Betales av",
    whoPays: "Hvem betaler?",
    payMyself: "Jeg betaler selv",
    title: "Hva skal lages?",
    titleHint: "Kort: «Skilt til døra»",
    description: "Beskrivelse",
    descriptionHint: "Mål, farge, overflate og hva det skal brukes til",
    material: "Materiale",
    quantity: "Antall",
    wantedBy: "Trengs innen",
    priority: "Hast",
    state: "Står",
    price: "Pris",
    since: "Siden",
    states: {
      draft: "Utkast",
      asked: "Venter på pris",
      quoted: "Har fått pris",
      accepted: "Avtalt",
      in_production: "I arbeid",
      ready: "Klar til henting",
      collected: "Hentet",
      declined: "Ble ikke noe av",
      stopped: "Stanset",
    },
    aboutState: {
      draft: { customer: "Bare du ser den. Legg ved filene, og be om pris.", lab: "" },
      asked: { customer: "Verkstedet regner på den. Du får brev når prisen er klar.", lab: "Legg inn linjer, og gi prisen." },
      quoted: { customer: "Si ja, så begynner arbeidet.", lab: "Venter på svar fra kunden." },
      accepted: {
        customer: "Verkstedet begynner når det er tid. Fram til da kan du avbestille uten å betale.",
        lab: "Book maskin, og begynn.",
      },
      in_production: { customer: "Noen arbeider med den nå. Skriv til verkstedet hvis den må stanses.", lab: "Si fra når den er klar." },
      ready: { customer: "Hent den når verkstedet har åpent.", lab: "Kryss av når kunden har hentet den." },
      collected: { customer: "Ferdig. Prisen er som avtalt.", lab: "Ferdig." },
      declined: { customer: "Avsluttet. Du betaler ikke for den.", lab: "Avsluttet." },
      stopped: { customer: "Verkstedet kunne ikke gjøre den ferdig.", lab: "Kunden har fått brev om det." },
    },
    steps: {
      draft: "",
      asked: "Be om pris",
      quoted: "Gi prisen",
      accepted: "Si ja til prisen",
      in_production: "Begynn arbeidet",
      ready: "Meld klar",
      collected: "Meld hentet",
      declined: "Si nei",
    },
    priorities: { urgent: "Haster", ordinary: "Vanlig", can_wait: "Kan vente" },
    path: "Hvor bestillingen står",
    files: "Filer",
    noFiles: "Ingen filer ennå.",
    addFile: "Legg ved en fil",
    fileHint: "STL, STEP, SVG, DXF, PDF, PNG eller JPEG",
    upload: "Last opp fila",
    removeLine: "Ta bort linja",
    remove: "Ta bort",
    photos: "Bilder",
    photosOfResult: "Bilder av resultatet",
    photoOf: ({ title }) => `Bilde av «${title}»`,
    allowPhotos: "Verkstedet kan ta bilder av resultatet",
    allowPhotosHint: "Du kan ombestemme deg, og ta bort bildene når du vil.",
    photosAllowed: "Kunden har sagt ja til bilder.",
    noPhotos: "Kunden har ikke sagt ja til bilder.",
    save: "Lagre",
    addPhoto: "Legg til bildet",
    messages: "Meldinger",
    noMessages: "Ingen meldinger ennå.",
    write: "Skriv en melding",
    send: "Send meldingen",
    lines: "Pris",
    noLines: "Ingen pris ennå.",
    kind: "Slag",
    kinds: { work: "Arbeid", machine: "Maskin", material: "Materiale", other: "Annet" },
    what: "Hva",
    amount: "Beløp",
    withVat: "Pris med mva.",
    withoutVat: "Pris uten mva.",
    vatForLab: (f) =>
      f.percent > 0
        ? `Mva. ${f.percent} %: ${f.vat} i tillegg. Kunden ser, og betaler, ${f.gross}.`
        : "Verkstedet er ikke mva-registrert. Kunden betaler det som står her.",
    vatForCustomer: (f) =>
      f.percent > 0
        ? `Mva. på ${f.vat} (${f.percent} %) er med i prisen. Du betaler ${f.gross} i alt.`
        : `Du betaler ${f.gross} i alt. Verkstedet er ikke mva-registrert.`,
    amountHint: "Kroner, uten mva.",
    sum: "Sum",
    addLine: "Legg til en linje",
    fromStock: "Fra lageret",
    noStock: "Ikke fra lageret",
    consumed: "Hvor mye",
    machine: "Maskin",
    day: "Dag",
    from: "Fra",
    to: "Til",
    bookMachine: "Book en maskin",
    booked: "Booket",
    cancelled: "avlyst",
    history: "Hva som har skjedd",
    reason: "Begrunnelse",
    reasonHint: "Den andre får den i brevet",
    change: "Endre bestillingen",
    done: "Lagret.",
    stock: "På lager",
    lowCount: ({ count }) => `lite igjen av ${count}`,
    consultation: "Veiledning",
    askFirst: "Snakk med noen først: ta en time til veiledning",
    inStock: ({ amount, unit }) => `${amount} igjen (${unit})`,
  },
  nn: {
    error: "Feil",
    couldNot: "Det gjekk ikkje",
    orders: "Bestillingar",
    myOrders: "Mine bestillingar",
    myOrdersLead: "Det du har bede verkstader lage, og kvar det står.",
    noneMineTitle: "Du har ikkje bestilt noko enno",
    noneMine: "Finn ein verkstad, og ta med teikninga.",
    toSpaces: "Sjå stadene",
    newOrder: "Ny bestilling",
    newOrderIn: ({ space }) => `Få noko laga hos ${space}`,
    newLead: "Sei kva du vil ha laga. På neste side legg du ved teikninga og sender ho. Du får ein pris før noko byrjar.",
    begin: "Gå vidare til filene",
    begun: "Utkastet er lagra. Legg ved teikninga, og be om pris.",
    labLead: "Det andre har bede dykk lage. Øvst det som ventar på dykk.",
    noneLab: "Ingen bestillingar enno.",
    more: "Vis fleire",
    order: "Bestilling",
    lab: "Verkstad",
    customer: "Kunde",
    payer: "Blir betalt av",
    whoPays: "Kven betaler?",
    payMyself: "Eg betaler sjølv",
    title: "Kva skal lagast?",
    titleHint: "Kort: «Skilt til døra»",
    description: "Skildring",
    descriptionHint: "Mål, farge, overflate og kva det skal brukast til",
    material: "Materiale",
    quantity: "Kor mange",
    wantedBy: "Trengst innan",
    priority: "Hast",
    state: "Står",
    price: "Pris",
    since: "Sidan",
    states: {
      draft: "Utkast",
      asked: "Ventar på pris",
      quoted: "Har fått pris",
      accepted: "Avtalt",
      in_production: "I arbeid",
      ready: "Klar til henting",
      collected: "Henta",
      declined: "Vart ikkje noko av",
      stopped: "Stansa",
    },
    aboutState: {
      draft: { customer: "Berre du ser ho. Legg ved filene, og be om pris.", lab: "" },
      asked: { customer: "Verkstaden reknar på ho. Du får brev når prisen er klar.", lab: "Legg inn linjer, og gi prisen." },
      quoted: { customer: "Sei ja, så byrjar arbeidet.", lab: "Ventar på svar frå kunden." },
      accepted: {
        customer: "Verkstaden byrjar når det er tid. Fram til då kan du avbestille utan å betale.",
        lab: "Book maskin, og byrj.",
      },
      in_production: { customer: "Nokon arbeider med ho no. Skriv til verkstaden om ho må stansast.", lab: "Sei frå når ho er klar." },
      ready: { customer: "Hent ho når verkstaden har ope.", lab: "Kryss av når kunden har henta ho." },
      collected: { customer: "Ferdig. Prisen er som avtalt.", lab: "Ferdig." },
      declined: { customer: "Avslutta. Du betaler ikkje for ho.", lab: "Avslutta." },
      stopped: { customer: "Verkstaden kunne ikkje gjere ho ferdig.", lab: "Kunden har fått brev om det." },
    },
    steps: {
      draft: "",
      asked: "Be om pris",
      quoted: "Gi prisen",
      accepted: "Sei ja til prisen",
      in_production: "Byrj arbeidet",
      ready: "Meld klar",
      collected: "Meld henta",
      declined: "Sei nei",
    },
    priorities: { urgent: "Hastar", ordinary: "Vanleg", can_wait: "Kan vente" },
    path: "Kvar bestillinga står",
    files: "Filer",
    noFiles: "Ingen filer enno.",
    addFile: "Legg ved ei fil",
    fileHint: "STL, STEP, SVG, DXF, PDF, PNG eller JPEG",
    upload: "Last opp fila",
    removeLine: "Ta bort linja",
    remove: "Ta bort",
    photos: "Bilete",
    photosOfResult: "Bilete av resultatet",
    photoOf: ({ title }) => `Bilete av «${title}»`,
    allowPhotos: "Verkstaden kan ta bilete av resultatet",
    allowPhotosHint: "Du kan ombestemme deg, og ta bort bileta når du vil.",
    photosAllowed: "Kunden har sagt ja til bilete.",
    noPhotos: "Kunden har ikkje sagt ja til bilete.",
    save: "Lagre",
    addPhoto: "Legg til biletet",
    messages: "Meldingar",
    noMessages: "Ingen meldingar enno.",
    write: "Skriv ei melding",
    send: "Send meldinga",
    lines: "Pris",
    noLines: "Ingen pris enno.",
    kind: "Slag",
    kinds: { work: "Arbeid", machine: "Maskin", material: "Materiale", other: "Anna" },
    what: "Kva",
    amount: "Beløp",
    withVat: "Pris med mva.",
    withoutVat: "Pris utan mva.",
    vatForLab: (f) =>
      f.percent > 0
        ? `Mva. ${f.percent} %: ${f.vat} i tillegg. Kunden ser, og betaler, ${f.gross}.`
        : "Verkstaden er ikkje mva-registrert. Kunden betaler det som står her.",
    vatForCustomer: (f) =>
      f.percent > 0
        ? `Mva. på ${f.vat} (${f.percent} %) er med i prisen. Du betaler ${f.gross} i alt.`
        : `Du betaler ${f.gross} i alt. Verkstaden er ikkje mva-registrert.`,
    amountHint: "Kroner, utan mva.",
    sum: "Sum",
    addLine: "Legg til ei linje",
    fromStock: "Frå lageret",
    noStock: "Ikkje frå lageret",
    consumed: "Kor mykje",
    machine: "Maskin",
    day: "Dag",
    from: "Frå",
    to: "Til",
    bookMachine: "Book ei maskin",
    booked: "Booka",
    cancelled: "avlyst",
    history: "Kva som har skjedd",
    reason: "Grunngjeving",
    reasonHint: "Den andre får ho i brevet",
    change: "Endre bestillinga",
    done: "Lagra.",
    stock: "På lager",
    lowCount: ({ count }) => `lite att av ${count}`,
    consultation: "Rettleiing",
    askFirst: "Snakk med nokon først: ta ein time til rettleiing",
    inStock: ({ amount, unit }) => `${amount} att (${unit})`,
  },
  en: {
    error: "Error",
    couldNot: "That did not work",
    orders: "Orders",
    myOrders: "My orders",
    myOrdersLead: "What you have asked labs to make, and where it stands.",
    noneMineTitle: "You have not ordered anything yet",
    noneMine: "Find a lab, and bring the drawing.",
    toSpaces: "See the spaces",
    newOrder: "New order",
    newOrderIn: ({ space }) => `Have something made at ${space}`,
    newLead: "Say what you want made. On the next page you add the drawing and send it. You get a price before anything begins.",
    begin: "Go on to the files",
    begun: "The draft is saved. Add the drawing, and ask for a price.",
    labLead: "What others have asked you to make. What waits for you comes first.",
    noneLab: "No orders yet.",
    more: "Show more",
    order: "Order",
    lab: "Lab",
    customer: "Customer",
    payer: "Paid by",
    whoPays: "Who pays?",
    payMyself: "I pay myself",
    title: "What is to be made?",
    titleHint: "In short: “Sign for the door”",
    description: "Description",
    descriptionHint: "Measures, colour, surface and what it is for",
    material: "Material",
    quantity: "How many",
    wantedBy: "Needed by",
    priority: "Urgency",
    state: "Stands",
    price: "Price",
    since: "Since",
    states: {
      draft: "Draft",
      asked: "Waits for a price",
      quoted: "Has a price",
      accepted: "Agreed",
      in_production: "Being made",
      ready: "Ready to collect",
      collected: "Collected",
      declined: "Came to nothing",
      stopped: "Stopped",
    },
    aboutState: {
      draft: { customer: "Only you see it. Add the files, and ask for a price.", lab: "" },
      asked: { customer: "The lab is working out the price. You get a letter when it is there.", lab: "Add lines, and give the price." },
      quoted: { customer: "Say yes, and the work begins.", lab: "Waits for the customer's answer." },
      accepted: {
        customer: "The lab begins when there is time. Until then you can call it off and pay nothing.",
        lab: "Book a machine, and begin.",
      },
      in_production: { customer: "Somebody is working on it. Write to the lab if it has to be stopped.", lab: "Say so when it is ready." },
      ready: { customer: "Collect it when the lab is open.", lab: "Tick off when the customer has collected it." },
      collected: { customer: "Done. The price is as agreed.", lab: "Done." },
      declined: { customer: "Closed. You do not pay for it.", lab: "Closed." },
      stopped: { customer: "The lab could not finish it.", lab: "The customer has had a letter about it." },
    },
    steps: {
      draft: "",
      asked: "Ask for a price",
      quoted: "Give the price",
      accepted: "Say yes to the price",
      in_production: "Begin the work",
      ready: "Say it is ready",
      collected: "Say it is collected",
      declined: "Say no",
    },
    priorities: { urgent: "Urgent", ordinary: "Ordinary", can_wait: "Can wait" },
    path: "Where the order stands",
    files: "Files",
    noFiles: "No files yet.",
    addFile: "Add a file",
    fileHint: "STL, STEP, SVG, DXF, PDF, PNG or JPEG",
    upload: "Upload the file",
    removeLine: "Take the line away",
    remove: "Take away",
    photos: "Photos",
    photosOfResult: "Photos of the result",
    photoOf: ({ title }) => `Photo of “${title}”`,
    allowPhotos: "The lab may take photos of the result",
    allowPhotosHint: "You can change your mind, and take the photos away at any time.",
    photosAllowed: "The customer has agreed to photos.",
    noPhotos: "The customer has not agreed to photos.",
    save: "Save",
    addPhoto: "Add the photo",
    messages: "Messages",
    noMessages: "No messages yet.",
    write: "Write a message",
    send: "Send the message",
    lines: "Price",
    noLines: "No price yet.",
    kind: "Kind",
    kinds: { work: "Work", machine: "Machine", material: "Material", other: "Other" },
    what: "What",
    amount: "Amount",
    withVat: "Price with VAT",
    withoutVat: "Price without VAT",
    vatForLab: (f) =>
      f.percent > 0
        ? `VAT of ${f.percent}%: ${f.vat} on top. The customer sees and pays ${f.gross}.`
        : "The lab is not registered for VAT. The customer pays what stands here.",
    vatForCustomer: (f) =>
      f.percent > 0
        ? `VAT of ${f.vat} (${f.percent}%) is part of the price. You pay ${f.gross} in all.`
        : `You pay ${f.gross} in all. The lab is not registered for VAT.`,
    amountHint: "Kroner, without VAT",
    sum: "Sum",
    addLine: "Add a line",
    fromStock: "From the stock",
    noStock: "Not from the stock",
    consumed: "How much",
    machine: "Machine",
    day: "Day",
    from: "From",
    to: "To",
    bookMachine: "Book a machine",
    booked: "Booked",
    cancelled: "cancelled",
    history: "What has happened",
    reason: "Reason",
    reasonHint: "The other side gets it in the letter",
    change: "Change the order",
    done: "Saved.",
    stock: "In stock",
    lowCount: ({ count }) => `low on ${count}`,
    consultation: "Consultation",
    askFirst: "Talk to somebody first: take a consultation slot",
    inStock: ({ amount, unit }) => `${amount} left (${unit})`,
  },
});
