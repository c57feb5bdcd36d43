// Signing in with a passkey, and adding one. Both need the browser's own dialogue; without script the e-mail link does it all.
const calls = "/api/auth/passkey";

if ("PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential) {
  for (const part of document.querySelectorAll<HTMLElement>("[data-passkey-part], [data-passkey-sign-in], [data-passkey-add]"))
    part.hidden = false;
  const signIn = document.querySelector<HTMLElement>("p[data-passkey-sign-in][data-to]");
  signIn?.querySelector("button")?.addEventListener("click", () => attempt(() => enter(signIn.dataset.to ?? "/")));
  const form = document.querySelector<HTMLFormElement>("form[data-passkey-add]");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(() => add(form));
  });
}

async function enter(to: string): Promise<void> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask("GET", "generate-authenticate-options"));
  const credential = await navigator.credentials.get({ publicKey: options });
  await ask("POST", "verify-authentication", { response: inJson(credential) });
  location.assign(to);
}

async function add(form: HTMLFormElement): Promise<void> {
  const name = String(new FormData(form).get("name") ?? "").trim();
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask("GET", "generate-register-options"));
  const credential = await navigator.credentials.create({ publicKey: options });
  await ask("POST", "verify-registration", { response: inJson(credential), ...(name && { name }) });
  location.assign(`${location.pathname}?done=passkey`);
}

// what the person broke off is no failure; the sentence stands in the page, in its language
async function attempt(work: () => Promise<void>): Promise<void> {
  const failed = document.querySelector<HTMLElement>("[data-passkey-failed]");
  if (failed) failed.textContent = "";
  try {
    await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    if (failed) failed.textContent = failed.dataset.passkeyFailed ?? "";
  }
}

async function ask(method: "GET" | "POST", path: string, body?: unknown) {
  const answer = await fetch(`${calls}/${path}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

function inJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("The browser gave no passkey");
  return credential.toJSON();
}
