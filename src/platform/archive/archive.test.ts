import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  createArchive,
  isSafePath,
  openArchive,
  streamArchive,
  zipFiles,
  type ArchiveEntry,
  type OpenedArchive,
} from "./archive.ts";

const entry = (path: string, text: string): ArchiveEntry => ({ path, bytes: strToU8(text) });
const plan = [
  entry("backup.json", "{}"),
  entry("tables/public.action.jsonl", "ligne 1\nligne 2"),
  entry("fichiers/délibération n° 12.pdf", "%PDF"),
];
const told = (archive: OpenedArchive) => (archive.kind === "refused" ? archive.problems : "opened");

/** The archive with its parts changed by hand, as someone would with any ZIP tool. */
async function tampered(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await createArchive(plan));
  change(parts);
  return zipSync(parts);
}

describe("an archive", () => {
  it("gives back what went in, whatever its content", async () => {
    const part = fc.stringMatching(/^[a-zé0-9_-]{1,12}$/);
    const path = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .map((parts) => `x${parts.join("/")}`)
      .filter(isSafePath);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ path, bytes: fc.uint8Array({ maxLength: 2_000 }) }), { selector: (each) => each.path }),
        async (entries) => {
          const opened = openArchive(await createArchive(entries));
          if (opened.kind === "refused") throw new Error(JSON.stringify(opened.problems));
          expect([...opened.entries].map(([name, bytes]) => [name, Buffer.from(bytes).toString("hex")])).toEqual(
            entries.map((each) => [each.path, Buffer.from(each.bytes).toString("hex")]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("comes in pieces, as its entries do", async () => {
    const order: string[] = [];
    const entries = async function* () {
      for (const each of plan) {
        order.push(`asked ${each.path}`);
        yield each;
      }
    };
    for await (const piece of streamArchive(entries())) order.push(piece.length > 0 ? "piece" : "empty");
    expect(order.indexOf("piece")).toBeLessThan(order.indexOf("asked tables/public.action.jsonl"));
  });

  it("has the same bytes for the same entries", async () => {
    expect(Buffer.from(await createArchive(plan)).equals(await createArchive(plan))).toBe(true);
  });

  it("refuses to write paths that lead elsewhere, and the same path twice", async () => {
    for (const path of [
      "../a",
      "/etc/passwd",
      "a/../b",
      "a//b",
      "C:\\a",
      "a\\..\\b",
      "",
      ".",
      "a\u0000",
      "__proto__",
      "manifest.json",
    ]) {
      await expect(createArchive([entry(path, "x")]), path).rejects.toThrow();
    }
    await expect(createArchive([entry("a", "x"), entry("a", "y")])).rejects.toThrow("twice");
    expect(() => zipFiles([entry("../a", "x")])).toThrow();
    expect(isSafePath("fiches/2.3 Accueil élargi.pdf")).toBe(true);
  });
});

describe("opening an archive", () => {
  it("tells every problem at once: altered, missing, extra", async () => {
    const bytes = await tampered((parts) => {
      parts["backup.json"] = strToU8('{"kind":"other"}');
      delete parts["tables/public.action.jsonl"];
      parts["extra.txt"] = strToU8("?");
    });
    expect(told(openArchive(bytes))).toEqual([
      { kind: "altered", path: "backup.json" },
      { kind: "missing", path: "tables/public.action.jsonl" },
      { kind: "extra", path: "extra.txt" },
    ]);
  });

  it("sees a change that keeps the size", async () => {
    const bytes = await tampered((parts) => void (parts["backup.json"] = strToU8("[]")));
    expect(told(openArchive(bytes))).toEqual([{ kind: "altered", path: "backup.json" }]);
  });

  it("refuses paths that lead elsewhere, before opening anything", async () => {
    for (const path of ["../../etc/passwd", "/root/x", "a\\b", "a/./b", "dossier/"]) {
      const bytes = await tampered((parts) => void (parts[path] = strToU8("x")));
      expect(told(openArchive(bytes)), path).toEqual([{ kind: "unsafe-path", path }]);
    }
  });

  it("refuses a path that is there twice", async () => {
    const bytes = await tampered((parts) => void (parts["backup.jsox"] = strToU8("x")));
    const twice = Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("backup.jsox", "backup.json"), "latin1");
    expect(told(openArchive(twice))).toEqual([{ kind: "repeated", path: "backup.json" }]);
  });

  it("refuses what is no archive, has no manifest, or would become too large", async () => {
    expect(told(openArchive(strToU8("bonjour")))).toEqual([{ kind: "not-an-archive" }]);
    expect(told(openArchive(new Uint8Array()))).toEqual([{ kind: "not-an-archive" }]);
    expect(told(openArchive(zipSync({ "a.txt": strToU8("a") })))).toEqual([{ kind: "no-manifest" }]);
    expect(told(openArchive(await tampered((parts) => void (parts["manifest.json"] = strToU8("{")))))).toEqual([
      { kind: "no-manifest" },
    ]);
    const large = await createArchive([{ path: "zeros", bytes: new Uint8Array(5_000_000) }]);
    expect(large.length).toBeLessThan(20_000);
    expect(told(openArchive(large, { openedBytes: 1_000_000, entries: 10 }))).toEqual([{ kind: "too-large" }]);
  });

  it("never opens a cut or damaged file as if it were whole", async () => {
    const bytes = await createArchive(plan);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(openArchive(bytes.subarray(0, at)).kind).toBe("refused");
        const damaged = Uint8Array.from(bytes);
        damaged[at] = ((damaged[at] ?? 0) + by) % 256;
        const opened = openArchive(damaged);
        // A date or a flag may change without harm: what is given is then what was put in.
        if (opened.kind === "opened")
          expect([...opened.entries].map(([path, content]) => [path, strFromU8(content)])).toEqual(
            plan.map((each) => [each.path, strFromU8(each.bytes)]),
          );
      }),
      { numRuns: 300 },
    );
  });
});
