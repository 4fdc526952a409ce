#!/usr/bin/env node
// npx maillage-opinion …: the same as npx maillage opinion …
process.argv.splice(2, 0, "opinion");
await import("./maillage.mjs");
