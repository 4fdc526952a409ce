/** Counts what is left to write, without ever cutting it. Announced only when it passes the limit. */
export function countCharacters(page: Document): void {
  const draw = (area: HTMLTextAreaElement) => {
    const line = page.getElementById(area.dataset.count ?? "");
    if (!line) return;
    // The server counts line breaks as it receives them, and whole characters: an emoji is one.
    const left = Number(area.dataset.max) - [...area.value].length;
    const over = left < 0;
    line.textContent = ((over ? area.dataset.over : area.dataset.left) ?? "#").replace(
      "#",
      Math.abs(left).toLocaleString(page.documentElement.lang),
    );
    line.classList.toggle("is-over", over);
    line.setAttribute("aria-live", over ? "polite" : "off");
  };
  for (const area of page.querySelectorAll<HTMLTextAreaElement>("textarea[data-count]")) draw(area);
  page.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.dataset.count) draw(target);
  });
}
