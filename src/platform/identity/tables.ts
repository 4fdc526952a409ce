import { boolean, index, integer, pgSchema, text } from "drizzle-orm/pg-core";
import { instant } from "../database/columns.ts";

/**
 * Who can sign in, and how. None of it belongs to a territory, and the role that serves pages may not read it: the schema
 * is the owner's alone. The shape of `user`, `session`, `account`, `verification` and `passkey` is better-auth's.
 */
export const identity = pgSchema("identity");

export const user = identity.table("user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull(),
  image: text("image"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

const userId = () =>
  text("user_id")
    .notNull()
    .references(() => user.id, { onDelete: "cascade" });

export const session = identity.table(
  "session",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    token: text("token").notNull().unique(),
    expiresAt: instant("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("session_user").on(table.userId)],
);

/** The accounts elsewhere (ProConnect) that open an account here. */
export const account = identity.table(
  "account",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    providerId: text("provider_id").notNull(),
    accountId: text("account_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("account_user").on(table.userId), index("account_provider").on(table.providerId, table.accountId)],
);

/** What waits to be proved: links sent by mail (hashed), challenges of passkeys, states of a visit to ProConnect. */
export const verification = identity.table(
  "verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("verification_identifier").on(table.identifier)],
);

export const passkey = identity.table(
  "passkey",
  {
    id: text("id").primaryKey(),
    userId: userId(),
    name: text("name"),
    publicKey: text("public_key").notNull(),
    credentialID: text("credential_id").notNull().unique(),
    counter: integer("counter").notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: boolean("backed_up").notNull(),
    transports: text("transports"),
    createdAt: instant("created_at"),
    aaguid: text("aaguid"),
  },
  (table) => [index("passkey_user").on(table.userId)],
);

/** Who runs this instance: those who sign in with one of these addresses. */
export const operator = identity.table("operator", { email: text("email").primaryKey(), addedAt: instant("added_at").notNull() });

/** Links asked for in the last hour, by address and by network, as keyed hashes: enough to count, not enough to know who. */
export const linkRequest = identity.table(
  "link_request",
  { id: text("id").primaryKey(), key: text("key").notNull(), at: instant("at").notNull() },
  (table) => [index("link_request_key").on(table.key, table.at)],
);
