import { AxisMark, axisTone } from "../axis-mark.tsx";
import { Badge, ConfidentialityMark, ExampleMark, Tags } from "../badge.tsx";
import { Actions, Button, ButtonLink } from "../button.tsx";
import { Card, Cards } from "../card.tsx";
import { Confirm } from "../confirm.tsx";
import { Conflicts, Diff } from "../diff.tsx";
import { Empty } from "../empty.tsx";
import { Explain } from "../explain.tsx";
import { Facts } from "../facts.tsx";
import { FilterForm } from "../filters.tsx";
import { SelectField } from "../form/choice.tsx";
import { TextField } from "../form/text-field.tsx";
import { PageHeading, Section } from "../heading.tsx";
import { Matrix } from "../matrix.tsx";
import { Menu, NavList, TabsNav } from "../nav.tsx";
import { Notice } from "../notice.tsx";
import { Page } from "../page.tsx";
import { Pagination } from "../pagination.tsx";
import { Progress, StateBar } from "../progress.tsx";
import { LateMark, State, type StateKind } from "../state.tsx";
import { Table } from "../table.tsx";
import { TimelineChart } from "../timeline-chart.tsx";
import { sampleFrame, type SampleSetting } from "./sample-frame.ts";
import { mistakes, SampleForm } from "./sample-form.tsx";

const states: readonly { kind: StateKind; label: string }[] = [
  { kind: "upcoming", label: "À venir" },
  { kind: "ongoing", label: "En cours" },
  { kind: "done", label: "Réalisée" },
  { kind: "paused", label: "En pause" },
  { kind: "blocked", label: "Bloquée" },
  { kind: "abandoned", label: "Abandonnée" },
];

const themes = ["Petite enfance", "Enfance", "Jeunesse", "Parentalité", "Accès aux droits"].map((label) => ({
  key: label,
  label,
  href: "#",
}));
const communes = ["Remiremont", "Saint-Nabord", "Le Val-d’Ajol", "Éloyes", "Saint-Amé", "Vecoux"].map((label) => ({
  key: label,
  label,
}));
const counts = [
  [8, 3, 2, 1, 0, 1],
  [4, 2, 1, 1, 1, 0],
  [3, 1, 0, 0, 0, 0],
  [5, 2, 2, 1, 1, 1],
  [2, 0, 1, 0, 0, 0],
];
const count = (row: string, column: string) =>
  counts[themes.findIndex(({ key }) => key === row)]?.[communes.findIndex(({ key }) => key === column)] ?? 0;

const Figures = () => (
  <>
    <Section title="Frise">
      <TimelineChart
        caption="Les actions de l’axe 2, de 2023 à 2027"
        corner="Action"
        fromYear={2023}
        toYear={2027}
        today="2026-11-23"
        period={(start, end) => `du ${start ?? "?"} au ${end ?? "?"}`}
        rows={[
          {
            label: "2.1 Navette du mercredi",
            href: "#",
            mark: <AxisMark number={2} size="small" />,
            start: "2023-09-01",
            end: "2025-06-30",
            state: "done",
            stateLabel: "Réalisée",
          },
          {
            label: "2.2 Permanences d’accès aux droits dans les mairies",
            href: "#",
            mark: <AxisMark number={2} size="small" />,
            start: "2024-01-01",
            end: "2026-09-30",
            state: "ongoing",
            stateLabel: "En cours",
            lateLabel: "En retard de 7 semaines",
            milestones: [
              { date: "2024-06-01", label: "Première permanence", reached: true },
              { date: "2026-09-01", label: "Dixième mairie", reached: false },
            ],
          },
          {
            label: "2.3 Un relais petite enfance qui vient dans les vallées",
            href: "#",
            mark: <AxisMark number={2} size="small" />,
            start: "2025-01-01",
            end: "2027-12-31",
            state: "blocked",
            stateLabel: "Bloquée",
          },
          {
            label: "2.4 Studio de répétition",
            href: "#",
            mark: <AxisMark number={2} size="small" />,
            start: "2027-02-01",
            end: null,
            state: "upcoming",
            stateLabel: "À venir",
          },
        ]}
        table={<p>Le même tableau, en mots.</p>}
      />
    </Section>
    <Section title="Matrice">
      <Matrix
        caption="Actions par thématique et par commune"
        corner="Thématique"
        rows={themes}
        columns={communes}
        cell={(row, column) => ({ count: count(row, column), href: "#" })}
        rowTotal={(row) => communes.reduce((sum, { key }) => sum + count(row, key), 0)}
        columnTotal={(column) => themes.reduce((sum, { key }) => sum + count(key, column), 0)}
        total={43}
        note="Une action qui couvre plusieurs communes compte dans chacune. Exemple."
      />
    </Section>
    <Section title="Avancement">
      <StateBar counts={states.map((state, index) => ({ ...state, count: [6, 13, 7, 2, 1, 0][index] ?? 0, href: "#" }))} />
      <p>
        <Progress done={3} total={5} label="étapes" />
      </p>
    </Section>
  </>
);

const Lists = () => (
  <>
    <Section title="Filtres, onglets, pages">
      <TabsNav
        label="Vues du plan"
        items={[
          { href: "#", label: "Liste", icon: "list", current: "page" },
          { href: "#", label: "Tableau", icon: "columns-3" },
          { href: "#", label: "Frise", icon: "calendar-days" },
          { href: "#", label: "Matrice", icon: "grid-3x3", count: 4 },
        ]}
      />
      <FilterForm
        action="#"
        open
        clearHref="#"
        active={[
          { label: "Axe 2", removeHref: "#" },
          { label: "Sans pilote", removeHref: "#" },
        ]}
        result="4 actions sur 31"
      >
        <SelectField
          name="axis"
          label="Axe"
          emptyLabel="Tous"
          choices={[{ value: "2", label: "2. Répartition équilibrée" }]}
          value="2"
        />
        <TextField name="text" label="Mots" type="search" />
      </FilterForm>
      <Table
        caption="4 actions de l’axe 2"
        columns={[
          { key: "t", label: "Action", sortHref: "#", sorted: "up", cell: (row) => <a href="#">{row.title}</a> },
          { key: "l", label: "Pilote", cell: (row) => row.lead },
          { key: "s", label: "État", sortHref: "#", narrow: true, cell: (row) => <State kind={row.state} label={row.label} /> },
          { key: "m", label: "Prévu", numeric: true, sortHref: "#", cell: (row) => row.money },
        ]}
        rows={[
          {
            title: "2.1 Navette du mercredi",
            lead: "Saint-Nabord",
            state: "done" as const,
            label: "Réalisée",
            money: "12 000 €",
          },
          {
            title: "2.2 Permanences d’accès aux droits",
            lead: "CCPVM",
            state: "ongoing" as const,
            label: "En cours",
            money: "3 500,50 €",
          },
        ]}
        footer={["Total", "", "", "15 500,50 €"]}
        note="Montants TTC, au 23 novembre 2026."
      />
      <Pagination page={2} pages={5} href={(page) => `#${page}`} />
    </Section>
    <Section title="Différences et conflits">
      <Diff
        changes={[
          { label: "Titre", before: "Navette", after: "Navette du mercredi" },
          { label: "Élu·e référent·e", before: null, after: "Alix Exemple" },
        ]}
      />
      <form>
        <Conflicts
          theirsBy="Alix Exemple"
          theirsAt={new Date("2026-11-23T09:00:00Z")}
          conflicts={[
            { name: "title", label: "Titre", original: "Navette", theirs: "Navette des vallées", mine: "Navette du mercredi" },
          ]}
        />
      </form>
    </Section>
    <Section title="Confirmer">
      <Confirm action="#" confirmLabel="Supprimer l’action" cancelHref="#" danger>
        <p>L’action « Navette du mercredi » quitte le plan. Vous pourrez la reprendre pendant 30 jours.</p>
      </Confirm>
    </Section>
  </>
);

/** Every component in its states, on one page: to look at, and for the accessibility test. */
export const ComponentsScreen = ({ setting }: { readonly setting: SampleSetting }) => (
  <Page frame={sampleFrame(setting, "coordinator")} title="Composants" crumbs={[{ label: "Accueil", href: "#" }]}>
    <PageHeading
      above="Le système"
      title="Tout ce qui se voit, en un seul endroit"
      intro="Chaque composant dans ses états, en clair et en sombre."
      actions={<ButtonLink href="#">Une action</ButtonLink>}
    />
    <Section title="Boutons">
      <Actions>
        <Button look="main" icon="save">
          Enregistrer
        </Button>
        <Button>Autre chose</Button>
        <Button look="quiet" icon="pencil">
          Modifier
        </Button>
        <Button look="danger" icon="trash-2">
          Supprimer
        </Button>
        <ButtonLink href="#" icon="download">
          Télécharger
        </ButtonLink>
        <Menu label="Exporter" icon="download" align="start">
          <NavList
            items={[
              { href: "#", label: "Document (DOCX)", icon: "file-text" },
              { href: "#", label: "Tableur (XLSX)", icon: "table" },
            ]}
          />
        </Menu>
      </Actions>
    </Section>
    <Section title="Messages">
      <Notice kind="success" live title="Le budget est enregistré.">
        <p>2 lignes ont changé. La Caf des Vosges en est informée.</p>
      </Notice>
      <Notice title="La collecte ouvre le 4 janvier 2027." />
      <Notice kind="warning" title="Il manque 4 500 € en 2026." actions={<a href="#">Chercher un financeur</a>} />
      <Notice kind="error" title="Le fichier n’a pas pu être lu.">
        <p>Rien n’a été importé. Enregistrez-le sans mot de passe, puis recommencez.</p>
      </Notice>
    </Section>
    <Section title="Marques">
      <div class="stack">
        <div class="marks">
          {states.map((state) => (
            <State {...state} />
          ))}
          <LateMark days={23} />
        </div>
        <div class="marks">
          {[1, 2, 3, 4, 5, 6].map((number) => (
            <AxisMark number={number} label="Axe" />
          ))}
        </div>
        <div class="marks">
          <Badge>Neutre</Badge>
          <Badge tone="good">Notifié</Badge>
          <Badge tone="wait">Sans pilote</Badge>
          <Badge tone="wrong">Refusé</Badge>
          <Badge tone="info">Nouveau</Badge>
          <Badge tone="accent">Signée</Badge>
          <ExampleMark />
          <ConfidentialityMark level="public" />
          <ConfidentialityMark level="shared" />
          <ConfidentialityMark level="restricted" />
        </div>
        <Tags items={[{ label: "Petite enfance", href: "#" }, { label: "Jeunesse" }]} />
        <p>
          <Explain id="explain-complete" rule="12 des 17 champs attendus de la fiche sont remplis.">
            Complète à 71 %
          </Explain>
        </p>
      </div>
    </Section>
    <Section title="Formulaire">
      <SampleForm errors={mistakes} />
    </Section>
    <Lists />
    <Figures />
    <Section title="Cartes et faits">
      <Cards>
        <Card
          title="Navette du mercredi"
          href="#"
          axisTone={axisTone(2)}
          above={<AxisMark number={2} size="small" label="Axe" />}
          marks={<State kind="done" label="Réalisée" />}
          foot="CCPVM · juin 2025"
        >
          Deux minibus relient les écoles au centre de loisirs.
        </Card>
        <Card title="Sans lien">Une carte qui ne mène nulle part.</Card>
      </Cards>
      <Facts
        columns={3}
        facts={[
          { term: "SIREN", value: "200068377" },
          { term: "Communes", value: 10 },
          { term: "Logo", value: null, missing: "Pas encore de logo" },
        ]}
      />
    </Section>
    <Section title="Vide">
      <Empty
        icon="sprout"
        title="Aucune étape pour l’instant"
        action={<ButtonLink href="#">Ajouter la première étape</ButtonLink>}
      >
        Une étape a une date et dit ce qui sera vrai ce jour-là. C’est elle qui permet de voir un retard à temps.
      </Empty>
    </Section>
  </Page>
);
