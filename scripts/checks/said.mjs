/** The ten files that took longest: where the next minute is to be gained. */
export function slowest(files) {
  if (files.length === 0) return "";
  const lines = files
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 10)
    .map(({ name, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${name}\n`);
  return `\n▸ The slowest files\n${lines.join("")}`;
}

/** The closing line, which is read by machines: "N passed, N failed, N skipped". */
export const sayTotal = ({ passed, failed, skipped }, seconds) =>
  `\n${(seconds / 60).toFixed(1)} minutes\n${passed} passed, ${failed} failed, ${skipped} skipped\n`;
