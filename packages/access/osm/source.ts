import { Chunks } from "./chunks.ts";
import { OsmFileError, type OsmSource } from "./elements.ts";
import { pbfSource, type Open } from "./pbf.ts";
import { xmlSource } from "./xml.ts";

/**
 * A map of OpenStreetMap: `.osm.pbf`, `.osm` or `.osm.gz`, told apart by what they begin with.
 *
 * @param name what its sentences call the file.
 */
export function osmSource(open: Open, name: string): OsmSource {
  return {
    async *blocks(wanted) {
      const start = new Chunks(open());
      const first = await start.take(16);
      await start.close();
      if (first.length === 0) throw new OsmFileError(`${name} est vide : téléchargez-le de nouveau.`);
      const source = looksLikePbf(first) ? pbfSource : looksLikeXml(first) ? xmlSource : undefined;
      if (source === undefined)
        throw new OsmFileError(`${name} n’est pas une carte d’OpenStreetMap : donnez un fichier .osm.pbf, .osm ou .osm.gz.`);
      yield* source(open, name).blocks(wanted);
    },
  };
}

/** The length of the first header, then its first field: the name `OSMHeader`. */
const looksLikePbf = (first: Uint8Array): boolean => new TextDecoder().decode(first.subarray(6)).startsWith("OSMHeader");

const looksLikeXml = (first: Uint8Array): boolean =>
  (first[0] === 0x1f && first[1] === 0x8b) || /^\uFEFF?\s*</.test(new TextDecoder().decode(first));
