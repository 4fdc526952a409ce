#!/usr/bin/env node
// npx maillage-access …: the same as npx maillage access …
process.argv.splice(2, 0, "access");
await import("./maillage.mjs");
