import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestInstance, origin } from "../../../../app/account/instance.fixture.ts";

let instance: Awaited<ReturnType<typeof openTestInstance>>;
let at: (path: string) => string;
beforeAll(async () => {
  instance = await openTestInstance({ behindProxy: true });
  const { slug } = await instance.plant("200068377");
  at = (path) => `/${slug}${path}`;
});
afterAll(() => instance.close());

const from = (network: string) => ({ origin, "x-forwarded-for": network });

test("a passer-by who sends too many forms waits, keeps what was typed, and does not make others wait", async () => {
  const ask = (network: string, text = "Une garde le dimanche ?") =>
    instance.visitor().post(at("/annuaire/question"), { text }, from(network));
  const answers: number[] = [];
  for (let sent = 0; sent < 20; sent += 1) answers.push((await ask("203.0.113.7")).status);
  expect(new Set(answers)).toEqual(new Set([303]));
  const refused = await ask("203.0.113.7", "Celle-ci ne doit pas se perdre");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(await refused.text()).toContain("Celle-ci ne doit pas se perdre");
  expect((await ask("198.51.100.4")).status).toBe(303);
  expect((await instance.visitor().get(at("/annuaire/question"))).status).toBe(200);
});

test("a question without a word, or with an address that is none, comes back with what was typed", async () => {
  const answer = await instance
    .visitor()
    .post(at("/annuaire/question"), { text: "  ", email: "pas-une-adresse" }, from("192.0.2.1"));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("pas-une-adresse");
  expect(page).toContain('id="errors"');
});

test("a key that opens nothing is not found, and no page of a key is kept by a cache", async () => {
  const answer = await instance.visitor().get(at(`/annuaire/cle/${"x".repeat(43)}`));
  expect(answer.status).toBe(404);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});
