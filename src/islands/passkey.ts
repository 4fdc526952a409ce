// Loaded only where a page offers a passkey. Browsers that cannot read one from JSON keep the other ways in.

/** Shows the buttons that need a passkey, and does what they say. */
export function usePasskeys(page: Document): void {
  if (!("PublicKeyCredential" in window) || typeof PublicKeyCredential.parseRequestOptionsFromJSON !== "function") return;
  for (const part of page.querySelectorAll<HTMLElement>("[data-passkey]")) {
    const button = part.querySelector("button");
    if (button === null) continue;
    part.hidden = false;
    button.addEventListener("click", () => void run(part, button));
  }
}

async function run(part: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const said = part.querySelector<HTMLElement>("[data-passkey-said]");
  button.disabled = true;
  try {
    await (part.dataset["passkey"] === "add" ? add(part) : enter());
    location.assign(part.dataset["next"] ?? "/");
  } catch {
    // Cancelled, unknown here or too late: the other ways in stay on the page.
    if (said !== null) said.textContent = part.dataset["failed"] ?? "";
    button.disabled = false;
  }
}

async function add(part: HTMLElement): Promise<void> {
  const options = await ask("generate-register-options");
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await navigator.credentials.create({ publicKey });
  const name = part.querySelector<HTMLInputElement>("input")?.value.trim();
  await tell("verify-registration", { response: answer(made), ...(name ? { name } : {}) });
}

async function enter(): Promise<void> {
  const options = await ask("generate-authenticate-options");
  const shown = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  await tell("verify-authentication", { response: answer(shown) });
}

function answer(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new Error("no passkey was given");
  return credential.toJSON();
}

const path = "/connexion/auth/passkey/";

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;

async function ask(what: string): Promise<Options> {
  const response = await fetch(path + what);
  if (!response.ok) throw new Error(what);
  const options: unknown = await response.json();
  if (!isOptions(options)) throw new Error(what);
  return options;
}

/** Whether the server gave a challenge; the browser itself checks all the rest before it shows anything. */
const isOptions = (value: unknown): value is Options => typeof value === "object" && value !== null && "challenge" in value;

async function tell(what: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(path + what, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(what);
}
