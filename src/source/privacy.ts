/** What a column should not be published for, by words of its header (any language listed) or by its values. */
interface Suspicion {
  readonly reason: string;
  readonly words: RegExp;
}

const SUSPICIONS: readonly Suspicion[] = [
  {
    reason: 'looks like a valuation or a price',
    words:
      /valuation|insur|apprais|price|purchaseamount|marketvalue|estimatedvalue|currentvalue|objectvalue|costs?$|versicher|kaufpreis|preis|schatzwert|wert$|taxatie|valeur|seguro|tasacion|avaluo|monetary/u,
  },
  {
    reason: 'looks like a place in the store',
    words:
      /storage(?!medium)|storeroom|storelocation|currentlocation|permanentlocation|normallocation|homelocation|shelf(?!mark)|cabinet|drawer|rack|aisle|roomn|standort(?:intern|depot)|depot|lagerort|magazin|regal|schrank|schublade|reserve$|ubicacion|standplaats|boxn(?:o|umber|r)/u,
  },
  {
    reason: 'looks like a person’s address',
    words: /address|adresse|anschrift|direccion|adres$|postcode|zipcode|plz$|street|strasse/u,
  },
  { reason: 'looks like an e-mail address', words: /e?mail/u },
  { reason: 'looks like a telephone number', words: /phone|telefon|telefono|mobile|fax/u },
  {
    reason: 'looks like a donor or a seller',
    words: /donor|vendor|seller|lender|spender|schenker|verkaufer|leihgeber|donateur|vendeur|donante|schenking/u,
  },
  {
    reason: 'looks like an internal note',
    words:
      /internal|intern$|interne|private|confidential|vertraulich|notforpublic|staffnote|workingnote|curatornote|adminnote|condition|zustand|restaur|conservationnote|todo|sensitive/u,
  },
  {
    reason: 'looks like the name of a member of staff',
    words:
      /enteredby|recordcreator|createdby|modifiedby|updatedby|editedby|cataloguedby|catalogedby|cataloguer|dataentry|recorder$|operator|bearbeiter|erfasser|erfasstvon|angelegtvon|saisipar|username|curator$|lasteditor|initials/u,
  },
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/iu;
const PHONE = /^\+?[\d\s()/-]{9,20}$/u;
const MONEY = /^(?:[£€$]|EUR|USD|GBP|CHF)\s?[\d.,]+$|^[\d.,]+\s?(?:[£€$]|EUR|USD|GBP|CHF)$/u;
const VALUES: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['its values are e-mail addresses', EMAIL],
  ['its values are amounts of money', MONEY],
];
/** Share of the values that must look so. */
const SHARE = 0.3;

/** Why a column looks as if it should stay private; undefined where nothing speaks against it. */
export function findPrivacyReason(foldedHeader: string, values: readonly string[]): string | undefined {
  const suspicion = SUSPICIONS.find(({ words }) => words.test(foldedHeader));
  if (suspicion !== undefined) return suspicion.reason;
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  if (filled.length === 0) return undefined;
  const share = (pattern: RegExp): number => filled.filter((value) => pattern.test(value)).length / filled.length;
  const byValues = VALUES.find(([, pattern]) => share(pattern) > SHARE);
  if (byValues !== undefined) return byValues[0];
  return /tel|contact/u.test(foldedHeader) && share(PHONE) > SHARE ? 'its values are telephone numbers' : undefined;
}
