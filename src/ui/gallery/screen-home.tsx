import { Badge, ExampleMark } from "../badge.tsx";
import { ButtonLink } from "../button.tsx";
import { PageHeading } from "../heading.tsx";
import { HistoryList } from "../history-list.tsx";
import { ComingDates, TaskList, WorkHome } from "../layouts/work-home.tsx";
import { Page } from "../page.tsx";
import { LateMark, State } from "../state.tsx";
import { sampleFrame, type SampleSetting } from "./sample-frame.ts";

/** The home of a coordinator: to do, changed, next. */
export const HomeScreen = ({ setting }: { readonly setting: SampleSetting }) => (
  <Page frame={sampleFrame(setting, "coordinator")} title="Accueil">
    <PageHeading
      title="Bonjour Camille, cinq choses vous attendent"
      intro="Le comité de pilotage est dans 17 jours. Deux fiches n’ont pas de nouvelles depuis six mois."
      actions={
        <ButtonLink look="main" icon="file-text" href="#">
          Préparer le comité
        </ButtonLink>
      }
    />
    <WorkHome
      todo={{
        title: "À faire",
        action: <a href="#">Toutes les actions</a>,
        body: (
          <TaskList
            tasks={[
              {
                title: "2.3 Un relais petite enfance qui vient dans les vallées",
                href: "#",
                why: "Bloquée : le local de Saint-Amé n’est plus disponible. Le maire peut débloquer.",
                end: <State kind="blocked" label="Bloquée" />,
              },
              {
                title: "1.2 Forum des services aux familles",
                href: "#",
                why: "L’étape « Réserver la salle » est passée.",
                end: <LateMark days={23} />,
              },
              {
                title: "3.1 Former les assistantes maternelles",
                href: "#",
                why: "Aucun pilote n’est désigné.",
                end: <Badge tone="wait">Sans pilote</Badge>,
              },
              {
                title: "4.2 Budget participatif des jeunes",
                href: "#",
                why: "4 500 € prévus, aucun financeur notifié.",
                end: <Badge tone="wait">Financement à trouver</Badge>,
              },
              {
                title: "2.1 Navette du mercredi",
                href: "#",
                why: "Sans nouvelles depuis le 2 mai 2026.",
                end: <Badge>Silence de 6 mois</Badge>,
              },
            ]}
          />
        ),
      }}
      changed={{
        title: "Depuis votre dernière visite, mardi",
        action: <a href="#">Tout l’historique</a>,
        body: (
          <HistoryList
            entries={[
              {
                at: new Date("2026-11-22T16:40:00Z"),
                who: "Dominique Exemple (Caf des Vosges)",
                what: (
                  <>
                    a notifié 12 000 € sur <a href="#">3.4 Ludothèque itinérante</a> <ExampleMark />
                  </>
                ),
                changes: [{ label: "Notifié en 2026", before: "0 €", after: "12 000 €" }],
                changesLabel: "Voir le changement",
              },
              {
                at: new Date("2026-11-20T09:12:00Z"),
                who: "Sacha Exemple (centre social)",
                what: (
                  <>
                    a commenté <a href="#">4.1 Conseil de jeunes</a>
                  </>
                ),
              },
              {
                at: new Date("2026-11-19T14:05:00Z"),
                who: "Alix Exemple (Remiremont)",
                what: (
                  <>
                    a déclaré réalisée l’action <a href="#">1.1 Guide des familles</a>
                  </>
                ),
              },
            ]}
          />
        ),
      }}
      next={{
        title: "À venir",
        action: <a href="#">Calendrier</a>,
        body: (
          <ComingDates
            dates={[
              { day: "2026-12-01", title: "Fin de l’étape « Choisir le prestataire »", text: "3.4 Ludothèque itinérante" },
              {
                day: "2026-12-10",
                title: "Comité de pilotage",
                text: "18 h, Remiremont. L’ordre du jour n’est pas encore envoyé.",
              },
              { day: "2026-12-15", title: "La Caf ouvre les prévisions 2027", text: "Jusqu’au 13 février 2027." },
              { day: "2027-12-31", title: "Fin de la convention", text: "L’évaluation se prépare un an avant." },
            ]}
          />
        ),
      }}
    />
  </Page>
);
