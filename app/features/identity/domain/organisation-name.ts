import { z } from "zod";

/** As the database keeps it, in characters. */
export const LONGEST_NAME = 200;
/** What owners call it stands in the frame of every page and before every letter. */
export const LONGEST_DISPLAY_NAME = 80;

const SPACES_AND_CONTROLS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]+/gu;
/** Signs that nobody sees; but for those that join letters or the parts of an emoji, and the tags of flags. */
const UNSEEN = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/gu;
const SEEN = /[\p{L}\p{N}\p{S}]/u;

/**
 * The name of an organisation on one line, in any script. Signs that turn the direction of what follows are taken out:
 * a name must not make another out of the words behind it.
 */
function nameOf(longest: number) {
  return z
    .string()
    .transform((text) =>
      text.replace(UNSEEN, "").replace(SPACES_AND_CONTROLS, " ").trim().normalize("NFC"),
    )
    .refine((text) => SEEN.test(text), "missing")
    .refine((text) => [...text].length <= longest, "too-long");
}

export const organisationNameField = nameOf(LONGEST_NAME);
export const displayNameField = nameOf(LONGEST_DISPLAY_NAME);
