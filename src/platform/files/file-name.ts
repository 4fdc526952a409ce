/** A name that is safe in a folder and on a line: no path, no control character, no trick of direction. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .toWellFormed()
    .normalize("NFC")
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, "")
    .trim();
  if (clean.length <= 150) return clean === "" ? "fichier" : clean;
  const extension = /\.[^.]{1,5}$/.exec(clean)?.[0] ?? "";
  return `${clean.slice(0, 150 - extension.length).toWellFormed()}${extension}`;
}
