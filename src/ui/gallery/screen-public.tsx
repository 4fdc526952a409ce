import { ButtonLink } from "../button.tsx";
import { Card, Cards } from "../card.tsx";
import { ExampleMark } from "../badge.tsx";
import { AxisMark, axisTone } from "../axis-mark.tsx";
import { Section } from "../heading.tsx";
import { AxisGrid, Figures, Hero, PublicBody, Signatories, Story } from "../layouts/public-home.tsx";
import { Page } from "../page.tsx";
import { StateBar } from "../progress.tsx";
import { State, type StateKind } from "../state.tsx";
import { sampleFrame, type SampleSetting } from "./sample-frame.ts";

const axes = [
  {
    number: 1,
    title: "Améliorer la connaissance et renforcer la lisibilité des offres disponibles sur le territoire",
    plain: "Savoir ce qui existe près de chez soi, et à qui s’adresser.",
    foot: "7 actions, dont 2 réalisées",
  },
  {
    number: 2,
    title: "Favoriser une répartition équilibrée des offres de service sur le territoire",
    plain: "Que chaque commune, du centre aux vallées, ait accès aux mêmes services.",
    foot: "8 actions, dont 1 réalisée",
  },
  {
    number: 3,
    title: "Développer et soutenir une offre de qualité aux familles",
    plain: "Des lieux d’accueil solides, des professionnels formés, des horaires qui conviennent.",
    foot: "9 actions, dont 3 réalisées",
  },
  {
    number: 4,
    title: "Impulser une dynamique de mobilisation et d’expression des habitants",
    plain: "Donner votre avis, et savoir ce qu’il devient.",
    foot: "6 actions, dont 1 réalisée",
  },
];

const actions: readonly { axis: number; title: string; text: string; state: StateKind; label: string; who: string }[] = [
  {
    axis: 1,
    title: "Un guide des familles, papier et en ligne",
    text: "Crèches, assistantes maternelles, centres de loisirs : tout au même endroit.",
    state: "done",
    label: "Réalisée",
    who: "Petite enfance · 10 communes",
  },
  {
    axis: 2,
    title: "Un relais petite enfance qui vient dans les vallées",
    text: "Des matinées d’éveil dans trois communes qui n’en avaient pas.",
    state: "ongoing",
    label: "En cours",
    who: "Petite enfance · Vecoux, Saint-Amé, Girmont-Val-d’Ajol",
  },
  {
    axis: 4,
    title: "Un conseil de jeunes à l’échelle des dix communes",
    text: "Vingt jeunes de 11 à 17 ans proposent et décident d’un budget.",
    state: "upcoming",
    label: "À venir",
    who: "Jeunesse · 10 communes",
  },
];

const communes = [
  "Dommartin-lès-Remiremont",
  "Éloyes",
  "Girmont-Val-d’Ajol",
  "Le Val-d’Ajol",
  "Plombières-les-Bains",
  "Remiremont",
  "Saint-Amé",
  "Saint-Étienne-lès-Remiremont",
  "Saint-Nabord",
  "Vecoux",
];

/** A whole public home, to prove the system: the facts are real, the actions are marked as examples. */
export const PublicScreen = ({ setting }: { readonly setting: SampleSetting }) => (
  <Page
    frame={sampleFrame(setting, "public")}
    title="Porte des Vosges Méridionales"
    description="La convention qui réunit dix communes, la Caf, le Département et la MSA pour les familles du territoire."
    hero={
      <Hero
        above="Convention territoriale globale 2023-2027"
        title="Dix communes s’accordent pour mieux servir les familles"
        intro="Garde d’enfants, loisirs, jeunesse, accès aux droits : jusqu’en 2027, la communauté de communes, ses dix communes, la Caf, le Département et la MSA avancent ensemble, avec un seul plan. Voici lequel, et où il en est."
        actions={
          <>
            <ButtonLink look="main" href="#actions">
              Voir les actions
            </ButtonLink>
            <ButtonLink href="#axes">Comprendre la convention</ButtonLink>
          </>
        }
      />
    }
  >
    <PublicBody>
      <Section
        title="Trente actions, sept déjà réalisées"
        id="actions"
        intro="Chaque action a un pilote, des dates et un état, mis à jour par ceux qui la mènent."
      >
        <StateBar
          counts={[
            { kind: "done", label: "réalisées", count: 7 },
            { kind: "ongoing", label: "en cours", count: 13 },
            { kind: "upcoming", label: "à venir", count: 6 },
            { kind: "paused", label: "en pause", count: 2 },
            { kind: "blocked", label: "bloquée", count: 1 },
            { kind: "abandoned", label: "abandonnée", count: 1 },
          ]}
        />
        <div class="section-more">
          <Cards>
            {actions.map(({ axis, title, text, state, label, who }) => (
              <Card
                title={title}
                href="#"
                axisTone={axisTone(axis)}
                marks={
                  <>
                    <State kind={state} label={label} />
                    <ExampleMark />
                  </>
                }
                above={<AxisMark number={axis} size="small" label="Axe" />}
                foot={who}
              >
                {text}
              </Card>
            ))}
          </Cards>
        </div>
        <p class="section-more">
          <a href="#">Voir les 30 actions</a>
        </p>
      </Section>
      <Section
        title="Quatre axes, communs aux Vosges"
        id="axes"
        intro="Ils viennent du schéma départemental des services aux familles, signé en décembre 2021."
      >
        <AxisGrid axes={axes.map((axis) => ({ ...axis, href: "#" }))} />
      </Section>
      <Section title="Un territoire de forêts et de vallées">
        <Figures
          figures={[
            { value: "28 940", label: "habitants", source: "INSEE, communes additionnées" },
            { value: "10", label: "communes", source: "autour de Remiremont" },
            { value: "14", label: "signataires", source: "le 28 novembre 2023" },
          ]}
        />
      </Section>
      <Section title="Depuis 2019, une même idée" id="histoire">
        <Story
          steps={[
            { when: "15 janvier 2019", title: "Première convention", text: "Signée pour quatre ans." },
            { when: "Décembre 2022", title: "Un bilan très positif", text: "Malgré la crise sanitaire." },
            { when: "Avril 2023", title: "Un nouveau plan d’actions", text: "Validé pour cinq ans, 2023 à 2027." },
            {
              when: "28 novembre 2023",
              title: "La convention renouvelée",
              text: "Signée à la mairie de Saint-Étienne-lès-Remiremont.",
            },
          ]}
        />
      </Section>
      <Section title="Quatorze signataires" id="signataires">
        <Signatories
          parties={[
            { name: "Communauté de communes de la Porte des Vosges Méridionales" },
            { name: "Caf des Vosges" },
            { name: "Conseil départemental des Vosges" },
            { name: "MSA Lorraine" },
            ...communes.map((name) => ({ name, detail: "Commune" })),
          ]}
        />
      </Section>
    </PublicBody>
  </Page>
);
