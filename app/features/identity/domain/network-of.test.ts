import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOf } from "./network-of.ts";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  [" 192.0.2.7 ", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["::FFFF:192.0.2.7", "192.0.2.7"],
  ["::1", "0:0:0:0::/64"],
  ["2001:DB8:0:12::1", "2001:db8:0:12::/64"],
  ["2001:db8::12:0:0:0:1", "2001:db8:0:12::/64"],
  ["2001:0db8:0000:0012:ffff:ffff:ffff:ffff", "2001:db8:0:12::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["64:ff9b::192.0.2.7", "64:ff9b:0:0::/64"],
  ["", ""],
  ["a socket", "a socket"],
])("%j is one place: %j", (address, place) => {
  expect(networkOf(address)).toBe(place);
});

test("addresses of one /64 are one place in every spelling, those of another are another", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  fc.assert(
    fc.property(fc.tuple(group, group, group, group), fc.tuple(group, group), (network, rest) => {
      const hex = (values: readonly number[], width = 0) =>
        values.map((value) => value.toString(16).padStart(width, "0")).join(":");
      const place = networkOf(`${hex(network)}::${hex(rest)}`);
      expect(networkOf(`${hex(network, 4)}:0000:0000:${hex(rest, 4)}`.toUpperCase())).toBe(place);
      const [first, ...others] = network;
      expect(networkOf(`${hex([first ^ 1, ...others])}::1`)).not.toBe(place);
    }),
  );
});
