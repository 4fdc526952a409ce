import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Network } from "../network/network.ts";
import { graphOfNetwork } from "../paths/graph.ts";
import { decodeHierarchy, encodeHierarchy } from "../paths/hierarchy-file.ts";
import { prepare, type Hierarchy } from "../paths/hierarchy.ts";
import { InputError } from "./input-error.ts";
import type { Progress } from "./progress.ts";
import { writeWhole } from "./written-file.ts";

interface Kept {
  readonly hierarchy: Hierarchy;
  /** `read` from beside its network; else prepared, then `written` there, or not where that can't be. */
  readonly preparation: "read" | "written" | "not-written";
}

/** The hierarchy of a network, kept beside its file under the hash of its bytes: prepared once, and again when the network changes. */
export async function keptHierarchy(path: string, network: Network, bytes: Uint8Array, progress: Progress): Promise<Kept> {
  const of = createHash("sha256").update(bytes).digest("hex");
  const beside = `${path}.hierarchy`;
  const before = await readFile(beside).catch(() => undefined);
  const known = before === undefined ? undefined : decodeHierarchy(before, of);
  if (known !== undefined) return { hierarchy: known, preparation: "read" };
  const prepared = prepare(graphOfNetwork(network), {
    progress: (done, all) => {
      progress.say(`Préparation du réseau : ${Math.floor((100 * done) / all)} %`);
    },
  });
  if (prepared.kind === "stopped") throw new Error("Nobody stops it.");
  const { hierarchy } = prepared;
  try {
    await writeWhole(beside, [encodeHierarchy(hierarchy, of)]);
    return { hierarchy, preparation: "written" };
  } catch (error) {
    // A folder that can only be read is no reason to refuse the answer.
    if (error instanceof InputError) return { hierarchy, preparation: "not-written" };
    throw error;
  }
}
