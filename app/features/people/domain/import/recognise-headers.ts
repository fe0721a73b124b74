import type { ImportField } from "./fields.ts";

/** What HR systems call each field, most telling first; written without spaces, case and punctuation. */
const SYNONYMS: Record<ImportField, readonly string[]> = {
  employeeId: words(
    "employeeid employeenumber employeeno employeecode employeeidentifier empid empno empnumber",
    "staffid staffno staffnumber personnelnumber personnelno personnelid personnumber personid payrollid payrollnumber",
    "workerid associateid userid badgenumber id",
  ),
  name: words(
    "name fullname employeename displayname workername personname employee legalname fulllegalname legalfullname worker person",
  ),
  preferredName: words(
    "preferredname preferredfullname knownas nickname goesby callname preferredfirstname",
  ),
  givenName: words(
    "firstname givenname forename legalfirstname givennames firstnames forenames first",
  ),
  familyName: words("lastname familyname surname legallastname familynames lastnames last"),
  email: words(
    "workemail workemailaddress businessemail businessemailaddress companyemail corporateemail officeemail primaryworkemail",
    "email emailaddress employeeemail primaryemail mail emailwork userprincipalname login username",
  ),
  jobTitle: words(
    "jobtitle title businesstitle positiontitle position role jobrole jobname job jobprofile designation",
  ),
  jobLevel: words(
    "jobtitlelevel joblevel level grade jobgrade paygrade managementlevel careerlevel seniority band jobband",
  ),
  department: words(
    "department dept departmentname organisationalunit orgunit team costcentrename unit",
  ),
  division: words("division divisionname businessunit bu businessarea businessline"),
  country: words("country countryname workcountry locationcountry countrycode countryregion"),
  location: words(
    "location locationname worklocation office officelocation site city worksite workplace",
  ),
  language: words("language preferredlanguage languagecode locale languagepreference"),
  timezone: words("timezone tz timezonename"),
  employmentType: words(
    "employmenttype employeetype contracttype workertype employmentstatustype typeofemployment contract timetype",
  ),
  startDate: words(
    "startdate hiredate dateofhire hiredon joiningdate dateofjoining joindate employmentstartdate originalhiredate datejoined",
    "mostrecenthiredate started",
  ),
  endDate: words(
    "enddate terminationdate leavedate leavingdate lastday lastworkingday dateofleaving employmentenddate contractenddate exitdate",
    "termdate",
  ),
  manager: words(
    "manager managername linemanager linemanagername supervisor supervisorname reportsto reportstoname directmanager",
    "managersname managerfullname reportingmanager",
  ),
  managerEmail: words(
    "manageremail manageremailaddress managersemail linemanageremail linemanageremailaddress supervisoremail",
    "supervisoremailaddress reportstoemail managerworkemail",
  ),
  managerId: words(
    "managerid manageremployeeid manageremployeenumber managernumber managersid linemanagerid linemanageremployeeid supervisorid",
    "supervisoremployeeid reportstoid managerno managerstaffno managerstaffnumber manageremployeeno managercode",
  ),
};

type Meaning = { field: ImportField; rank: number };

const MEANINGS = new Map<string, Meaning>(
  Object.entries(SYNONYMS).flatMap(([field, synonyms]) =>
    synonyms.map((synonym, rank): [string, Meaning] => [
      synonym,
      { field: field as ImportField, rank },
    ]),
  ),
);

function words(...lists: string[]): string[] {
  return lists.flatMap((list) => list.split(" "));
}

/**
 * What each column means, or null where that is for a person to say. A field is given once: of "Email" and "Work email"
 * the more telling header wins, of two equal ones the first.
 */
export function recogniseHeaders(header: readonly string[]): (ImportField | null)[] {
  const meanings = header.map((title) => MEANINGS.get(plainTitle(title)) ?? null);
  const winner = new Map<ImportField, { column: number; rank: number }>();
  meanings.forEach((meaning, column) => {
    if (!meaning) return;
    const best = winner.get(meaning.field);
    if (!best || meaning.rank < best.rank)
      winner.set(meaning.field, { column, rank: meaning.rank });
  });
  return meanings.map((meaning, column) =>
    meaning && winner.get(meaning.field)?.column === column ? meaning.field : null,
  );
}

function plainTitle(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
