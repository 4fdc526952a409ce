/** A chosen filter applies at once. Typed words wait for Enter or for the button, and so does a keyboard that walks through a list. */
export function submitFilters(page: Document): void {
  let byKeyboard = false;
  page.addEventListener("keydown", () => (byKeyboard = true));
  page.addEventListener("pointerdown", () => (byKeyboard = false));
  page.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))))
      return;
    const form = target.closest<HTMLFormElement>("form[data-filters]");
    if (form && !byKeyboard) form.requestSubmit();
  });
  // Empty parameters only lengthen the address that people send each other.
  page.addEventListener("formdata", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.matches("[data-filters]")) return;
    for (const [name, value] of [...event.formData])
      if (value === "" && event.formData.getAll(name).length === 1) event.formData.delete(name);
  });
}
