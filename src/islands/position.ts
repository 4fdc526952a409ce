/** A button that asks the device where it is, on request alone, to about a hundred metres: it is hidden where that can't be. */
export function askPosition(page: Document): void {
  const button = page.querySelector<HTMLButtonElement>("button[data-position]");
  const form = button?.form;
  if (!button || !form || !("geolocation" in navigator)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        const near = form.elements.namedItem("near");
        if (near instanceof HTMLInputElement) near.value = "";
        write(form, "lat", latitude.toFixed(3));
        write(form, "lon", longitude.toFixed(3));
        form.requestSubmit();
      },
      () => {
        const said = page.createElement("span");
        said.setAttribute("role", "status");
        said.textContent = button.dataset["denied"] ?? "";
        button.replaceWith(said);
      },
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const known = form.elements.namedItem(name);
  if (known instanceof HTMLInputElement) {
    known.value = value;
    return;
  }
  const input = form.ownerDocument.createElement("input");
  input.type = "hidden";
  input.name = name;
  input.value = value;
  form.append(input);
}
