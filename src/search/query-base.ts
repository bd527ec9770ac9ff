import type { Query } from '../model/query.ts';

/** Whether a query says which types of record it is about; if not, it is about objects. */
export function namesRecordType(query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.some(namesRecordType);
    case 'not':
      return namesRecordType(query.of);
    case 'is':
    case 'in':
    case 'range':
    case 'like':
    case 'exists':
      return query.field === 'recordType';
    default:
      return false;
  }
}
