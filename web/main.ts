import { defineBrush } from './brush.ts';
import { improveForms } from './forms.ts';
import { improveKeyboard } from './keyboard.ts';
import { defineSuggest } from './suggest.ts';
import { loadWhenSeen } from './when-seen.ts';

document.documentElement.classList.add('scripted');
improveForms();
improveKeyboard();
defineSuggest();
defineBrush();
loadWhenSeen('collectome-map', async () => {
  const [{ defineMap }] = await Promise.all([
    import('./map.ts'),
    import('maplibre-gl/dist/maplibre-gl.css'),
    import('./styles/map.css'),
  ]);
  defineMap();
});
