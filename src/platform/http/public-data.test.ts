import { Hono } from "hono";
import { expect, test } from "vitest";
import { limited, openToAnySite } from "./public-data.ts";

const open = () =>
  new Hono()
    .use(
      openToAnySite(),
      limited((c) => c.req.header("x-network") ?? null),
    )
    .get("/data", (c) => c.json({ all: "well" }));

test("a network that asks too much is told how long to wait, the others are answered", async () => {
  const app = open();
  const ask = (network: string) => app.request("/data", { headers: { "x-network": network, origin: "https://commune.exemple" } });
  for (let time = 0; time < 300; time += 1) expect((await ask("192.0.2.1")).status).toBe(200);
  const refused = await ask("192.0.2.1");
  expect(refused.status).toBe(429);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(await refused.json()).toEqual({
    error: `Trop de demandes en peu de temps : 300 par minute au plus. Attendez ${seconds} secondes, ou prenez le fichier entier.`,
  });
  // A page of another site is told too, or it would see a broken link.
  expect(refused.headers.get("access-control-allow-origin")).toBe("*");
  expect((await ask("192.0.2.2")).status).toBe(200);
});

test("this machine is not counted", async () => {
  const app = open();
  for (let time = 0; time < 310; time += 1) expect((await app.request("/data")).status).toBe(200);
});
