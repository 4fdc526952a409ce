/** `class` made of the parts that hold. */
export const classes = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(" ");

/** The id of the control of a field, from its name: what an error summary links to. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^A-Za-z0-9_-]/g, "-")}`;

/** The ids that describe a control, or nothing. */
export const describedBy = (...ids: readonly (string | false | 0 | null | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(" ") || undefined;

/** The address of the page with one parameter changed, or removed when the value is null. */
export function withParam(here: string, name: string, value: string | null): string {
  const cut = here.indexOf("?");
  const path = cut < 0 ? here : here.slice(0, cut);
  const params = new URLSearchParams(cut < 0 ? "" : here.slice(cut));
  if (value === null) params.delete(name);
  else params.set(name, value);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
