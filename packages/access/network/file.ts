import { decodeLists, encodeLists, ListsError, type Lists } from "../storage/lists.ts";
import type { Network } from "./network.ts";

/** The file of a network is not what it should be; the message is a French sentence that says what to do. */
export class NetworkFileError extends Error {
  override readonly name = "NetworkFileError";
}

const form = { magic: "MAILLNET", version: 2 };

/** A network as the bytes of a file. */
export function encodeNetwork({ profile, walkSpeed, ...lists }: Network): Uint8Array {
  return encodeLists(form, { profile, walkSpeed }, lists);
}

/**
 * The network of a file. Its lists are views of the bytes where these begin at a multiple of 8, which must then not change.
 *
 * @throws NetworkFileError when the file is empty, cut, damaged, of another version or of another kind.
 */
export function decodeNetwork(bytes: Uint8Array): Network {
  try {
    return networkOf(decodeLists(form, bytes));
  } catch (error) {
    if (error instanceof ListsError) throw new NetworkFileError(sentenceOf(error.why));
    throw error;
  }
}

function sentenceOf(why: ListsError["why"]): string {
  if (why === "foreign") return "n’est pas un réseau de routes : créez-le avec « network build »";
  if (why === "damaged") return "est coupé ou abîmé : créez-le de nouveau avec « network build »";
  return `est un réseau de la version ${why.version}, et celle-ci est la ${form.version} : créez-le de nouveau avec « network build »`;
}

function networkOf(lists: Lists): Network {
  const [profile, walkSpeed] = [lists.title.get("profile"), lists.title.get("walkSpeed")];
  if (typeof profile !== "string" || typeof walkSpeed !== "number" || !(walkSpeed > 0)) throw new ListsError("damaged");
  const nodeLon = lists.i32("nodeLon");
  const from = lists.u32("from");
  const shapeLon = lists.i32("shapeLon");
  const segments = from.length;
  const network: Network = {
    profile,
    walkSpeed,
    nodeLon,
    nodeLat: lists.i32("nodeLat", nodeLon.length),
    from,
    to: lists.u32("to", segments),
    length: lists.u32("length", segments),
    forward: lists.u32("forward", segments),
    backward: lists.u32("backward", segments),
    shapeStarts: lists.u32("shapeStarts", segments + 1),
    shapeLon,
    shapeLat: lists.i32("shapeLat", shapeLon.length),
    original: lists.u32("original", segments),
    way: lists.f64("way", segments),
  };
  if (!isWhole(network)) throw new ListsError("damaged");
  return network;
}

/** Whether its lists name nodes, bends and segments that exist. */
function isWhole({ nodeLon, from, to, shapeStarts, shapeLon, original }: Network): boolean {
  for (const ends of [from, to]) for (const node of ends) if (node >= nodeLon.length) return false;
  for (let segment = 0; segment < original.length; segment++) {
    if ((original[segment] ?? 0) > segment) return false;
    if ((shapeStarts[segment] ?? 0) > (shapeStarts[segment + 1] ?? 0)) return false;
  }
  return shapeStarts[original.length] === shapeLon.length;
}
