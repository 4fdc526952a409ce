// The drawing of the house in docs/architecture.md: its boxes in order, and how many imports lead from each to those below it.
import { readFileSync, writeFileSync } from "node:fs";
import { inCheckout } from "../checkout.mjs";
import { wingOrder } from "../order.cjs";

const path = inCheckout("docs", "architecture.md");
const [start, end] = ["<!-- npm run drawing writes from here -->\n", "<!-- to here -->\n"];
const isTest = (source) => /^test\/|[.](?:test|fixture)[.]/.test(source);

/** From the top to the bottom, as the rules of `.dependency-cruiser.cjs` have it. */
const boxes = () => ["app", "demo", ...wingOrder().toReversed(), "islands", "ui", "platform", "packages"];
const boxOf = (source) =>
  /^src\/(?:wings\/)?([^/]+)\/|^(packages)\//
    .exec(source)
    ?.slice(1)
    .find((name) => name !== undefined);

/** Writes the drawing of these modules into the document. */
export function draw(modules) {
  const { before, after } = cut();
  writeFileSync(path, `${before}${drawingOf(modules)}${after}`);
}

/**
 * What the drawing in the document says otherwise than the code, in one sentence; `undefined` where it is true. Every box and arrow counts;
 * the number on an arrow may be a tenth behind, so that an import more is no reason to draw again.
 */
export function falsehood(modules) {
  const shape = (drawing) => drawing.replace(/ *\d+ */g, " # ");
  const numbers = (drawing) => [...drawing.matchAll(/\d+/g)].map(Number);
  const [drawn, now] = [cut().drawing, drawingOf(modules)];
  const isNear = (number, index) => Math.abs(number - numbers(now)[index]) <= Math.max(3, number / 10);
  if (shape(drawn) === shape(now) && numbers(drawn).every(isNear)) return undefined;
  return "The drawing in docs/architecture.md is no longer what the code says: npm run drawing, and look at what changed.";
}

function cut() {
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  return { before: text.slice(0, from), drawing: text.slice(from, to), after: text.slice(to) };
}

/** The boxes go down as stairs: under each hang its arrows, on the lines of the boxes that they reach. One upwards would stand above. */
function drawingOf(modules) {
  const order = boxes();
  const arrows = arrowsOf(modules);
  const lowest = (from) => order.findLastIndex((to) => arrows.has(`${from} ${to}`));
  const width = (name) => name.length + 4;
  const edge = (name, left, under, right) => `${left}${centred(under, width(name) - 2, "─")}${right}`;
  const lines = order.flatMap((name, row) => {
    const line = (own, there) =>
      order.map((from, column) => {
        if (from === name) return own;
        const passes = column < row && (row < lowest(from) || (row === lowest(from) && there !== "below"));
        const number = there === "beside" ? arrows.get(`${from} ${name}`) : undefined;
        return centred(number ?? (passes ? "│" : ""), width(from));
      });
    return [
      line(edge(name, "┌", "─", "┐"), "above"),
      line(`│ ${name} │`, "beside"),
      line(edge(name, "└", lowest(name) > row ? "┬" : "─", "┘"), "below"),
    ];
  });
  return `\`\`\`\n${lines.map((cells) => `${cells.join("").trimEnd()}\n`).join("")}\`\`\`\n`;
}

function arrowsOf(modules) {
  const arrows = new Map();
  for (const { source, dependencies } of modules) {
    if (isTest(source)) continue;
    for (const { resolved } of dependencies) {
      const [from, to] = [boxOf(source), boxOf(resolved)];
      if (from === undefined || to === undefined || from === to || isTest(resolved)) continue;
      arrows.set(`${from} ${to}`, (arrows.get(`${from} ${to}`) ?? 0) + 1);
    }
  }
  return arrows;
}

function centred(value, width, filling = " ") {
  const text = String(value);
  return text.padStart(Math.floor((width + text.length) / 2), filling).padEnd(width, filling);
}
