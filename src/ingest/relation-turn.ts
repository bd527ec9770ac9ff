import { quoteIdentifier, quoteLiteral, type Database } from '../catalogue/database.ts';
import { inverseRelation, RELATION_TYPES } from '../vocabulary/relations.ts';
import { sameAddressSql } from './quoted-identifiers.ts';

/**
 * Turns the rows of a table of relations (row, subject, type, target, targetKind) that are said from the other end: a row whose
 * `subject` (Darwin Core's resourceID) is another than its record, and whose target is the record itself. Afterwards the record is
 * what the relation is of, and the subject its target. What is said of two others stays as it is.
 */
export async function turnRelations(database: Database, table: string): Promise<void> {
  const inverses = RELATION_TYPES.map(
    (type) => `when ${quoteLiteral(type)} then ${quoteLiteral(inverseRelation(type))}`,
  );
  await database.run(
    `update ${quoteIdentifier(table)} t
     set target = t.subject, type = case t.type ${inverses.join(' ')} else 'related' end, targetKind = null
     from core c
     where c.row = t.row and ${sameAddressSql('t.target')} = ${sameAddressSql('c.identifier')}
       and ${sameAddressSql('t.subject')} <> ${sameAddressSql('c.identifier')}`,
  );
}
