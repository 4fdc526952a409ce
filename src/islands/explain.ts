/** The rule behind a computed fact opens on hover and on focus. A press, without this, opens it too. */
export function openExplanations(page: Document): void {
  if (!("showPopover" in HTMLElement.prototype)) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>("button[data-explain]")) {
    const rule = page.getElementById(button.getAttribute("popovertarget") ?? "");
    if (!rule) continue;
    let closing = 0;
    const open = () => {
      clearTimeout(closing);
      if (!rule.matches(":popover-open")) rule.showPopover({ source: button });
    };
    // The pointer may travel from the fact to its rule without losing it.
    const close = () => {
      closing = window.setTimeout(() => rule.matches(":popover-open") && rule.hidePopover(), 200);
    };
    for (const part of [button, rule]) {
      part.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && open());
      part.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && close());
    }
    button.addEventListener("focus", () => button.matches(":focus-visible") && open());
    button.addEventListener("blur", close);
  }
}
