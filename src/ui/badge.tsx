import type { Child } from "hono/jsx";
import { Icon, type IconName } from "./icon.tsx";
import { useSay } from "./words.ts";

export type Tone = "plain" | "good" | "wait" | "wrong" | "info" | "accent";

type BadgeProps = { readonly tone?: Tone | undefined; readonly icon?: IconName | undefined; readonly children: Child };

/** A short mark: one or two words that say it all without their colour. */
export const Badge = ({ tone = "plain", icon, children }: BadgeProps) => (
  <span class={`badge badge-${tone}`}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </span>
);

/** Marks what was invented for the demonstration. */
export const ExampleMark = () => {
  const say = useSay();
  return (
    <span class="badge badge-example" title={say("exampleWhy")}>
      {say("example")}
    </span>
  );
};

export type Confidentiality = "public" | "shared" | "restricted";

const levelIcons: Record<Confidentiality, IconName> = { public: "eye", shared: "users", restricted: "lock" };

/** Who can read: everyone, the partners, the team. */
export const ConfidentialityMark = ({
  level,
  label,
}: {
  readonly level: Confidentiality;
  readonly label?: string | undefined;
}) => {
  const say = useSay();
  return <Badge icon={levelIcons[level]}>{label ?? say(`confidentiality.${level}`)}</Badge>;
};

/** Tags in a row: themes, communes. */
export const Tags = ({
  items,
}: {
  readonly items: readonly { readonly label: string; readonly href?: string | undefined }[];
}) => (
  <ul class="tags">
    {items.map(({ label, href }) => (
      <li>{href ? <a href={href}>{label}</a> : <span>{label}</span>}</li>
    ))}
  </ul>
);
