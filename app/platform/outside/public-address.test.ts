import { expect, test } from "vitest";
import { openOutside } from "./outside.server.ts";
import { isPublicAddress } from "./public-address.ts";

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.1",
    "172.16.9.9",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
  ],
  ...[
    "::1",
    "fe80::1",
    "fd00::1",
    "::ffff:127.0.0.1",
    "::ffff:a00:1",
    "::",
    "2001:db8::1",
    "nonsense",
  ],
])("%s is no public address", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])("%s is one", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ...["https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "https://0x7f.1/"],
  ...["https://localhost/", "https://169.254.169.254/latest/meta-data", "http://93.184.216.34/"],
])("%s is not asked, and nothing is sent there", async (url) => {
  const outside = openOutside({ reachesPrivate: false });
  await expect(outside.fetch(url)).rejects.toThrow(/private network|only https/);
});
