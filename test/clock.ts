import { pathToFileURL } from "node:url";

// MAILLAGE_TEST_CLOCK=2028-02-29T10:00:00Z: the tests, and the servers that they start, believe that they begin at that instant.
if ((process.env["MAILLAGE_TEST_CLOCK"] ?? "") !== "") {
  const clock = pathToFileURL("test/shifted-clock.mjs").href;
  process.env["NODE_OPTIONS"] = `${process.env["NODE_OPTIONS"] ?? ""} --import ${clock}`.trim();
}
