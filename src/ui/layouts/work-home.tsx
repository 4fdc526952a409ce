import type { Child } from "hono/jsx";
import { Section } from "../heading.tsx";
import { useLang } from "../words.ts";
import { timeText } from "../../platform/french/time.ts";

export type Task = {
  readonly title: Child;
  readonly href: string;
  /** Why it is asked of this person. */
  readonly why?: Child;
  /** State, late, until when. */
  readonly end?: Child;
};

/** Things to do, the most pressing first; each line leads to where it is done. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul class="tasks">
    {tasks.map(({ title, href, why, end }) => (
      <li class="task">
        <div>
          <p class="task-title">
            <a href={href}>{title}</a>
          </p>
          {why && <p class="task-why">{why}</p>}
        </div>
        {end && <div class="task-end">{end}</div>}
      </li>
    ))}
  </ul>
);

export type ComingDate = { readonly day: string; readonly title: Child; readonly text?: Child };

/** What comes next, by day. */
export const ComingDates = ({ dates }: { readonly dates: readonly ComingDate[] }) => {
  const lang = useLang();
  return (
    <ol class="dates">
      {dates.map(({ day, title, text }) => {
        const [number, month] = splitDay(timeText(lang, day, "brief"));
        return (
          <li>
            <time class="date-tile" datetime={day}>
              <strong>{number}</strong> {month}
            </time>
            <div>
              <p class="task-title">{title}</p>
              {text && <p class="task-why">{text}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
};

function splitDay(text: string): [string, string] {
  const at = text.indexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}

type Part = { readonly title: Child; readonly action?: Child; readonly body: Child };
type WorkHomeProps = { readonly todo: Part; readonly changed: Part; readonly next: Part };

/** The home of a signed-in person: what do I have to do, what changed, what comes next. On a phone, in that order but for the middle. */
export const WorkHome = ({ todo, changed, next }: WorkHomeProps) => (
  <div class="split">
    <div>
      <Section title={todo.title} action={todo.action}>
        {todo.body}
      </Section>
      <Section title={changed.title} action={changed.action}>
        {changed.body}
      </Section>
    </div>
    <Section title={next.title} action={next.action} sheet>
      {next.body}
    </Section>
  </div>
);
