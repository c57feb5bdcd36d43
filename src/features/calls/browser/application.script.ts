// An application is saved as one types. What could not be sent stands in the form, and is sent again; nothing is said to be saved that is not.
const form = document.querySelector<HTMLFormElement>("form[data-application]");
if (form) keep(form);

type Answer = string | number | boolean | string[] | null;

function keep(form: HTMLFormElement): void {
  const address = form.dataset.application ?? "";
  const status = form.querySelector<HTMLElement>("[data-saved] span");
  const savedText = form.querySelector<HTMLElement>("[data-saved]")?.dataset.saved ?? "";
  const version = form.querySelector<HTMLInputElement>("input[name='version']");
  const patience = 1_200;
  const pause = 8_000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [isChanged, isSending, isLeaving] = [false, false, false];
  for (const hint of form.querySelectorAll<HTMLElement>("[data-needs-script]")) hint.hidden = false;

  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") return;
    isChanged = true;
    wait(patience);
  });
  // last of all that hear it: what nobody answers stays
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (target !== form || defaultPrevented) return;
    isLeaving = true;
    clearTimeout(timer);
  });
  addEventListener("online", () => {
    if (isChanged) void save();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && isChanged && !isLeaving) void save();
  });
  addEventListener("beforeunload", (event) => {
    if (isChanged && !isLeaving) event.preventDefault();
  });

  function wait(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), milliseconds);
  }

  async function save(): Promise<void> {
    if (isSending || isLeaving) return;
    isSending = true;
    isChanged = false;
    const answer = await send();
    isSending = false;
    if (answer?.ok) {
      const saved = (await answer.json()) as { version: number };
      if (version) version.value = String(saved.version);
      say(savedText.replace("{moment}", new Date().toTimeString().slice(0, 5)), "saved");
      if (isChanged) wait(patience);
      return;
    }
    isChanged = true;
    if (answer?.status === 412) return say(form.dataset.elsewhere ?? "", "unsaved");
    say(form.dataset.notSaved ?? "", "unsaved");
    wait(pause);
  }

  async function send(): Promise<Response | undefined> {
    try {
      return await fetch(address, {
        method: "PATCH",
        keepalive: true,
        headers: { "content-type": "application/json", ...(version && { "if-match": `"${version.value}"` }) },
        body: JSON.stringify(written()),
      });
    } catch {
      return undefined;
    }
  }

  function say(text: string, state: "saved" | "unsaved"): void {
    if (!status) return;
    status.parentElement?.setAttribute("data-state", state);
    if (status.textContent !== text) status.textContent = text;
  }

  function written(): Record<string, unknown> {
    const textOf = (name: string) => form.querySelector<HTMLInputElement>(`[name='${name}']`)?.value;
    const number = textOf("organizationNumber");
    return { title: textOf("title") ?? "", ...(number !== undefined && { organizationNumber: number }), answers: answers() };
  }

  function answers(): Record<string, Answer> {
    const asked = [...form.querySelectorAll<HTMLElement>("[data-question]")].filter(({ dataset }) => dataset.kind !== "file");
    return Object.fromEntries(asked.map((question): [string, Answer] => [question.dataset.question ?? "", answerIn(question)]));
  }
}

function answerIn(question: HTMLElement): Answer {
  const chosen = [...question.querySelectorAll<HTMLInputElement>("input:checked")].map(({ value }) => value);
  const text = question.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea")?.value ?? "";
  switch (question.dataset.kind) {
    case "several":
      return chosen;
    case "consent":
      return chosen.length > 0 ? true : null;
    case "choice":
      return chosen[0] ?? null;
    case "number": {
      const number = Number(text.replaceAll(/\s/g, "").replace(",", "."));
      return text.trim() === "" ? null : Number.isFinite(number) ? number : text;
    }
    default:
      return text;
  }
}
