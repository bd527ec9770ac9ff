import './styles/fonts.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/record.css';
import './styles/search.css';
import './styles/charts.css';
import './styles/pages.css';
