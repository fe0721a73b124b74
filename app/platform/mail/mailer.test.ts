import { afterEach, expect, test } from "vitest";
import { createMailer, type Mailer, type Patience } from "./mailer.server.ts";
import {
  type Stubbornness,
  type StubbornServer,
  startStubbornServer,
} from "./testing/stubborn-server.ts";

const patience: Patience = { connect: 300, silence: 300, letter: 900 };
const letter = {
  id: "<one@twohats.test>",
  to: { name: "Inês", address: "ines@house.test" },
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
};

let server: StubbornServer;
let mailer: Extract<Mailer, { kind: "smtp" }>;

afterEach(async () => {
  mailer.close();
  await server.close();
});

test.each<[Stubbornness, string]>([
  ["silent", "takes calls and says nothing"],
  ["greets-forever", "greets a letter at a time and never comes to an end"],
  ["deaf-after-greeting", "greets and then says nothing"],
  ["answers-forever", "takes a letter and answers a sign at a time without end"],
])(
  "a server that is %s (%s) is given up in time, and its line is cut",
  async (how) => {
    server = await startStubbornServer(how);
    mailer = server.mailer(patience);
    const began = performance.now();
    await expect(mailer.send(letter)).rejects.toMatchObject({ code: "ETIMEDOUT" });
    expect(performance.now() - began).toBeLessThan(patience.letter + 1_000);
    await expect.poll(server.callers, { timeout: 8_000 }).toBe(0);
  },
  15_000,
);

test("while it can't be reached the others need not wait to hear the same", async () => {
  server = await startStubbornServer("silent");
  mailer = server.mailer(patience);
  await expect(mailer.send(letter)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  const began = performance.now();
  await expect(mailer.send(letter)).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(performance.now() - began).toBeLessThan(patience.connect);
});

test("without a mail server there is none, and only what opens the outbox itself has one", async () => {
  const settings = { SMTP_URL: undefined, MAIL_FROM: "Twohats <twohats@house.test>" };
  expect(createMailer({ ...settings, outbox: "closed" }).kind).toBe("none");
  expect(createMailer({ ...settings, outbox: "open" }).kind).toBe("outbox");
});
