import type { PersonStatus } from "~/features/people/domain/index.ts";

/** What files call people who are here, also when they are away for a while. Without accents. */
const HERE = words(
  "active,a,yes,y,true,1,employed,current,current employee,working,hired,present,enabled,permanent,probation,on probation,in probation,probationary",
  "regular,full time,full-time,part time,part-time,leave,on leave,loa,leave of absence,parental leave,maternity leave,paternity leave,sick leave",
  "sabbatical,paid leave,unpaid leave,garden leave,gardening leave,notice,on notice,notice period,serving notice,suspended,furlough,furloughed",
  "aktiv,ja,wahr,beschaftigt,angestellt,probezeit,in probezeit,elternzeit,in elternzeit,mutterschutz,krank,langzeitkrank,beurlaubt,freigestellt,ruhend",
  "actif,active,actifs,oui,vrai,present,en poste,en activite,en conge,conge,conge parental,conge maternite,periode d'essai,suspendu",
  "activo,activa,si,verdadero,de alta,alta,vigente,de baja medica,excedencia,vacaciones,periodo de prueba",
  "ativo,ativa,sim,verdadeiro,em exercicio,ferias,afastado,afastada,licenca,licenca maternidade",
  "attivo,attiva,vero,in forza,in servizio,aspettativa,congedo,in prova",
  "actief,waar,in dienst,verlof,ouderschapsverlof,ziek,proeftijd",
  "aktywny,aktywna,tak,prawda,zatrudniony,zatrudniona,urlop,urlop macierzynski,zwolnienie lekarskie",
  "aktiv,anstalld,tjanstledig,foraldraledig,ansat,orlov,ansatt,permisjon",
);
const GONE = words(
  "inactive,i,no,n,false,0,terminated,term,t,left,leaver,leavers,former,former employee,ex-employee,ex employee,resigned,retired,dismissed,fired",
  "exited,exit,departed,separated,withdrawn,ended,end,deactivated,deactivate,disabled,deceased,quit,laid off,redundant,discharged,non-active,not active,offboarded,archived,deleted,suspended account,closed,past",
  "inaktiv,nicht aktiv,nein,falsch,ausgetreten,ausgeschieden,gekundigt,beendet,ehemalig,ehemalige,ehemaliger,pensioniert,in rente,rentner,verstorben,deaktiviert,gesperrt",
  "inactif,inactive,non,faux,sorti,sortie,parti,partie,demissionnaire,licencie,licenciee,retraite,ancien,ancienne,termine,desactive",
  "inactivo,inactiva,falso,baja,de baja,cesado,cesada,despedido,despedida,jubilado,jubilada,terminado,dado de baja",
  "inativo,inativa,nao,desligado,desligada,demitido,demitida,aposentado,aposentada,rescindido",
  "inattivo,inattiva,cessato,cessata,dimesso,dimessa,licenziato,licenziata,pensionato,pensionata",
  "inactief,niet actief,nee,onwaar,uit dienst,vertrokken,ontslagen,gepensioneerd",
  "nieaktywny,nieaktywna,nie,falsz,zwolniony,zwolniona,byly,emeryt",
  "slutat,avslutad,avgatt,fratradt,sluttet,opsagt",
);

/** What a status column says about someone; null for a word that is not known. */
export function readStatus(text: string): PersonStatus | null {
  const word = plain(text);
  if (HERE.has(word)) return "active";
  if (GONE.has(word)) return "inactive";
  // "Active - Full time", "Terminated (2021)", "1 - Active".
  const parts = word.split(/ ?[-–:/(),|] ?/).filter((part) => part !== "" && !/^\d+$/.test(part));
  const told = new Set(
    parts.map((part) => (GONE.has(part) ? "inactive" : HERE.has(part) ? "active" : null)),
  );
  told.delete(null);
  const [only, ...others] = told;
  return parts.length > 1 || parts[0] !== word
    ? others.length === 0
      ? (only ?? null)
      : null
    : null;
}

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(",")));
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/\s+/g, " ")
    .trim();
}
