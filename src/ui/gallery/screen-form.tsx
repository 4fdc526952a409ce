import { PageHeading } from "../heading.tsx";
import { Page } from "../page.tsx";
import { SampleForm } from "./sample-form.tsx";
import { sampleFrame, type SampleSetting } from "./sample-frame.ts";

/** The page where one block is edited: a column to read, a form, one main button. */
export const FormScreen = ({ setting }: { readonly setting: SampleSetting }) => (
  <Page
    frame={sampleFrame(setting, "coordinator")}
    title="Modifier la fiche"
    width="text"
    crumbs={[
      { label: "Plan d’actions", href: "#" },
      { label: "2.3 Un relais petite enfance", href: "#" },
    ]}
  >
    <PageHeading title="Modifier ce qui est fait" intro="Chaque bloc s’enregistre seul : les autres ne changent pas." />
    <SampleForm />
  </Page>
);
