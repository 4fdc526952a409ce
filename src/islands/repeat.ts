/** Adds and removes rows in place. The server does the same with `_add` and `_remove` where no script runs. */
export function repeatRows(page: Document): void {
  page.addEventListener("click", (event) => {
    const button =
      event.target instanceof Element
        ? event.target.closest<HTMLButtonElement>('button[name="_add"], button[name="_remove"]')
        : null;
    const group = button?.closest<HTMLElement>("[data-repeat]");
    const rows = group?.querySelector<HTMLElement>("[data-repeat-rows]");
    if (!button || !group || !rows) return;
    event.preventDefault();
    if (button.name === "_add") add(group, rows);
    else remove(group, rows, button);
    group.closest("form")?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

function add(group: HTMLElement, rows: HTMLElement): void {
  const template = group.querySelector<HTMLTemplateElement>("template[data-repeat-template]");
  if (!template) return;
  const index = Number(group.dataset.repeatNext);
  group.dataset.repeatNext = String(index + 1);
  const copy = document.createElement("template");
  copy.innerHTML = template.innerHTML.replaceAll("__row__", String(index));
  // The name that is read out counts from one, the index from zero.
  const row = copy.content.firstElementChild;
  row?.setAttribute(
    "aria-label",
    (template.content.firstElementChild?.getAttribute("aria-label") ?? "").replace("__row__", String(rows.children.length + 1)),
  );
  rows.append(copy.content);
  rows.lastElementChild?.querySelector<HTMLElement>("input, select, textarea")?.focus();
}

function remove(group: HTMLElement, rows: HTMLElement, button: HTMLButtonElement): void {
  const row = button.closest("[data-repeat-row]");
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  row?.remove();
  (
    next?.querySelector<HTMLElement>("input, select, textarea") ??
    group.querySelector<HTMLElement>('button[name="_add"]') ??
    rows
  ).focus();
}
