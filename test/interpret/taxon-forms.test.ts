import { describe, expect, test } from 'vitest';
import { interpretScientificName, type InterpretedName } from '../../src/interpret/scientific-name.ts';

/** `canonical [rank] (basionym) authors year`, behind the status where it is not "parsed". */
function shown({ status, canonical, rank, authorship }: InterpretedName): string {
  const part = ({ authors, exAuthors, year }: InterpretedName['authorship']['basionym']): string =>
    [...(exAuthors.length > 0 ? [`${exAuthors.join(' & ')} ex`] : []), authors.join(' & '), year ?? '']
      .filter((text) => text !== '')
      .join(' ');
  const [basionym, combination] = [part(authorship.basionym), part(authorship.combination)];
  return [
    status === 'parsed' ? '' : status,
    canonical ?? '',
    rank === null ? '' : `[${rank}]`,
    basionym === '' ? '' : `(${basionym})`,
    combination,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

describe('names with more around them', () => {
  test.each<[string, string]>([
    ["Aus bus cus (Man in 't Veld & Visser, 1993)", "Aus bus cus [subspecies] (Man in 't Veld & Visser 1993)"],
    ['Aus bus Z. Y. Wu & Li, H. W.', 'Aus bus [species] Z.Y.Wu & H.W.Li'],
    ['Aus bus Smith; Cus dus', 'Aus bus [species] Smith'],
    ['Aus bus (Scots pine)', 'Aus bus [species]'],
    ['Aus bus Smith bis', 'Aus bus [species] Smith bis'],
    ['Aus bus Smith (larva)', 'Aus bus [species] Smith'],
    ['Aus bus fide Smith', 'Aus bus [species]'],
    ['Aus bus (L.) Smith agg.', 'Aus bus [species] (L.) Smith'],
    ["Aus bus 'Wied.'", 'Aus bus [species] Wied.'],
    ['Aus bus – Smith', 'Aus bus [species] Smith'],
    ['1. Aus bus!', 'Aus bus [species]'],
    ['*Aus bus*', 'Aus bus [species]'],
    ['Aus [bus] Smith', 'Aus bus [species] Smith'],
    ['Ca. Aus bus', 'Aus bus [species]'],
  ])('%s', (text, name) => {
    expect(shown(interpretScientificName(text))).toBe(name);
  });
});

describe('marks of ranks and of doubt', () => {
  test.each<[string, string]>([
    ['Aus bus forma specialis cus', 'Aus bus f. sp. cus [forma specialis]'],
    ['Aus bus L. race cus Z.', 'Aus bus cus [race] Z.'],
    ['Aus bus s.sp. cus', 'Aus bus subsp. cus [subspecies]'],
    ['Aus bus-group', 'Aus bus [species aggregate]'],
    ['Aus (bus group) cus', 'Aus cus [species]'],
    ['Aus bus subsp. aff. cus', 'informal Aus bus subsp. aff. cus [subspecies]'],
    ['Aus bus var. A', 'informal Aus bus var. [variety]'],
    ['Aus bus / cus', 'informal Aus bus [species]'],
    ['Aus n.sp.', 'informal Aus sp. [species]'],
    ['Aus bus + Cus dus', 'unparsable'],
    ['Hydra expression vector', 'unparsable'],
  ])('%s', (text, name) => {
    expect(shown(interpretScientificName(text))).toBe(name);
  });
});
