import { expect, test } from "vitest";
import { deviceName, namedDevice } from "./device-name.ts";

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    { browser: "Firefox", system: "Windows" },
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
    { browser: "Safari", system: "iOS" },
  ],
  ["curl/8.5.0", { browser: null, system: null }],
  ["My own name for it/1.0 (x) y", { browser: null, system: null }],
  [`${"a".repeat(16_000)}/1 x`, { browser: null, system: null }],
  ["", { browser: null, system: null }],
  ["\t;;; nothing (known", { browser: null, system: null }],
])("«%s» is told as %o", (userAgent, told) => {
  expect(namedDevice(deviceName(userAgent))).toMatchObject(told);
});

test("no version, no model and nothing else that few share is kept", () => {
  const kept = deviceName(
    "Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.7499.52 Mobile Safari/537.36",
  );
  expect(kept).toBe("Chrome; Android");
});

test("what keeps no name is nobody's device", () => {
  expect(deviceName(null)).toBeNull();
  expect(namedDevice(null)).toEqual({ browser: null, system: null });
});
