// The arrows between the folders, as docs/architecture.md draws them.

const { wingOrder: orderOfList, sliceOrder } = require("./scripts/order.cjs");

/** Each wing may see those before it, never those after. */
const wingOrder = orderOfList();
const wingNames = wingOrder.join("|");
const wing = `^src/wings/(?:${wingNames})/`;
const test = "^test/|[.](?:test|fixture)[.]";
/** A room of any wing or of the platform: a file (`store.ts`), several (`people-store.ts`), or a folder (`pages/`). */
const rooms = (...names) => `^src/.*[/-](?:${names.join("|")})[./]`;
const npm = (...names) => `^node_modules/(?:@types/)?(?:${names.join("|")})/`;
const framework = npm("drizzle-orm", "pg", "pg-boss", "hono", "@hono", "better-auth", "nodemailer", "pino");
const notTypes = { dependencyTypesNot: ["type-only"] };

/** `from` and `to` are paths, or conditions; tests may cross every line. */
const forbid = (name, comment, from, to) => {
  const condition = (side) => (typeof side === "string" || Array.isArray(side) ? { path: side } : side);
  const { pathNot = [], ...rest } = condition(from);
  return { name, comment, severity: "error", from: { ...rest, pathNot: [test, ...pathNot] }, to: condition(to) };
};

const everywhere = [
  forbid("no-circle", "Two files that need each other are one idea, or hide a third.", {}, { circular: true }),
  forbid("no-lost-import", "Every import leads somewhere.", {}, { couldNotResolve: true }),
  forbid("tests-are-leaves", "Nothing imports a test.", {}, test),
];

const storeys = [
  forbid("platform-knows-no-wing", "The platform is no one's subject.", "^src/platform/", [wing, "^src/islands/"]),
  forbid("ui-knows-no-wing", "The look is seen by every wing and sees none.", "^src/ui/", wing),
  forbid(
    "demo-and-cli-are-known-by-none",
    "The demonstration and the command line are built on all the rest.",
    [wing, "^src/(?:platform|ui|islands)/"],
    "^src/(?:demo|app/cli)/",
  ),
  forbid(
    "assembly-is-known-by-none",
    "The files that assemble the wings are imported by one another, by the command line and by the demonstration.",
    [wing, "^src/(?:platform|ui|islands)/"],
    "^src/app/",
  ),
  forbid("packages-stand-alone", "A package can be published without the rest.", "^packages/", "^(?:src|test|e2e|bench)/"),
  forbid(
    "packages-are-pure",
    "A package does no input or output but in its command line.",
    { path: "^packages/", pathNot: ["/cli[./]", "/bin/", "/test/"] },
    { dependencyTypes: ["core"] },
  ),
];

const orderOfWings = [
  forbid(
    "wings-have-a-place",
    "A wing has its place in the list of src/app/wings.ts.",
    { path: "^src/wings/", pathNot: [wing] },
    "^src/",
  ),
  ...wingOrder
    .slice(0, -1)
    .map((name, index) =>
      forbid(
        `${name}-sees-no-wing-above`,
        "A wing sees those before it; what it needs of those after comes through their manifests.",
        `^src/wings/${name}/`,
        `^src/wings/(?:${wingOrder.slice(index + 1).join("|")})/`,
      ),
    ),
  forbid("no-pages-of-another-wing", "The pages, the words and the import of a wing are its own.", `^src/wings/(${wingNames})/`, {
    path: [`${wing}.*/pages/`, `${wing}(?:.*[/-])words[.]`, `${wing}[^/]+/import/`],
    pathNot: "^src/wings/$1/",
  }),
  forbid("assembly-sees-manifests", "The assembly knows of a wing what its manifest gives.", "^src/app/", {
    path: wing,
    pathNot: `${wing}wing[.]ts$`,
  }),
  forbid(
    "manifests-are-for-the-assembly",
    "No wing imports a manifest.",
    "^src/(?:wings|platform|ui|islands)/",
    `${wing}wing[.]ts$`,
  ),
];

const orderOfSlices = wingOrder
  .map((name) => [name, sliceOrder(name)])
  .flatMap(([name, order]) => [
    forbid(
      `${name}-slices-have-a-place`,
      "A slice has its place in the order of its wing.",
      { path: `^src/wings/${name}/[^/]+/`, pathNot: [`^src/wings/${name}/(?:${order.flat().join("|")})/`] },
      "^src/",
    ),
    ...order.slice(0, -1).map((slices, index) =>
      forbid(
        `${name}-${slices.at(-1)}-sees-no-slice-above`,
        "A slice sees those before it: what both need stands in the lower one.",
        `^src/wings/${name}/(?:${slices.join("|")})/`,
        `^src/wings/${name}/(?:${order
          .slice(index + 1)
          .flat()
          .join("|")})/`,
      ),
    ),
  ]);

const pureRooms = [
  forbid("rules-touch-nothing", "Rules decide: no clock, no disk, no network.", rooms("rules", "model"), {
    dependencyTypes: ["core"],
  }),
  forbid("rules-know-no-framework", "Rules can be tried anywhere.", rooms("rules", "model", "rights"), framework),
  forbid("rules-are-below", "Rules and models know neither rows, nor use cases, nor pages.", rooms("rules", "model", "rights"), {
    path: rooms("store", "tables", "use-cases", "pages", "api"),
    ...notTypes,
  }),
  forbid("model-is-lowest", "A model is words and shapes: it has no behaviour to borrow.", rooms("model"), {
    path: wing,
    pathNot: "[/-]model[.]ts$",
  }),
];

const rowsRooms = [
  forbid(
    "tables-through-their-store",
    "Nobody queries a wing's tables but its store; tables point at each other by their keys.",
    { path: "^src/", pathNot: [rooms("store", "tables", "rows")] },
    `${wing}(?:.*[/-]|)tables[./]`,
  ),
  forbid(
    "store-reads-its-own-tables",
    "A store queries the tables of its own wing.",
    `^src/wings/(${wingNames})/(?:.*[/-]|)store[./]`,
    { path: `${wing}(?:.*[/-]|)tables[./]`, pathNot: "^src/wings/$1/" },
  ),
  forbid("tables-are-low", "Tables know models and other tables.", rooms("tables"), {
    path: rooms("store", "use-cases", "pages", "api", "rules"),
    ...notTypes,
  }),
  forbid(
    "store-is-low",
    "A store gives models: it knows neither use cases nor pages.",
    rooms("store"),
    rooms("use-cases", "pages", "api"),
  ),
];

const upperRooms = [
  forbid("use-cases-are-below-pages", "A use case serves a page, a route, a command and a job alike.", rooms("use-cases"), [
    rooms("pages", "api"),
    "^src/ui/",
  ]),
  forbid("use-cases-know-no-framework", "A use case asks its store, and answers no request.", rooms("use-cases"), {
    path: npm("hono", "@hono", "pg", "drizzle-orm"),
    ...notTypes,
  }),
  forbid("pages-do-not-query", "Pages read through a store and write through a use case.", rooms("pages", "api"), [
    rooms("tables"),
    npm("drizzle-orm", "pg", "pg-boss"),
  ]),
  forbid("islands-stay-in-the-browser", "What runs in the browser reaches none of the server's rooms.", "^src/islands/", [
    rooms("store", "tables", "use-cases", "pages", "api"),
    "^src/platform/(?:database|http|files|mail)/",
    npm("drizzle-orm", "pg", "pg-boss", "@hono/node-server"),
  ]),
  forbid("no-node-in-the-browser", "What runs in the browser has no Node under it.", "^src/islands/", {
    dependencyTypes: ["core"],
  }),
];

module.exports = {
  forbidden: [...everywhere, ...storeys, ...orderOfWings, ...orderOfSlices, ...pureRooms, ...rowsRooms, ...upperRooms],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
