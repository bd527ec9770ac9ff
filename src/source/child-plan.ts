import type { ChildName } from '../vocabulary/children.ts';
import { planColumns, type Access } from './column-plan.ts';
import type { ChildMapping } from './profile.ts';
import type { SourceColumn } from './source.ts';

/** Nested rows and how to get them out of a row or record. */
export interface ChildPlan<Source> {
  readonly child: ChildName;
  /** The child's name, numbered where a profile takes it from several places. */
  readonly name: string;
  readonly columns: readonly SourceColumn[];
  readonly constants: Readonly<Record<string, string>>;
  readonly rows: (source: Source) => readonly (readonly string[])[];
}

/** Plans the nested rows of a profile. `elementsOf` finds the elements of a mapping, `accessOf` what lies in one. */
export function planChildren<Source, Element>(
  mappings: readonly ChildMapping[],
  options: {
    readonly elementsOf: (mapping: ChildMapping) => (source: Source) => readonly Element[];
    readonly accessOf: (mapping: ChildMapping, path: string) => Access<Element>;
  },
): readonly ChildPlan<Source>[] {
  return mappings.map((mapping, index) => {
    const plan = planColumns<Element>({
      mappings: mapping.columns,
      publish: [],
      access: (path) => options.accessOf(mapping, path),
    });
    const elements = options.elementsOf(mapping);
    return {
      child: mapping.child,
      name: `${mapping.child}-${index}`,
      columns: plan.columns.map(({ column }) => column),
      constants: plan.constants,
      rows: (source) =>
        elements(source)
          .map((element) => plan.columns.map(({ read }) => read(element)))
          .filter((cells) => cells.some((cell) => cell.trim() !== '')),
    };
  });
}
