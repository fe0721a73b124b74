/** Languages in which days of the week are read, each with the ways to say things about several of them. */
export type WeekdayLanguage = {
  /** Monday to Sunday, in small letters without accents. */
  names: readonly string[];
  /** Two letters, where people write them so. */
  short: readonly string[];
  /** From one day to another. */
  range: ReadonlySet<string>;
  and: ReadonlySet<string>;
  except: ReadonlySet<string>;
  /** Several days in one word: "weekdays". */
  several: ReadonlyMap<string, string>;
  /** What says nothing of which days. */
  beside: ReadonlySet<string>;
};

type Words = {
  short?: string;
  range: string;
  and: string;
  except: string;
  several?: Record<string, string>;
  beside?: string;
};

const WORDS: Record<string, Words> = {
  en: {
    short: "mo tu we th fr sa su",
    range: "to thru through till until",
    and: "and",
    except: "except excluding without not but",
    several: { weekdays: "12345", weekday: "12345", weekend: "67", weekends: "67" },
    beside: "only on every each days day working work works part time full parttime fulltime",
  },
  de: {
    short: "mo di mi do fr sa so",
    range: "bis",
    and: "und u sowie",
    except: "ausser ohne nicht",
    several: { wochenende: "67", sonnabend: "6", sonnabends: "6" },
    beside: "nur am jeden jeder immer tage arbeitstage teilzeit vollzeit",
  },
  fr: {
    short: "lu ma me je ve sa di",
    range: "a au",
    and: "et",
    except: "sauf",
    beside: "du le les chaque jours temps partiel plein",
  },
  es: {
    range: "a al hasta",
    and: "y e",
    except: "excepto menos salvo",
    beside: "de los el solo dias jornada parcial completa",
  },
  pt: {
    range: "a ate",
    and: "e",
    except: "exceto menos salvo",
    beside: "de as aos so dias tempo parcial integral feira feiras",
  },
  it: {
    range: "a al",
    and: "e ed",
    except: "eccetto tranne escluso",
    beside: "da dal il solo giorni tempo parziale pieno",
  },
  nl: {
    short: "ma di wo do vr za zo",
    range: "tot tm",
    and: "en",
    except: "behalve zonder niet",
    beside: "alleen op van met dagen deeltijd voltijd",
  },
  pl: {
    short: "pn wt sr cz pt sb nd",
    range: "do",
    and: "i oraz",
    except: "oprocz bez",
    beside: "od tylko dni pelny etat czesc",
  },
  sv: {
    short: "ma ti on to fr lo so",
    range: "till",
    and: "och",
    except: "utom",
    beside: "fran bara dagar deltid heltid",
  },
  da: {
    short: "ma ti on to fr lo so",
    range: "til",
    and: "og",
    except: "undtagen",
    beside: "fra kun dage deltid fuldtid",
  },
};

/** Shortened to other than their first letters, or written in another way. */
const ALSO: Record<string, Record<string, string>> = {
  en: { weds: "3" },
  pl: { niedz: "7", nie: "7" },
};

const A_WEEK = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)));

/** A text as names of days are compared. */
export function plainDays(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ß/g, "ss");
}

let known: readonly WeekdayLanguage[] | null = null;

export function weekdayLanguages(): readonly WeekdayLanguage[] {
  known ??= Object.entries(WORDS).map(([language, words]) => {
    const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    const set = (list = "") => new Set(list.split(" ").filter((word) => word !== ""));
    return {
      names: A_WEEK.map((day) => plainDays(format.format(day)).replace(/-feira$/, "")),
      short: words.short?.split(" ") ?? [],
      range: set(words.range),
      and: set(words.and),
      except: set(words.except),
      several: new Map(Object.entries({ ...words.several, ...ALSO[language] })),
      beside: set(words.beside),
    };
  });
  return known;
}
