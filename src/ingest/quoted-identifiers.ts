import type { Database } from '../catalogue/database.ts';
import { quoteLiteral } from '../catalogue/database.ts';

/** Codes of institutions that are looked for in texts; no node has nearly as many. */
const MOST_CODES = 2_000;
const CODE = /^\p{L}[\p{L}\d._-]{1,29}$/u;
/** Addresses and names, without the punctuation that ends a sentence. */
const ADDRESS = String.raw`(?:https?://|urn:)[^\s<>"'|;,)\]}]*[^\s<>"'|;,.:)\]}]`;
/** What follows a code: a number with a digit in it, in one word, or in two where the first one names the collection. */
const NUMBER = String.raw`[\s:]{1,3}(?:[Nn]o\.? )?[\p{L}\d][\p{L}\d./-]*`;
const REST_OF_CODE = String.raw`[\p{L}\d./-]*`;

/** An address without its protocol, since http and https are the same record. */
export function sameAddressSql(text: string): string {
  return `regexp_replace(${text}, '^https?://', '//')`;
}

/** A number after the code of its institution, in one spelling: "USNM 123" and "usnm:123" are USNM:123. */
export function sameNumberSql(text: string): string {
  return `rtrim(regexp_replace(regexp_replace(upper(trim(${text})), '^(URN:CATALOG:|HTTPS?://.*/GUID/)|\\?.*$', '', 'g'), '[\\s:]+(NO\\.? )?', ':', 'g'), '.:/-')`;
}

/** The same of a record: with its institution's code, and with that of its collection too. */
const NUMBERS_OF_RECORD = `unnest([
  ${sameNumberSql(`case when starts_with(upper(catalogNumber), upper(institutionCode)) then catalogNumber else institutionCode || ':' || catalogNumber end`)},
  case when collectionCode is not null then ${sameNumberSql(`institutionCode || ':' || collectionCode || ':' || catalogNumber`)} end])`;

/**
 * Makes `quoted` (rid, address, number): addresses and numbers with an institution's code that stand in the descriptions, remarks
 * and inscriptions of the records in `open_record`, in the spelling of sameAddressSql and sameNumberSql.
 */
export async function findQuoted(database: Database): Promise<void> {
  const found = await database.query<{ code: string }>(
    `select distinct institutionCode as code from open_record where institutionCode is not null order by code limit ${MOST_CODES}`,
  );
  const codes = found.map(({ code }) => code).filter((code) => CODE.test(code));
  await database.run(
    `create table quoting as select rid, text, upper(institutionCode) as own from (
       select rid, institutionCode, concat_ws(chr(10), description, remarks, inscription) as text from open_record
     ) where text <> ''`,
  );
  await database.run(
    `create table quoted as select distinct rid, ${sameAddressSql('address')} as address, null::varchar as number from (
       select rid, unnest(regexp_extract_all(text, ${quoteLiteral(ADDRESS)})) as address from quoting
       where contains(text, '://') or contains(text, 'urn:'))`,
  );
  if (codes.length > 0) {
    const any = codes.map((code) => code.replaceAll('.', String.raw`\.`)).join('|');
    const before = String.raw`(?:^|[^\p{L}\d])`;
    const patterns = [
      `${before}((?:${any})${REST_OF_CODE}${NUMBER})`,
      `${before}((?:${any})${NUMBER}${NUMBER})`,
      `${before}((?:${any})${REST_OF_CODE})`,
    ];
    for (const pattern of patterns)
      await database.run(
        `insert into quoted select distinct rid, null, ${sameNumberSql('number')} from (
           select rid, unnest(regexp_extract_all(text, ${quoteLiteral(pattern)}, 1)) as number from quoting)
         where regexp_matches(number, '\\d')`,
      );
  }
  await database.run('drop table quoting');
}

/** Makes `record_number` (number, key, rid): the records that alone have one of the numbers that `wanted`, a table expression, has as `number`. */
export async function findNumbers(database: Database, wanted: string): Promise<void> {
  await database.run(
    `create table record_number as
     select number, any_value(key) as key, any_value(rid) as rid from (
       select rid, key, ${NUMBERS_OF_RECORD} as number from open_record where institutionCode is not null and catalogNumber is not null
     ) where number in (select number from ${wanted}) group by number having count(distinct rid) = 1`,
  );
}
