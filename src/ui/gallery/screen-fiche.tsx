import { AxisMark } from "../axis-mark.tsx";
import { ConfidentialityMark, ExampleMark, Tags } from "../badge.tsx";
import { ButtonLink } from "../button.tsx";
import { Explain } from "../explain.tsx";
import { Facts } from "../facts.tsx";
import { PageHeading } from "../heading.tsx";
import { HistoryList } from "../history-list.tsx";
import { FicheBlock, Fiche } from "../layouts/fiche.tsx";
import { Money } from "../money.tsx";
import { Notice } from "../notice.tsx";
import { Page } from "../page.tsx";
import { Progress } from "../progress.tsx";
import { LateMark, State, type StateKind } from "../state.tsx";
import { Table } from "../table.tsx";
import { Time } from "../time.tsx";
import { sampleFrame, type SampleSetting } from "./sample-frame.ts";

const blocks = [
  { id: "pourquoi", label: "Pourquoi" },
  { id: "quoi", label: "Ce qui est fait" },
  { id: "qui", label: "Qui" },
  { id: "etapes", label: "Étapes" },
  { id: "budget", label: "Budget" },
  { id: "mesures", label: "Mesures" },
  { id: "historique", label: "Historique" },
];

const budget = [
  { funder: "CCPVM", year: 2025, planned: 8000, notified: 8000, paid: 8000 },
  { funder: "Caf des Vosges", year: 2025, planned: 12000, notified: 12000, paid: 6000 },
  { funder: "CCPVM", year: 2026, planned: 9500, notified: 9500, paid: null },
  { funder: "MSA Lorraine", year: 2026, planned: 3500, notified: null, paid: null },
];

const milestones: readonly { title: string; day: string; state: StateKind; label: string; late?: number }[] = [
  { title: "Recruter une éducatrice de jeunes enfants", day: "2025-03-31", state: "done", label: "Réalisée" },
  { title: "Ouvrir les matinées d’éveil de Vecoux", day: "2025-09-15", state: "done", label: "Réalisée" },
  { title: "Trouver un local à Saint-Amé", day: "2026-10-01", state: "blocked", label: "Bloquée", late: 53 },
  { title: "Ouvrir à Girmont-Val-d’Ajol", day: "2027-01-11", state: "upcoming", label: "À venir" },
];

/** A whole fiche action, each block edited on its own. */
export const FicheScreen = ({ setting }: { readonly setting: SampleSetting }) => (
  <Page
    frame={sampleFrame(setting, "coordinator")}
    title="2.3 Un relais petite enfance qui vient dans les vallées"
    crumbs={[
      { label: "Plan d’actions", href: "#" },
      { label: "Axe 2", href: "#" },
    ]}
  >
    <PageHeading
      above={<AxisMark number={2} label="Favoriser une répartition équilibrée des offres de service" />}
      title="2.3 Un relais petite enfance qui vient dans les vallées"
      marks={
        <>
          <State kind="blocked" label="Bloquée" />
          <Explain
            id="retard"
            rule="Une action est en retard quand une étape non réalisée a dépassé sa date, ou quand sa fin est passée sans qu’elle soit réalisée."
          >
            <LateMark days={53} />
          </Explain>
          <ConfidentialityMark level="shared" />
          <ExampleMark />
        </>
      }
      actions={
        <>
          <ButtonLink look="main" icon="message-circle" href="#">
            Donner des nouvelles
          </ButtonLink>
          <ButtonLink icon="download" href="#">
            Exporter
          </ButtonLink>
        </>
      }
    />
    <Fiche contents={blocks} contentsLabel="Sur cette fiche">
      <Notice
        kind="warning"
        title="Bloquée : le local de Saint-Amé n’est plus disponible"
        actions={<a href="#">Dire que c’est débloqué</a>}
      >
        <p>
          Ce qui débloquerait : une salle de 40 m² au rez-de-chaussée, trois matinées par semaine. Qui peut : la mairie de
          Saint-Amé.
        </p>
      </Notice>
      <FicheBlock id="pourquoi" title="Pourquoi" editHref="#">
        <div class="prose">
          <p>
            Trois communes des vallées n’ont aucun lieu d’éveil ; leurs assistantes maternelles font plus de 20 minutes de route
            pour rejoindre le relais de Remiremont, et les deux tiers n’y viennent plus.
          </p>
        </div>
        <Tags items={[{ label: "Petite enfance" }, { label: "Parentalité" }, { label: "Accès aux droits" }]} />
      </FicheBlock>
      <FicheBlock id="quoi" title="Ce qui est fait" editHref="#">
        <Facts
          facts={[
            { term: "Objectif", value: "Une matinée d’éveil par semaine dans chacune des trois communes, en 2027.", wide: true },
            { term: "Publics", value: "0 à 3 ans, parents, assistantes maternelles" },
            { term: "Communes", value: "Vecoux, Saint-Amé, Girmont-Val-d’Ajol" },
            { term: "Période", value: "janvier 2025 à décembre 2027" },
            { term: "Avancement", value: <Progress done={2} total={4} label="étapes" /> },
          ]}
        />
      </FicheBlock>
      <FicheBlock id="qui" title="Qui" editHref="#">
        <Facts
          facts={[
            { term: "Pilote", value: "CCPVM, service petite enfance" },
            { term: "Élu·e référent·e", value: null, missing: "Personne n’est encore désigné" },
            {
              term: "Partenaires",
              value: "Caf des Vosges (financeur), MSA Lorraine (financeur), les trois mairies (associées)",
              wide: true,
            },
          ]}
        />
      </FicheBlock>
      <FicheBlock id="etapes" title="Deux étapes sur quatre sont réalisées" editHref="#">
        <Table
          caption="Étapes de l’action"
          hideCaption
          columns={[
            { key: "title", label: "Étape", cell: (row) => row.title },
            { key: "day", label: "Date", narrow: true, cell: (row) => <Time value={row.day} /> },
            {
              key: "state",
              label: "État",
              narrow: true,
              cell: (row) => (row.late ? <LateMark days={row.late} /> : <State kind={row.state} label={row.label} />),
            },
          ]}
          rows={milestones}
        />
      </FicheBlock>
      <FicheBlock id="budget" title="33 000 € prévus, 29 500 € notifiés" editHref="#">
        <Table
          caption="Financements par année et par financeur"
          columns={[
            { key: "funder", label: "Financeur", cell: (row) => row.funder },
            { key: "year", label: "Année", numeric: true, cell: (row) => row.year },
            { key: "planned", label: "Prévu", numeric: true, cell: (row) => <Money cents={row.planned} /> },
            {
              key: "notified",
              label: "Notifié",
              numeric: true,
              cell: (row) => <Money cents={row.notified} unknown="pas encore" />,
            },
            { key: "paid", label: "Payé", numeric: true, cell: (row) => <Money cents={row.paid} unknown="pas encore" /> },
          ]}
          rows={budget}
          footer={["Total", "", <Money cents={3_300_000} />, <Money cents={2_950_000} />, <Money cents={1_400_000} />]}
          note="Montants toutes taxes comprises. Fonctionnement."
        />
      </FicheBlock>
      <FicheBlock id="mesures" title="Mesures" editHref="#">
        <Table
          caption="Indicateurs suivis"
          hideCaption
          columns={[
            { key: "label", label: "Indicateur", cell: (row) => row.label },
            { key: "from", label: "Départ", numeric: true, cell: (row) => row.from },
            { key: "now", label: "Aujourd’hui", numeric: true, cell: (row) => row.now },
            { key: "to", label: "Cible", numeric: true, cell: (row) => row.to },
          ]}
          rows={[
            { label: "Matinées d’éveil par mois", from: "0", now: "4", to: "12" },
            { label: "Assistantes maternelles venues au moins une fois", from: "11", now: "19", to: "30" },
          ]}
          note="Service petite enfance, relevé du 30 septembre 2026."
        />
      </FicheBlock>
      <FicheBlock id="historique" title="Historique">
        <HistoryList
          entries={[
            {
              at: new Date("2026-10-02T08:20:00Z"),
              who: "Camille Exemple",
              what: "a déclaré l’action bloquée",
              changes: [
                { label: "État", before: "En cours", after: "Bloquée" },
                { label: "Bloquée parce que", before: null, after: "Le local de Saint-Amé n’est plus disponible" },
              ],
              changesLabel: "Voir les 2 champs",
              action: <a href="#">Annuler</a>,
            },
            {
              at: new Date("2025-09-15T12:00:00Z"),
              who: "Alix Exemple",
              what: "a déclaré réalisée l’étape « Ouvrir les matinées d’éveil de Vecoux »",
            },
          ]}
        />
      </FicheBlock>
    </Fiche>
  </Page>
);
