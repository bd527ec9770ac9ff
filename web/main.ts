import './styles/fonts.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/record.css';
import './styles/search.css';
import './styles/charts.css';
import './styles/pages.css';
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
loadWhenSeen('collectome-map', async () => (await import('./map.ts')).defineMap());
