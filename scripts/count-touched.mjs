// How many files a thing touches: `node scripts/count-touched.mjs [commit…]` counts, at each commit, the files that name a field of the fiche,
// a use case, a page, a wing. `node scripts/count-touched.mjs main..HEAD` counts those that a change of yours touched.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { refuse, root } from "./checkout.mjs";

const kinds = ["own", "words", "tests", "pages", "central", "other"];
/** Fields of one line or a few, that a fiche has had from the beginning. */
const fields = [
  "cafReferent",
  "leadPerson",
  "levers",
  "otherContracts",
  "recurrence",
  "residentsWord",
  "strengths",
  "unblockedBy",
];
const wings = ["convention", "plan", "directory"];
const central = /^src\/(?:app\/)?[^/]+$|^src\/(?:app|cli|front-door|home|account|platform|ui)\/|\/wing[.]ts$|^[^/]+$|^scripts\//;

const asked = process.argv.slice(2);
const range = asked.find((each) => each.includes(".."));
if (range === undefined) for (const commit of asked.length > 0 ? asked : ["5a52082", "HEAD"]) sayCommit(commit);
else sayChange(range);

function sayChange(commits) {
  const files = git("diff", "--name-only", commits);
  for (const file of files) process.stdout.write(`${kindOf(file).padEnd(9)}${file}\n`);
  process.stdout.write(table([["changed", [tally(files)]]]));
}

function sayCommit(commit) {
  const subject = git("log", "-1", "--format=%h %s", commit).join("");
  const imports = importsAt(commit);
  const names = new Map(lines(commit, '^  name: "[a-z]+[.][a-z-]+",').map(({ file, text }) => [file, text.match(/"(.*)"/)[1]]));
  /** A file, those that import it, and those that say the name of what it declares. */
  const known = (file) => {
    const importers = imports.filter(({ to }) => to === file).map(({ from }) => from);
    return tally([file, ...importers, ...(names.has(file) ? naming(commit, names.get(file)) : [])], file);
  };
  const declaring = (pattern) => lines(commit, pattern).flatMap(({ file }) => (isTest(file) ? [] : [known(file)]));
  const rows = [
    ["a field of the fiche", fields.map((name) => tally(naming(commit, name)))],
    ["a use case", declaring("^export const \\w+ = define(Action|UseCase)\\(")],
    ["a page", declaring("^export const \\w+Pages = \\(")],
    ["a wing, its folder apart", wings.map((wing) => wingAt(commit, imports, wing))],
  ];
  process.stdout.write(`\n${subject}\nfiles that name, on average:\n${table(rows)}`);
}

/** What knows a wing outside of it: the wings above it and the demonstration may, and are left out. */
function wingAt(commit, imports, wing) {
  const folder = new RegExp(`^src/(?:wings/)?${wing}/`);
  const isSubject = new RegExp(`^src/(?:wings|demo|${wings.join("|")})/`);
  const importers = imports.filter(({ from, to }) => folder.test(to) && !isSubject.test(from)).map(({ from }) => from);
  const settings = naming(commit, wing, ".dependency-cruiser.cjs", "*.config.ts");
  return tally([...importers, ...settings]);
}

function importsAt(commit) {
  return lines(commit, '(from|import) "[.][^"]*"').map(({ file, text }) => ({
    from: file,
    to: join(dirname(file), /"([^"]*)"/.exec(text)[1]),
  }));
}

function isTest(file) {
  return /[.](?:test|fixture|spec)[.]|^(?:test|e2e|bench)\//.test(file);
}

function kindOf(file, own) {
  if (file === own) return "own";
  if (isTest(file)) return "tests";
  if (/words[^/]*[.]json$/.test(file)) return "words";
  if (central.test(file)) return "central";
  return file.includes("/pages/") ? "pages" : "other";
}

function tally(files, own) {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  for (const file of new Set(files)) counts[kindOf(file, own)]++;
  return counts;
}

function table(rows) {
  const line = (first, cells) => `${first.padEnd(36)}${cells.map((cell) => cell.padStart(9)).join("")}\n`;
  const mean = (tallies, kind) => tallies.reduce((sum, each) => sum + each[kind], 0) / tallies.length;
  const said = (number) => number.toFixed(1).replace(".0", "");
  const body = rows.map(([name, tallies]) => {
    const means = kinds.map((kind) => mean(tallies, kind));
    return line(
      tallies.length > 1 ? `${name} (${tallies.length})` : name,
      [...means, means.reduce((sum, each) => sum + each)].map(said),
    );
  });
  return line("", [...kinds, "all"]) + body.join("");
}

function lines(commit, pattern) {
  return git("grep", "-IE", pattern, commit, "--", "src", "test").map((line) => {
    const [, file, ...text] = line.split(":");
    return { file, text: text.join(":") };
  });
}

function naming(commit, word, ...paths) {
  const found = git("grep", "-lwF", word, commit, "--", ...(paths.length > 0 ? paths : ["src", "test"]));
  return found.map((line) => line.slice(line.indexOf(":") + 1));
}

function git(...options) {
  const { status, stdout, stderr } = spawnSync("git", options, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  // Nothing found is one, and no fault.
  if (status !== 0 && !(options[0] === "grep" && status === 1)) refuse(stderr);
  return stdout.split("\n").filter((line) => line !== "");
}
