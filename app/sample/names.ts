import type { Random } from "./random.ts";

export type Country = "Ireland" | "Norway" | "Portugal";

/** A name as the person writes it, and in Latin letters for an e-mail address. */
export type PersonName = { given: string; family: string; latinGiven: string; latinFamily: string };

/** Names in another script are written `original|romanised`. */
type Culture = { given: string; family: string };

const cultures = {
  norwegian: {
    given:
      "Ingrid, Håkon, Sølvi, Bjørn, Åse, Torstein, Marit, Øyvind, Siv, Eirik, Guro, Kåre, Hedda, Leif Arne, Ragnhild, Sverre, Tuva, Asbjørn, Anne-Grethe, Jostein, Synnøve, Vidar, Liv, Magnus, Turid, Espen, Bergljot, Jørn",
    family:
      "Hansen, Solberg, Bjørnstad, Haugland, Nygård, Sæther, Vik, Eikeland, Tønnessen, Myhre, Strømme, Kvåle, Lunde, Fjellheim, Aasen, Skogstad, Rønningen, Brekke, Østby, Hovland, Moe, Sandvik, Grønvold, Tveit, Langeland, Dahle",
  },
  irish: {
    given:
      "Aoife, Ciarán, Niamh, Declan, Róisín, Eoin, Gráinne, Pádraig, Sinéad, Fergal, Orla, Cathal, Máire, Dónal, Saoirse, Tadhg, Margaret, Brendan, Clodagh, Liam, Bríd, Conor, Deirdre, Oisín, Fionnuala, Kevin, Muireann, Thomas",
    family:
      "Murphy, Sullivan, Byrne, Gallagher, O’Neill, Kavanagh, Mac Namara, Doyle, McLoughlin, Brady, Fitzgerald, O’Rourke, Keane, Nolan, Fitzpatrick, Hogan, Tierney, Quinlan, Sheehy, Dunphy, Lacey, Roche, Mulcahy, Whelan, Furlong, Cullen",
  },
  // Gaelic and Greek family names differ for women and men.
  irishWomen: {
    given: "Caoimhe, Bláthnaid, Sorcha, Gobnait",
    family: "Ní Dhónaill, Ní Mhurchú, Nic Giolla Phádraig, Uí Chonaill",
  },
  irishMen: {
    given: "Micheál, Ruairí, Séamus, Diarmuid",
    family: "Ó Súilleabháin, Mac Giolla Phádraig, Ó Maoilmhichíl, Mac an tSaoir",
  },
  portuguese: {
    given:
      "Inês, João, Conceição, Tiago, Beatriz, Rui, Catarina, Gonçalo, Leonor, Nuno, Mafalda, Vítor, Sílvia, Estêvão, Luísa, Duarte, Helena, Sebastião, Graça, Hélder, Matilde, Afonso, Isaura, Martim, Teresa, Simão, Maria da Luz, Álvaro",
    family:
      "Ferreira, Gonçalves, Simões, Araújo, Magalhães, Teixeira, Brandão, Leitão, Queirós, Falcão, Sepúlveda, Vasconcelos de Albuquerque e Castro, Moura, Antunes, Pinheiro, Serrão, Damásio, Lourenço, Taveira, Camacho, Figueiredo, Bragança, Mexia, Salgueiro, Valadão, Neto",
  },
  polish: {
    given: "Agnieszka, Łukasz, Małgorzata, Paweł, Żaneta, Grzegorz, Zofia, Michał",
    family: "Nowak, Wójcik, Mazur, Kaczmarek, Dudek, Szczepaniak, Wróbel, Gołąb",
  },
  ukrainian: {
    given:
      "Олена|Olena, Андрій|Andriy, Оксана|Oksana, Тарас|Taras, Надія|Nadiya, Богдан|Bohdan, Ірина|Iryna, Ярослав|Yaroslav",
    family:
      "Шевчук|Shevchuk, Коваленко|Kovalenko, Мельник|Melnyk, Бондаренко|Bondarenko, Ткаченко|Tkachenko, Лисенко|Lysenko, Гриценко|Hrytsenko, Савчук|Savchuk",
  },
  filipino: {
    given: "Maricel, Jun-Jun, Rowena, Benigno, Lorna, Rodel, Analyn, Emmanuel",
    family: "Santos, dela Cruz, Bautista, Villanueva, Macapagal, Quimbo, Dimaculangan, Reyes",
  },
  indian: {
    given: "Priya, Arjun, Lakshmi, Sandeep, Meenakshi, Vikram, Anjali, Rajesh",
    family:
      "Nair, Iyer, Chatterjee, Kulkarni, Venkatanarasimharajan, Singh Dhillon, Fernandes, Menon",
  },
  arabic: {
    given:
      "ليلى|Layla, يوسف|Youssef, أمينة|Amina, كريم|Karim, Fatima-Zahra, عبد الرحمن|Abd al-Rahman, سميرة|Samira, هشام|Hicham",
    family:
      "الحداد|al-Haddad, بن علي|Benali, الإدريسي|El Idrissi, منصور|Mansour, خوري|Khoury, بن صالح|Ben Saleh, التومي|Toumi, رحماني|Rahmani",
  },
  chinese: {
    given:
      "小明|Xiaoming, 慧敏|Huimin, 建国|Jianguo, 美玲|Mei-Ling, 志强|Zhiqiang, 雨婷|Yuting, Wai Kit, 兰|Lan",
    family: "李|Li, 王|Wang, 欧阳|Ouyang, Chan, 陈|Chen, 赵|Zhao, 徐|Xu, Kwok",
  },
  greekWomen: {
    given: "Ελένη|Eleni, Κατερίνα|Katerina, Δήμητρα|Dimitra, Βασιλική|Vasiliki",
    family:
      "Παπαδοπούλου|Papadopoulou, Ιωάννου|Ioannou, Καραγιάννη|Karagianni, Οικονόμου|Oikonomou",
  },
  greekMen: {
    given: "Νίκος|Nikos, Γιώργος|Giorgos, Σταύρος|Stavros, Αθανάσιος|Athanasios",
    family: "Βλάχος|Vlachos, Δημητρίου|Dimitriou, Μακρής|Makris, Παπακωνσταντίνου|Papakonstantinou",
  },
  nigerian: {
    given: "Chiamaka, Oluwaseun, Ifeoma, Emeka, Folasadé, Tobechukwu",
    family: "Okonkwo, Adébáyọ̀, Nwachukwu, Balogun, Oyelaran, Eze",
  },
  somali: {
    given: "Ayaan, Abdirahman, Hodan, Farah, Idil",
    family: "Warsame, Jama, Nur, Aden, Guled",
  },
  lusophone: {
    given: "Jurema, Djalma, Iracema, Adilson, Nzinga, Edmilson, Thaís, Valdemar",
    family: "Évora, Tavares, dos Santos Fortes, Cardoso, Lopes da Silva, N’Gola, Barbosa, Cabral",
  },
  estonian: {
    given: "Liis, Märt, Õnne, Jüri, Piret, Tõnu",
    family: "Tamm, Kõiv, Rebane, Pärn, Õunapuu, Mägi",
  },
  sami: { given: "Áilu, Máret, Niillas, Sárá", family: "Sara, Bongo, Gaup, Hætta" },
  turkish: {
    given: "Gülşen, Emre, Ayşe, Çağlar, İpek",
    family: "Yıldız, Öztürk, Aydın, Şahin, Güneş",
  },
  vietnamese: { given: "Thảo, Minh Quân, Hương, Đức", family: "Nguyễn, Trần, Phạm, Đặng" },
} satisfies Record<string, Culture>;

type CultureName = keyof typeof cultures;

const mix: Record<Country, readonly (readonly [CultureName, number])[]> = {
  Norway: [
    ["norwegian", 55],
    ["polish", 9],
    ["filipino", 8],
    ["ukrainian", 6],
    ["estonian", 5],
    ["sami", 4],
    ["somali", 4],
    ["turkish", 3],
    ["vietnamese", 3],
    ["arabic", 3],
  ],
  Ireland: [
    ["irish", 49],
    ["irishWomen", 3],
    ["irishMen", 3],
    ["polish", 10],
    ["indian", 8],
    ["lusophone", 5],
    ["chinese", 5],
    ["nigerian", 6],
    ["filipino", 5],
    ["greekMen", 2],
    ["greekWomen", 2],
    ["estonian", 2],
  ],
  Portugal: [
    ["portuguese", 58],
    ["lusophone", 14],
    ["ukrainian", 7],
    ["chinese", 6],
    ["indian", 5],
    ["arabic", 4],
    ["greekWomen", 3],
    ["greekMen", 3],
  ],
};

const shortForms: Record<string, string> = {
  Margaret: "Mags",
  Thomas: "Tom",
  "Leif Arne": "Leif",
  "Anne-Grethe": "Grethe",
  Fionnuala: "Nuala",
  Pádraig: "Paddy",
  Conceição: "São",
  "Maria da Luz": "Lucy",
  Sebastião: "Sebas",
  Emmanuel: "Manny",
  Małgorzata: "Gosia",
  Agnieszka: "Aga",
  Oluwaseun: "Seun",
  Chiamaka: "Amaka",
  Abdirahman: "Abdi",
  Athanasios: "Thanos",
  Meenakshi: "Meena",
  "Fatima-Zahra": "Fatima",
};

function nameParts(entry: string): { written: string; latin: string } {
  const [written = entry, latin = written] = entry.split("|");
  return { written, latin };
}

/** Draws a name from the cultures that live and sail in a country. */
export function drawName(random: Random, country: Country): PersonName {
  const culture = cultures[random.weighted(mix[country])];
  const given = nameParts(random.pick(culture.given.split(", ")));
  const family = nameParts(random.pick(culture.family.split(", ")));
  const romanised =
    random.chance(0.6) || given.written === given.latin || family.written === family.latin;
  return {
    given: romanised ? given.latin : given.written,
    family: romanised ? family.latin : family.written,
    latinGiven: given.latin,
    latinFamily: family.latin,
  };
}

/** What colleagues call the person, or null when it is simply the given name. */
export function drawPreferredName(random: Random, name: PersonName): string | null {
  if (name.given !== name.latinGiven) return random.chance(0.75) ? name.latinGiven : null;
  const short = shortForms[name.given];
  return short !== undefined && random.chance(0.6) ? short : null;
}

const letters: Record<string, string> = {
  ø: "o",
  æ: "ae",
  å: "a",
  ł: "l",
  đ: "d",
  ı: "i",
  ß: "ss",
  þ: "th",
  ð: "d",
};

/** A name part as lower-case ASCII for an address, for example "Ó Súilleabháin" -> "osuilleabhain". */
export function addressPart(latin: string): string {
  return latin
    .toLowerCase()
    .replace(/[øæåłđıßþð]/g, (letter) => letters[letter] ?? "")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
