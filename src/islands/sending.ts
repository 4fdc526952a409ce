const PATIENCE = 500;

/** A form is sent once; after half a second its button says that it is on its way. */
export function showSending(page: Document): void {
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-form]") || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const button = event.submitter?.matches(".sr-only") ? form.querySelector<HTMLElement>(".button-main") : event.submitter;
    window.setTimeout(() => {
      if (!form.dataset.sent || !button) return;
      button.classList.add("is-sending");
      const word = page.createElement("span");
      word.className = "sr-only";
      word.setAttribute("role", "status");
      button.after(word);
      word.textContent = form.dataset.sending ?? "";
    }, PATIENCE);
  });
  // The browser gives back the page as it was left when one returns: it must be possible to send again.
  window.addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset.sent;
    for (const button of page.querySelectorAll(".is-sending")) button.classList.remove("is-sending");
  });
}
