/** Takes the person to what answers their gesture: the summary of errors. */
export function takeFocus(page: Document): void {
  page.querySelector<HTMLElement>("[data-focus]")?.focus();
}
