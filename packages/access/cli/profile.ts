import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { Profile } from "../network/profile.ts";
import { bike } from "../network/profiles/bike.ts";
import { car } from "../network/profiles/car.ts";
import { foot } from "../network/profiles/foot.ts";
import { InputError } from "./input-error.ts";
import { given, needed, type Options } from "./options.ts";

const modes: Readonly<Record<string, Profile>> = { car, foot, bike };

const Speed = z.number().min(0).max(300);
const Changes = z.strictObject({
  name: z.string().min(1).optional(),
  walkSpeed: z.number().positive().max(20).optional(),
  speeds: z.record(z.string(), Speed).optional(),
  caps: z.record(z.string(), z.record(z.string(), Speed)).optional(),
});

/** The profile of `--mode`, with the speeds that `--profile FILE` changes. */
export async function readProfile(options: Options): Promise<Profile> {
  const mode = needed(options, "mode", `un des modes ${Object.keys(modes).join(", ")}`);
  const profile = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
  if (profile === undefined)
    throw new InputError(`« ${mode} » n’est pas un mode : choisissez parmi ${Object.keys(modes).join(", ")}.`);
  const path = given(options, "profile");
  return path === undefined ? profile : changed(profile, await readChanges(path));
}

function changed(profile: Profile, { name = profile.name, walkSpeed = profile.walkSpeed, speeds, caps = {} }: Changes): Profile {
  const slower = Object.entries(caps).map(([key, values]) => [key, { ...profile.caps[key], ...values }] as const);
  return {
    ...profile,
    name,
    walkSpeed,
    speeds: { ...profile.speeds, ...speeds },
    caps: { ...profile.caps, ...Object.fromEntries(slower) },
  };
}

type Changes = z.infer<typeof Changes>;

async function readChanges(path: string): Promise<Changes> {
  const name = basename(path);
  const text = await readFile(path, "utf8").catch(() => {
    throw new InputError(`Le fichier ${path} ne peut pas être lu : vérifiez son nom.`);
  });
  const read = Changes.safeParse(parsed(name, text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new InputError(
    `${name}, ${issue?.path.join(".") || "à la racine"} : attendu { "walkSpeed"?, "speeds"?: { "primary": 70 }, "caps"?: { "surface": { "gravel": 20 } } }, des km/h de 0 à 300.`,
  );
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`${name} n’est pas du JSON : un profil est un objet, comme { "speeds": { "primary": 70 } }.`);
  }
}
