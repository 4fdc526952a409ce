const CHOSEN = "filter-chosen";

/**
 * A chosen filter applies at once, and the panel stays open under the hand for the next one. Typed words wait for Enter or for the
 * button, and so does a keyboard that walks through a list.
 */
export function submitFilters(page: Document, storage: Storage): void {
  openAgain(page, storage);
  let byKeyboard = false;
  page.addEventListener("keydown", () => (byKeyboard = true));
  page.addEventListener("pointerdown", () => (byKeyboard = false));
  page.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))))
      return;
    const form = target.closest<HTMLFormElement>("form[data-filters]");
    if (!form || byKeyboard) return;
    storage.setItem(CHOSEN, target.id);
    form.requestSubmit();
  });
  // Empty parameters only lengthen the address that people send each other.
  page.addEventListener("formdata", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-filters]")) return;
    for (const [name, value] of [...event.formData])
      if (value === "" && event.formData.getAll(name).length === 1) event.formData.delete(name);
  });
}

function openAgain(page: Document, storage: Storage): void {
  const chosen = storage.getItem(CHOSEN);
  storage.removeItem(CHOSEN);
  const field = chosen === null ? null : page.getElementById(chosen);
  const panel = field?.closest<HTMLDetailsElement>("form[data-filters] details");
  if (!field || !panel) return;
  panel.open = true;
  field.focus({ preventScroll: true });
}
