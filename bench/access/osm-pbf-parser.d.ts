declare module "osm-pbf-parser" {
  import type { Duplex } from "node:stream";
  const parser: () => Duplex;
  export = parser;
}
