type Field = string | File | Fields | Field[];
interface Fields {
  [name: string]: Field;
}

const step = /[^.[\]]+/g;
const forbidden = new Set(["__proto__", "constructor", "prototype"]);
const maxRows = 1_000;

/**
 * Turns the flat fields of a form into an object: `milestones[0].title` → `{ milestones: [{ title }] }`. A name that
 * comes several times becomes a list (checkboxes); files that were not chosen are left out. Field names that begin
 * with `_` belong to the page (buttons, versions) and are left out too.
 */
export function readForm(data: Iterable<[string, string | File]>): Fields {
  const root = bare();
  for (const [name, value] of data) {
    if (name.startsWith("_") || (value instanceof File && value.size === 0 && value.name === "")) continue;
    const path = name.match(step) ?? [];
    if (path.length === 0 || path.length > 8 || path.some((key) => forbidden.has(key))) continue;
    // PostgreSQL stores no NUL, and nobody types one.
    put(root, path, typeof value === "string" ? value.replaceAll("\u0000", "") : value);
  }
  return dense(root);
}

/** An object without a prototype: a field may bear any name. */
function bare(): Fields {
  const made: Fields = {};
  Object.setPrototypeOf(made, null);
  return made;
}

function put(root: Fields, path: readonly string[], value: string | File): void {
  let place = root;
  for (const key of path.slice(0, -1)) {
    const next = place[key];
    if (typeof next === "object" && !Array.isArray(next) && !(next instanceof File)) {
      place = next;
    } else {
      const made = bare();
      place[key] = made;
      place = made;
    }
  }
  const last = path.at(-1) ?? "";
  const known = place[last];
  if (known === undefined) place[last] = value;
  else if (Array.isArray(known)) known.push(value);
  else place[last] = [known, value];
}

/** Objects whose keys are all numbers are lists with holes left out. */
function dense(fields: Fields): Fields {
  const result: Fields = {};
  for (const [key, value] of Object.entries(fields)) result[key] = denseValue(value);
  return result;
}

function denseValue(value: Field): Field {
  if (typeof value === "string" || value instanceof File) return value;
  if (Array.isArray(value)) return value.map(denseValue);
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,6}$/.test(key))) {
    return keys
      .map(Number)
      .toSorted((a, b) => a - b)
      .slice(0, maxRows)
      .map((key) => denseValue(value[String(key)] ?? ""));
  }
  return dense(value);
}
