import { egg, feather } from './birds.ts';
import { bones, coral, crinoid, fossilfish, ink } from './fossils.ts';
import { bee, beetle, butterfly } from './insects.ts';
import { camera, chronometer, compass, microscope, sextant, telescope, vial } from './instruments.ts';
import { cards, gears } from './machines.ts';
import { mineral } from './minerals.ts';
import { fern, pitcher, sheet } from './plants.ts';
import { ammonite, shell } from './shells.ts';
import type { Form } from './svg.ts';

/** What can be drawn, by the name that plates.tsv uses. */
export const FORMS: Readonly<Record<string, Form>> = {
  ammonite, bee, beetle, bones, butterfly, camera, cards, chronometer, compass, coral, crinoid, egg, feather, fern, fossilfish, gears, ink,
  microscope, mineral, pitcher, sextant, sheet, shell, telescope, vial,
};
