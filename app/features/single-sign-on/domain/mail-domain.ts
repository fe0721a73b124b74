/**
 * Where anybody gets an address: proving such a domain is nobody's to do, and an operator who confirmed one by mistake
 * would let strangers in. The common ones; DNS keeps everybody from all others.
 */
const PUBLIC = new Set(
  (
    "gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.de hotmail.co.uk live.com msn.com " +
    "yahoo.com yahoo.de yahoo.co.uk ymail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.at gmx.ch " +
    "gmx.com web.de t-online.de freenet.de mail.de posteo.de mailbox.org proton.me protonmail.com pm.me " +
    "tutanota.com tuta.com mail.com zoho.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com orange.fr " +
    "wanadoo.fr free.fr laposte.net libero.it bluewin.ch comcast.net verizon.net"
  ).split(" "),
);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export type DomainProblem = "malformed" | "public";

/** A domain as somebody types it: with an at sign, in capitals, in letters that DNS writes otherwise. */
export function readDomain(
  typed: string,
): { ok: true; value: string } | { ok: false; reason: DomainProblem } {
  const domain = asDns(typed.trim().replace(/^@/, ""));
  if (domain === null) return { ok: false, reason: "malformed" };
  return PUBLIC.has(domain) ? { ok: false, reason: "public" } : { ok: true, value: domain };
}

/** The domain of an address, as DNS writes it; null for what is no address. */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf("@");
  return at < 1 ? null : asDns(address.slice(at + 1));
}

/** A domain as DNS writes it, whichever way it is typed, ü and all; null for what is none. */
export function asDns(text: string): string | null {
  if (/[/:?#@\\%\s[\]]/.test(text) || !URL.canParse(`http://${text}`)) return null;
  const host = new URL(`http://${text}`).hostname.replace(/\.$/, "");
  const labels = host.split(".");
  const isName =
    labels.length > 1 && host.length <= 253 && labels.every((part) => LABEL.test(part));
  return isName && /[a-z]/.test(labels.at(-1) ?? "") ? host : null;
}
