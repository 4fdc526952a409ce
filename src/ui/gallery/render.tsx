import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, cp } from "node:fs/promises";
import { join } from "node:path";
import type { Lang } from "../../platform/words.ts";
import type { Theme } from "../page.tsx";
import { ComponentsScreen } from "./components.tsx";
import { FicheScreen } from "./screen-fiche.tsx";
import { FormScreen } from "./screen-form.tsx";
import { HomeScreen } from "./screen-home.tsx";
import { PublicScreen } from "./screen-public.tsx";
import type { SampleSetting } from "./sample-frame.ts";

export const screens = {
  components: ComponentsScreen,
  public: PublicScreen,
  home: HomeScreen,
  fiche: FicheScreen,
  form: FormScreen,
};
export type ScreenName = keyof typeof screens;

/** The HTML of one screen of the gallery. */
export async function renderScreen(name: ScreenName, setting: SampleSetting): Promise<string> {
  const Screen = screens[name];
  return String(await (<Screen setting={setting} />));
}

/** Writes every screen in light and dark into a folder, with the style sheet that `vite build` made: `tsx src/ui/gallery/render.tsx FOLDER`. */
async function write(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp("dist/client/assets", join(folder, "assets"), { recursive: true });
  const manifest: unknown = JSON.parse(readFileSync("dist/client/.vite/manifest.json", "utf8"));
  const files = [...JSON.stringify(manifest).matchAll(/"file":"([^"]+)"/g)].map(([, file]) => file ?? "");
  const assets = { css: files.filter((file) => file.endsWith(".css")), scripts: files.filter((file) => file.endsWith(".js")) };
  const themes: readonly Theme[] = ["light", "dark"];
  const lang: Lang = "fr";
  for (const name of Object.keys(screens)) {
    if (!isScreen(name)) continue;
    for (const theme of themes)
      writeFileSync(join(folder, `${name}-${theme}.html`), await renderScreen(name, { lang, theme, assets }));
  }
}

const isScreen = (name: string): name is ScreenName => name in screens;

const [, script, folder] = process.argv;
if (script?.endsWith("render.tsx") && folder) await write(folder);
