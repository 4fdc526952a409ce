const PREFIX = "draft:";
const SENT = "draft-sent";
type Typed = readonly (readonly [name: string, value: string])[];

const typedIn = (form: HTMLFormElement): Typed =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && !hiddenIn(form, name) ? [[name, value] as const] : [],
  );

const hiddenIn = (form: HTMLFormElement, name: string) => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement && (field.type === "hidden" || field.type === "password");
};

/**
 * What is being typed is kept on this device until it is saved, and offered again when the form comes back: an expired session, a
 * lost network, a page left too soon. Leaving with unsaved changes is asked about. A draft is forgotten when the page that follows its
 * sending says that it was saved, or when the form comes back holding the same.
 */
export function keepDrafts(page: Document, storage: Storage): void {
  const sent = storage.getItem(SENT);
  storage.removeItem(SENT);
  if (sent && page.querySelector(".notice-success[role=status]")) storage.removeItem(PREFIX + sent);
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-draft]")) keepDraft(form, storage);
}

function keepDraft(form: HTMLFormElement, storage: Storage): void {
  const key = PREFIX + (form.dataset.draft ?? "");
  const first = JSON.stringify(typedIn(form));
  let leaving = false;

  const kept = storage.getItem(key);
  // With an error at hand the server has given back what was typed: nothing to find again.
  if (kept === first) storage.removeItem(key);
  else if (kept !== null && !form.querySelector("[aria-invalid]")) offer(form, key, kept, storage);

  form.addEventListener("input", () => {
    const now = JSON.stringify(typedIn(form));
    try {
      if (now === first) storage.removeItem(key);
      else storage.setItem(key, now);
    } catch {
      // A full or forbidden storage costs the draft, not the form.
    }
  });
  form.addEventListener("submit", () => {
    leaving = true;
    storage.setItem(SENT, form.dataset.draft ?? "");
  });
  window.addEventListener("pageshow", () => (leaving = false));
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && JSON.stringify(typedIn(form)) !== first) event.preventDefault();
  });
}

function offer(form: HTMLFormElement, key: string, kept: string, storage: Storage): void {
  const notice = document.createElement("div");
  notice.className = "notice draft-found";
  notice.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = form.dataset.draftFound ?? "";
  const actions = document.createElement("div");
  actions.className = "actions";
  const button = (text: string | undefined, act: () => void) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "button button-plain";
    element.textContent = text ?? "";
    element.addEventListener("click", () => {
      act();
      notice.remove();
    });
    actions.append(element);
  };
  button(form.dataset.draftRestore, () => restore(form, kept));
  button(form.dataset.draftDrop, () => storage.removeItem(key));
  const body = document.createElement("div");
  body.className = "notice-body";
  body.append(words, actions);
  notice.append(document.createElement("span"), body);
  form.prepend(notice);
}

function restore(form: HTMLFormElement, kept: string): void {
  const entries = readTyped(kept);
  for (const list of form.querySelectorAll<HTMLElement>("[data-repeat]")) growTo(list, entries);
  const left = new Map<string, string[]>();
  for (const [name, value] of entries) left.set(name, [...(left.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type))
      field.checked = left.get(field.name)?.includes(field.value) ?? false;
    else if (field instanceof HTMLInputElement && /^(file|hidden|password|submit)$/.test(field.type)) continue;
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      const value = left.get(field.name)?.shift();
      if (value !== undefined) field.value = value;
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function growTo(list: HTMLElement, entries: Typed): void {
  const prefix = `${list.dataset.repeat ?? ""}.`;
  const wanted = Math.max(
    -1,
    ...entries.flatMap(([name]) => (name.startsWith(prefix) ? [Number.parseInt(name.slice(prefix.length), 10)] : [])),
  );
  const add = list.querySelector<HTMLButtonElement>('button[name="_add"]');
  while (add && Number(list.dataset.repeatNext) <= wanted) add.click();
}

function readTyped(text: string): Typed {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) =>
    Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string" ? [[entry[0], entry[1]] as const] : [],
  );
}
