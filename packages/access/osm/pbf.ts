import { Chunks } from "./chunks.ts";
import { OsmFileError, type OsmSource } from "./elements.ts";
import { inflated, NotInflated } from "./inflate.ts";
import { primitiveBlock } from "./pbf-block.ts";
import { Malformed, Wire } from "./wire.ts";

/** Opens a file from its beginning, each time it is called. */
export type Open = () => AsyncIterable<Uint8Array>;

// The limits of the format.
const mostHeader = 64 * 1_024;
const mostBlob = 32 * 1_024 * 1_024;
const known = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/**
 * Reads a file in the PBF format (https://wiki.openstreetmap.org/wiki/PBF_Format), a block at a time: never more than one is in memory.
 *
 * @param name what its sentences call the file.
 */
export function pbfSource(open: Open, name: string): OsmSource {
  return {
    async *blocks(wanted) {
      const chunks = new Chunks(open());
      try {
        for (let block = 1; ; block++) {
          const at = chunks.taken;
          const blob = await nextBlob(chunks).catch((error: unknown) => {
            throw refusal(name, block, at, error);
          });
          if (blob === undefined) {
            if (block === 1) throw new OsmFileError(`${name} est vide : téléchargez-le de nouveau.`);
            return;
          }
          try {
            const bytes = await content(blob.bytes);
            if (block === 1) checkHeader(blob.type, bytes, name);
            else if (blob.type === "OSMData") yield primitiveBlock(bytes, wanted);
          } catch (error) {
            throw refusal(name, block, at, error);
          }
        }
      } finally {
        await chunks.close();
      }
    },
  };
}

class Cut extends Error {
  override readonly name = "Cut";
}

class Packed extends Error {
  override readonly name = "Packed";
}

function refusal(name: string, block: number, at: number, error: unknown): unknown {
  const where = `${name}, bloc ${block} (à l’octet ${at})`;
  if (error instanceof Cut)
    return new OsmFileError(`${where} : le fichier s’arrête au milieu du bloc ; téléchargez-le de nouveau.`);
  if (error instanceof Packed)
    return new OsmFileError(
      `${where} : la compression ${error.message} n’est pas lue ; récrivez le fichier avec « osmium cat ».`,
    );
  if (error instanceof Malformed || error instanceof NotInflated)
    return new OsmFileError(`${where} : le bloc est abîmé, ou le fichier n’est pas un .osm.pbf ; téléchargez-le de nouveau.`);
  return error;
}

interface Blob {
  readonly type: string;
  readonly bytes: Uint8Array;
}

async function nextBlob(chunks: Chunks): Promise<Blob | undefined> {
  const size = await chunks.take(4);
  if (size.length === 0) return undefined;
  if (size.length < 4) throw new Cut();
  const headerLength = new DataView(size.buffer, size.byteOffset, 4).getUint32(0);
  if (headerLength > mostHeader) throw new Malformed("A header of more than 64 KiB");
  const header = await chunks.take(headerLength);
  if (header.length < headerLength) throw new Cut();
  let [type, length] = ["", -1];
  const wire = new Wire(header);
  while (!wire.isDone)
    switch (wire.field()) {
      case 1: {
        const { at, end } = wire.span();
        type = new TextDecoder().decode(header.subarray(at, end));
        break;
      }
      case 3:
        length = wire.unsigned();
        break;
      default:
        wire.skip();
    }
  if (length < 0 || length > mostBlob) throw new Malformed("A block of no length, or of more than 32 MiB");
  const bytes = await chunks.take(length);
  if (bytes.length < length) throw new Cut();
  return { type, bytes };
}

const otherPackings: Readonly<Record<number, string>> = { 4: "LZMA", 5: "bzip2", 6: "LZ4", 7: "Zstandard" };

async function content(blob: Uint8Array): Promise<Uint8Array> {
  const wire = new Wire(blob);
  let raw: Uint8Array | undefined;
  let zlib: Uint8Array | undefined;
  let length = 0;
  while (!wire.isDone) {
    const field = wire.field();
    const other = otherPackings[field];
    if (other !== undefined) throw new Packed(other);
    if (field === 1 || field === 3) {
      const { at, end } = wire.span();
      if (field === 1) raw = blob.subarray(at, end);
      else zlib = blob.subarray(at, end);
    } else if (field === 2) length = wire.unsigned();
    else wire.skip();
  }
  if (raw !== undefined) return raw;
  if (zlib === undefined || length > mostBlob) throw new Malformed("A block with nothing in it, or more than 32 MiB");
  return inflated(new Uint8Array(zlib), length);
}

function checkHeader(type: string, bytes: Uint8Array, name: string): void {
  if (type !== "OSMHeader") throw new Malformed("No header");
  const wire = new Wire(bytes);
  while (!wire.isDone) {
    if (wire.field() !== 4) {
      wire.skip();
      continue;
    }
    const { at, end } = wire.span();
    const feature = new TextDecoder().decode(bytes.subarray(at, end));
    if (!known.has(feature))
      throw new OsmFileError(
        `${name} demande « ${feature} », qui n’est pas lu : prenez une carte sans historique, comme celles de Geofabrik.`,
      );
  }
}
