import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { createMailer, type Mailer } from "~/platform/mail/mailer.server.ts";

export type MailServer = {
  mailer: Extract<Mailer, { kind: "smtp" }>;
  received: ParsedMail[];
  /** From now on each letter is refused with this SMTP code; null takes them again. */
  refuseWith(code: number | null): void;
  /** Letters to this address are refused for good: nobody has it. */
  nobodyAt(address: string): void;
  somebodyAt(address: string): void;
  /** From now on whatever arrives is counted and not kept; for measuring. */
  countOnly(): { count: number };
  /** The server stops; whoever calls its port hears nothing. */
  goAway(): Promise<void>;
  close(): Promise<void>;
};

/** A real mail server on this machine that keeps what it is handed, and a mailer that uses it. */
export async function startMailServer(): Promise<MailServer> {
  const received: ParsedMail[] = [];
  let refusal: number | null = null;
  const nobody = new Set<string>();
  let counted: { count: number } | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (address, _session, done) => {
      if (nobody.has(address.address)) {
        const unknown = new Error(`5.1.1 ${address.address} is nobody here`);
        done(Object.assign(unknown, { responseCode: 550 }));
      } else if (refusal === null) done();
      else
        done(
          Object.assign(new Error(`${address.address} is not welcome`), { responseCode: refusal }),
        );
    },
    onData: (stream, _session, done) => {
      if (counted) {
        counted.count += 1;
        stream.on("end", () => done());
        stream.resume();
        return;
      }
      simpleParser(stream).then((mail) => {
        received.push(mail);
        done();
      }, done);
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const mailer = createMailer({
    SMTP_URL: `smtp://127.0.0.1:${address.port}`,
    MAIL_FROM: "Twohats <twohats@house.test>",
    outbox: "closed",
  });
  if (mailer.kind !== "smtp") throw new Error("not a mailer of letters");
  let away: Promise<void> | null = null;
  const goAway = () => {
    away ??= new Promise<void>((resolve) => server.close(() => resolve()));
    return away;
  };
  return {
    mailer,
    received,
    refuseWith: (code) => {
      refusal = code;
    },
    nobodyAt: (address) => {
      nobody.add(address);
    },
    somebodyAt: (address) => {
      nobody.delete(address);
    },
    countOnly: () => {
      counted = { count: 0 };
      return counted;
    },
    goAway,
    close: async () => {
      mailer.close();
      await goAway();
    },
  };
}
