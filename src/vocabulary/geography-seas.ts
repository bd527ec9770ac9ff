import { foldCountryName } from './countries.ts';

/** A sea, a gulf or an ocean. */
export interface Sea {
  readonly label: string;
  /** Other names, folded as `foldCountryName` does. */
  readonly names: readonly string[];
  /** The label of what it is a part of. */
  readonly parent?: string;
  /** Longitude and latitude of its corners in degrees. Land is in it too: where a point is on land no sea is asked for. */
  readonly ring: readonly (readonly [longitude: number, latitude: number])[];
}

/**
 * Drawn by hand after the limits that the International Hydrographic Organization describes in words (Limits of Oceans and Seas,
 * S-23, third edition, 1953): straight lines between capes at sea, and generously over land, which is not looked up here.
 * A line: what it is a part of, its name and other names, its corners. The narrower seas stand before the wider ones.
 */
const DRAWN = `
Baltic Sea:Gulf of Bothnia|bottnischer meerbusen|golfe de botnie:16 60.6,19.1 60,20 60.1,22.9 59.85,23.5 60.6,28 64.5,26 67,21 67,15.5 62.5
Baltic Sea:Gulf of Finland|finnischer meerbusen|golfe de finlande:22.9 59.85,23.4 59.1,27 58.8,31 59.3,31 61,26 61.2,23.5 60.6
Baltic Sea:Gulf of Riga|rigaer bucht:21.9 57.6,21.9 57.9,22.2 58.2,23 58.6,23.5 58.8,25 58.6,25 56.6,22.9 56.7,22.5 57.5
North Sea:Kattegat:9.5 57.3,9.5 56.2,10.9 56.2,11.3 55.95,12.5 56.15,13.3 56.4,12.4 57.7,11.8 57.85,10.6 57.72
North Sea:Skagerrak|skagerak:8.2 57.05,7 58,8.5 58.9,10.5 60.1,11.9 59.5,12 57.85,11.8 57.85,10.6 57.72,9.5 57.3
North Atlantic Ocean:Baltic Sea|ostsee|mer baltique|baltic:9 54.2,9.4 55.6,9.5 56.2,10.9 56.2,11.3 55.95,12.5 56.15,13.3 56.4,16 58,15.5 60.6,19.1 60,20 60.1,22.9 59.85,24 58.5,25 56.6,22 54,19 53,13.5 53.2,10 53.5
North Atlantic Ocean:English Channel|the channel|la manche|armelkanal:1.9 50.95,1.2 51.2,-1.5 51.2,-5.7 50.07,-4.57 48.6,-2 48.2,1 49,2.2 50.5
North Atlantic Ocean:Irish Sea|irische see|mer irlande:-6.36 52.17,-5.31 51.88,-3 52.2,-2.3 54.5,-3.2 55.2,-5 55,-5.6 54.5,-6.8 54.2,-7 52.6
North Atlantic Ocean:Bristol Channel:-5.1 51.7,-4.6 51,-2.3 50.9,-2.2 52,-5 51.95
North Atlantic Ocean:North Sea|nordsee|mer du nord|noordzee|nordsjoen:-4 58.3,-3 59,-1 60.5,-.8 61,5 61,7 61,7 58,8.2 57.05,9.5 56.2,10 53,4.5 50.9,1.9 50.95,1.2 51.2,-1.5 51.5,-3 54.5,-4.5 56.5
North Atlantic Ocean:Bay of Biscay|golfe de gascogne|biscay|golf von biskaya:-7.9 43.75,-4.8 48.05,-2 48.1,.8 46,0 43.2,-2 42.6,-7.9 43
Mediterranean Sea:Sea of Marmara|marmarameer|marmara:26.2 40,27 41.2,29.1 41.2,30.2 40.8,29.5 40.1,26.8 40
Black Sea:Sea of Azov|asowsches meer|mer azov:36.6 45.1,35.2 45.3,34.3 46.2,35.5 47.3,39.8 47.6,39.8 46,37.5 45
Mediterranean Sea:Black Sea|schwarzes meer|mer noire|pontus:27 41.2,27.3 43.5,28.5 46.5,31 47.2,34.3 46.2,35.2 45.3,36.6 45.1,38 45,42.5 43,42 41.2,36 40.5,31 40.8,29.1 41.2
Mediterranean Sea:Aegean Sea|agaisches meer|mer egee|aegean:22.3 36.4,23.2 36.3,23.9 35.6,26.3 35.2,27.1 35.7,28.2 36.5,27.5 39.5,26.2 40,26.2 41.2,22.5 41,21.9 38.5,23 37.5
Mediterranean Sea:Adriatic Sea|adria|mer adriatique|adriatic|mare adriatico:18.4 39.8,19.4 39.9,20 42.5,13.5 46.2,11.8 45.8,12 44,14 41.8,17.5 40.8
Mediterranean Sea:Ionian Sea|ionisches meer|mer ionienne:15.1 36.7,15.2 38.1,15.7 38.3,17 40.8,18.4 39.8,19.4 39.9,22 38.6,22.3 36.4
Mediterranean Sea:Tyrrhenian Sea|tyrrhenisches meer|mer tyrrhenienne|mare tirreno:9.4 43,10.5 43,12 42.8,16.3 40.2,15.7 38.3,15.2 38,12.4 38,8.7 39,9 41.3
Mediterranean Sea:Ligurian Sea|ligurisches meer|mer ligurienne|mare ligure:7.5 43.7,9 44.8,10.7 43.6,10.5 43,9.4 43,8.6 42.6
Mediterranean Sea:Balearic Sea|balearenmeer:.2 38.7,1.4 38.9,3.5 39.7,4.3 40,3.3 42.3,1 42.3,-1.5 39
Mediterranean Sea:Alboran Sea|mar de alboran:-5.6 35.9,-5.6 36.3,-2.2 37.2,-2.1 36.7,-1 35.7,-2 34.8
North Atlantic Ocean:Mediterranean Sea|mediterranean|mittelmeer|mer mediterranee|mar mediterraneo|mediterraneo|middellandse zee|mediterranean sea eastern|mediterranean sea western:-5.6 35.9,-5.6 36.3,-1 39,3 43.8,8 44.5,16 42,20 41,27 41,37 37.2,36.5 31,30 30.5,20 30,10 33,9 36,0 35,-5 35
Arctic Ocean:White Sea|weisses meer|mer blanche:43.8 68.6,40.6 67.8,31.5 67.4,33 63.5,41 64,44.5 65.5,44.6 66.6
Arctic Ocean:Barents Sea|barentssee|mer de barents:25.7 71.1,20 74.4,17 76.6,25 80,40 80.8,57 80.8,68 76.7,57 73,57 70.6,60.5 69.8,60 68,43.8 68.6,40.6 67.8,30 68.5
Arctic Ocean:Kara Sea|karasee|mer de kara:57 80.8,68 76.7,57 73,57 70.6,60.5 69.8,66 68,80 66,90 75,104 77.8,95 80.9,80 80.9
Arctic Ocean:Laptev Sea|laptewsee|mer des laptev:104 77.8,95 80.9,110 80.5,139 77,143 74,139 72.5,128 70,110 73
Arctic Ocean:East Siberian Sea|ostsibirische see:139 72.5,143 74,139 77,150 77,180 76.5,180 68,160 68,150 71
Arctic Ocean:Chukchi Sea|tschuktschensee:180 68,180 76,203.5 76,203.5 71.4,199 68.5,196 66.2,190 66,182 66.8
Arctic Ocean:Beaufort Sea|beaufortsee:203.5 71.4,204 73,236 76.5,236 69.5,222 69,210 69.8
Arctic Ocean:Greenland Sea|gronlandsee:-24 68.7,-13.5 66.3,-8.5 71,16.7 76.6,12 80,-12 82,-20 80,-23 72
North Atlantic Ocean:Norwegian Sea|norwegische see|europaisches nordmeer|mer de norvege:-13.5 65,-13.5 66.3,-8.5 71,16.7 76.6,20 74.4,25.7 71.1,24 70,14 65,7 61,5 61,-.8 61,-6 62
North Atlantic Ocean:Denmark Strait|danemarkstrasse:-34 65.5,-24.5 65.5,-22 66.5,-24 68.7,-28 68.5
Arctic Ocean:Baffin Bay|baffin bai|baie de baffin:-53.5 70,-61 70,-68 70,-80 73,-80 76.5,-73 78.5,-60 76.5,-54 73
North Atlantic Ocean:Davis Strait|davisstrasse|detroit de davis:-44 60,-64.5 60,-65 62,-68 66,-68 70,-53.5 70,-52 66,-48 61
North Atlantic Ocean:Labrador Sea|labradorsee|mer du labrador:-44 60,-64.5 60,-63 57,-57 52,-55.5 51.6,-52.8 47.5,-47 49.5
Hudson Bay:James Bay|baie james:-79 54.8,-82.3 55.1,-83 51,-78 50.8
Arctic Ocean:Hudson Bay|hudson bai|baie hudson|baie d hudson:-77.5 62.5,-82 62.8,-85 63.8,-88 66,-95 64,-96 58,-91 56,-82.3 55.1,-79 54.8,-76 55.5
North Atlantic Ocean:Hudson Strait|hudsonstrasse:-64.8 60.4,-64.8 61.6,-73 65,-78 64.5,-80 63.5,-77.5 62.5,-70 60.8
Arctic Ocean:Foxe Basin:-73 65,-78 64.5,-82 64.5,-86 66,-87 70,-78 70.2,-72 67
North Atlantic Ocean:Gulf of Saint Lawrence|gulf of st lawrence|golfe du saint laurent|sankt lorenz golf:-59.6 47.1,-60.5 46.9,-61.4 45.6,-64.5 46,-66 47.5,-66.5 50,-60 50.8,-55.8 51.6,-57 50.5,-58 48.5
North Atlantic Ocean:Bay of Fundy|baie de fundy:-67 44.7,-66.3 44.2,-65.6 44.4,-63.5 45.2,-64.5 46,-66.5 45.4
North Atlantic Ocean:Gulf of Maine:-70 41.7,-66 43.4,-66.3 44.2,-67 44.7,-69 44.8,-71 43.4,-71 42
North Atlantic Ocean:Gulf of Mexico|golf von mexiko|golfe du mexique|golfo de mexico:-81.2 25.1,-80.7 24.7,-81.8 23.3,-84.9 21.9,-87 21.5,-90 18.2,-95 17.5,-98.5 20,-98.5 28,-95 30.2,-89 31,-84 30.5,-82 29
North Atlantic Ocean:Caribbean Sea|caribbean|karibik|karibisches meer|mer des caraibes|mer des antilles|mar caribe|caribe:-84.9 21.9,-77 20.2,-74.2 20.2,-70 19,-68.3 18.6,-65 18.4,-63 18.3,-61.8 17,-61.3 15.5,-60.9 14,-59.6 13.2,-60.7 11.2,-61 10,-66 9.8,-72 10,-76 8,-77.5 8.4,-80 9.1,-82 9,-84 11,-84 14,-88 15,-89.5 17,-87.5 20.5,-87 21.5
South Atlantic Ocean:Rio de la Plata|la plata:-54.95 -34.95,-56.7 -36.3,-58 -36,-59 -33.8,-57.5 -33.8
North Atlantic Ocean:Gulf of Guinea|golf von guinea|golfe de guinee:-7.5 4.4,8.7 -.65,10 0,10 4.5,5 7,-2 6
Indian Ocean:Red Sea|rotes meer|mer rouge|mar rojo:32 30.2,35.2 29.7,39.5 22,43.5 14,43.4 12.7,43 12.4,39 15,36 20,32.5 28
Indian Ocean:Gulf of Aden|golf von aden|golfe d aden:43.4 12.7,43 12.4,43 11,51.3 11.8,52.2 15.7,47 14.2
Indian Ocean:Persian Gulf|arabian gulf|persischer golf|golfe persique:56.4 26.4,56.2 26,54 23.8,51 23.8,47.5 29,48 30.6,51 29.8,56.5 27.4
Indian Ocean:Gulf of Oman|golf von oman:56.4 26.4,56.2 26,56.2 24,59.8 22.5,61.5 25.1,60 26,57 27.2
Indian Ocean:Laccadive Sea|lakkadivensee|lakshadweep sea:74 14.8,74.5 13,77.5 8.5,80.5 6,73.2 -.7,72.9 4,71.8 11
Indian Ocean:Arabian Sea|arabisches meer|mer d oman|mer arabie:52.2 15.7,51.3 11.8,53 5,73.2 -.7,72.9 4,71.8 11,74 14.8,73.5 21,69 23.8,61.5 25.1,59.8 22.5,57 18
Indian Ocean:Bay of Bengal|golf von bengalen|golfe du bengale|bengal sea:80.5 6,79.5 10,80 16,86 21,91 23.5,94.2 16,93 13.5,93.8 7,95.3 5.8
Indian Ocean:Malacca Strait|strait of malacca|straits of malacca|strasse von malakka:95.3 5.8,98.3 7.8,100 7,103.5 1.8,103.5 1.15,102.5 .8,100 2,97.5 4.8
Indian Ocean:Andaman Sea|andamanensee|burma sea:94.2 16,93 13.5,93.8 7,95.3 5.8,98.3 7.8,99.2 9,99 14,96.5 17.5
Indian Ocean:Mozambique Channel|strasse von mosambik|canal de mozambique:40.4 -10.5,43.2 -11.6,45.2 -12.8,49.3 -12,45.2 -25.6,32.9 -26.9,34 -21,39 -16
South China Sea:Gulf of Thailand|gulf of siam|golf von thailand:99.5 13.8,101.5 13,105.2 10.5,104.9 8.5,102.3 6.2,101 6.7,98.9 9
South China Sea:Gulf of Tonkin|golf von tonkin|beibu gulf:107.2 17,109 18.5,110 20,110 22,106.3 20.6,105.5 18.7
North Pacific Ocean:Bohai Sea|bohai|gulf of bohai|bo hai:121.2 38.7,120.8 37.8,118.5 37,117 39,121 41.2,122.3 40.5
North Pacific Ocean:Yellow Sea|gelbes meer|mer jaune|huang hai:121.2 38.7,120.8 37.8,119 35.5,121.5 31.8,126.2 33.3,126.6 34.5,127 37.5,124.5 40.3
North Pacific Ocean:East China Sea|ostchinesisches meer|donghai:121.5 31.8,126.2 33.3,126.6 34.5,128.5 34.5,129.8 33,130.2 31.2,129 28.3,127.8 26.4,124.3 24.4,121.9 25,119.5 25.5,120 29
North Pacific Ocean:Sea of Japan|japanisches meer|mer du japon|japan sea|east sea|japon sea:128.5 34.5,129.8 33.9,131 33.9,133 35,137 36.5,140.4 41,141.4 45.4,141.9 46,141.5 51.7,140 51.7,135 44.5,130 43,127 39,128.6 35.5
North Pacific Ocean:Inner Sea|seto inland sea|inland sea:131 33.9,132 33.2,134.6 34.2,135.6 34.8,133 34.8
North Pacific Ocean:Sea of Okhotsk|ochotskisches meer|mer d okhotsk:141.5 51.7,141.9 46,141.4 45.4,143.5 44,145.3 44.3,150 46.4,156.6 50.9,157.5 57,164 62.7,155 60.5,142 60,134 54
North Pacific Ocean:Bering Sea|beringmeer|mer de bering:162.8 57.9,166.5 55,173 52.7,188 52.3,197.5 54.8,203 58,203 64.8,196 66.2,190 66,182 66.8,174 64.5,164 60
North Pacific Ocean:Gulf of Alaska|golf von alaska:197.5 54.8,206 58,211 61.8,223 60,227 57,223 55.5
North Pacific Ocean:Gulf of California|sea of cortez|golfo de california|mar de cortes|golf von kalifornien:245 32.2,247.5 31.5,254.5 23.2,250.1 22.9,249 24.5,246.5 29
North Pacific Ocean:Gulf of Panama|golfo de panama:-80.1 7.4,-77.9 7.3,-78.2 8.9,-79.5 9.1,-80.6 8.3
North Pacific Ocean:Gulf of Anadyr:182.5 64.3,182 66.5,176 65.5,177 62.5,179.5 62.3
Pacific Ocean:Makassar Strait|macassar strait|strasse von makassar:117.8 1,120.9 1.3,119.5 -1,119.5 -5.5,116.5 -4.2,116 -3
Pacific Ocean:Sulu Sea|sulusee|sulu:117 7,119.5 5,122 6.8,122.2 8,123.4 9.5,122 11.8,120 12,119.3 10.8
Pacific Ocean:Celebes Sea|celebessee|sulawesi sea|mer de celebes:117.8 1,117.5 4.2,119.5 5,122 6.8,124.5 6.8,125.4 5.6,125.4 3.5,125.2 1.5,120.9 1.3
Pacific Ocean:Molucca Sea|molukkensee|maluku sea:125.2 1.5,125.4 3.5,126.8 4.5,128 2.4,127.4 0,127.5 -1.4,125.4 -1.8,123.2 -1,120.3 .4,123 1
Pacific Ocean:Halmahera Sea:128.3 1.4,131 -.2,130.9 -.9,129 -1.1,127.9 -.9
Pacific Ocean:Ceram Sea|seram sea|ceramsee:124 -1.8,127.5 -1.4,130.9 -.9,133.8 -2.8,133 -4.2,130.9 -3.6,129.5 -3,126 -3.3
Pacific Ocean:Banda Sea|bandasee|banda:122 -4.3,123 -1.5,124 -1.8,126 -3.3,129.5 -3.2,131 -3.6,133 -4.2,132.9 -5.8,131.2 -8,127 -8.4,124 -8.2,122.8 -8.1,120.5 -5.6
Pacific Ocean:Flores Sea|floressee:117 -7,119.5 -5.5,120.5 -5.6,122.8 -8.1,122 -8.6,119 -8.5,117 -8.4
Indian Ocean:Savu Sea|sawu sea|sawusee:119 -8.5,122.8 -8.4,125.2 -8.5,123.5 -10.4,121.8 -10.6,119.2 -9.8
Indian Ocean:Bali Sea|balisee:114.4 -8.1,115.5 -7,117 -7,117 -8.6,115 -8.7
Pacific Ocean:Java Sea|javasee|mer de java:106 -5.9,106 -3,108 -3,110.2 -3,114 -3.2,116.5 -4.2,119.5 -5.5,117 -7,115.5 -7,114.4 -8.1,110 -7.2
North Pacific Ocean:South China Sea|sudchinesisches meer|mer de chine meridionale|china sea|mar de china meridional:103.5 1.15,105 -.5,106 -3,108 -3,110.2 -3,111 1.2,117 7,119.3 10.8,120 12,121 14,120.6 18.5,120.9 22,118.2 24.6,113 23,108 22,105 18,105.2 10.5,104.9 8.5,102.3 6.2,103.5 1.8
North Pacific Ocean:Philippine Sea|philippinensee|philippines sea:120.9 22,121.6 25,124.3 24.4,127.8 26.4,130.2 31,132 33.2,135 34,138.8 34.8,141 30,142 24,145.5 16,144.5 13,134.5 7.5,128.3 2,126.3 6.5,125.6 12,121.5 14,120.6 18.5
Indian Ocean:Timor Sea|timorsee|mer de timor:123.5 -10.4,125.2 -9.2,127.2 -8.4,131 -8.2,132.8 -11.2,130.5 -12.7,129 -15.2,126.5 -14.2,124 -15
Indian Ocean:Gulf of Carpentaria|carpentaria:136.9 -12,141.7 -11,142 -13,141 -18,139 -18,135.3 -15
Pacific Ocean:Arafura Sea|arafurasee|mer d arafura:131.2 -8,132.9 -5.8,133 -4.2,135 -4.3,138.5 -8,141.5 -9,142.2 -10.7,141.7 -11,136.9 -12,132.8 -11.2
South Pacific Ocean:Bismarck Sea|bismarcksee:141 -2.6,147 -1.8,150.8 -2.6,152.2 -4.2,149.8 -5.6,148.2 -5.7,145.5 -5.4
South Pacific Ocean:Solomon Sea|salomonensee|salomonsee:148.2 -5.7,149.8 -5.6,152.2 -4.2,154.6 -5.2,157.5 -7.8,160 -9.3,159.8 -10,154.3 -11.7,151 -10.6,147.5 -7.5
South Pacific Ocean:Coral Sea|korallenmeer|mer de corail|coral:142.2 -10.7,141.5 -9,147.5 -9.5,150.5 -10.7,154.3 -11.7,160.7 -11.8,166.8 -10.8,168 -20,167 -22.5,163 -24.5,159 -30,153.2 -30,150 -24,146 -18,143 -14
South Pacific Ocean:Bass Strait|bass strasse:144.5 -39.7,143.5 -38.8,146 -37.8,150 -37.5,148.3 -40.8,144.7 -40.7
South Pacific Ocean:Tasman Sea|tasmansee|mer de tasman|tasman:153.2 -30,159 -30,168 -30.9,172.7 -34.4,174.8 -38,173 -41,172 -43.5,167 -46.5,166.5 -50.8,159 -54.5,146.8 -43.6,148.3 -40.8,150 -37.5,150.5 -34
South Pacific Ocean:Cook Strait:172.7 -40.5,174.9 -40.2,175.4 -41.7,174.2 -41.9,173 -41.2
Indian Ocean:Great Australian Bight|australian bight|grosse australische bucht:117.8 -35.1,146.8 -43.6,144.7 -40.7,143.5 -38.8,139 -34,135 -32,131 -31,124 -32.5
Southern Ocean:Weddell Sea|weddellmeer:-57 -63.2,-12 -71.4,-28 -79,-62 -78,-62 -66
Southern Ocean:Ross Sea|rossmeer:170.2 -71.3,202 -77,200 -86,160 -86,164 -77
Southern Ocean:Bellingshausen Sea|bellingshausensee:-68.5 -67.5,-75 -68.5,-98 -72,-98 -75,-65 -74
Southern Ocean:Amundsen Sea|amundsensee:-98 -72,-126 -73,-126 -76,-98 -76
South Atlantic Ocean:Scotia Sea|scotiasee:-55 -61.3,-46 -60.7,-26.5 -59.5,-26.3 -56.5,-38 -54.2,-42 -53.6,-57 -52.2,-66.5 -55
:Caspian Sea|kaspisches meer|mer caspienne|caspian:46.5 47.5,54 47.5,55 41,54.3 36.5,49 36.8,48.8 40,47 43
:Southern Ocean|antarctic ocean|sudlicher ozean|sudpolarmeer|ocean antarctique|southern:-180 -60,0 -60,180 -60,180 -90,0 -90,-180 -90
Indian Ocean:Indian Ocean:20 -34.8,20 -60,146.8 -60,146.8 -43.6,142 -37,117 -33,115 -21,129 -13,122.5 -8.6,114.4 -8.4,105.8 -6.2,102 -3,95.3 5.8,98 14,90 23,80 25,60 28,43 16,35 -4,30 -30
South Atlantic Ocean:South Atlantic Ocean|south atlantic|sudatlantik:-52 0,12 0,16 -15,20 -34.8,20 -60,-67.3 -60,-67.3 -55,-71 -52,-66 -40,-60 -30,-50 -15,-38 -5
South Pacific Ocean:South Pacific Ocean|south pacific|sudpazifik:128 0,281 0,290 -18,288 -40,286 -52,292.7 -55,292.7 -60,146.8 -60,146.8 -43.6,150 -37,150 -25,145 -15,142 -10,138 -6,130 -3
North Pacific Ocean:North Pacific Ocean|north pacific|nordpazifik:104 0,281 0,283 8.3,280.5 9,276 10,270 15,255 25,243 34,238 48,225 60,210 62,195 66,180 66,160 62,130 45,118 32,104 20
North Atlantic Ocean:North Atlantic Ocean|north atlantic|nordatlantik:-79.5 9.2,-77 8,-70 5,-52 0,12 0,15 6,-5 33,-5.6 35.9,-1 44,4 51,-3 58.6,-.8 61,-6 62,-13.5 65,-18 66,-24.5 65.5,-34 65.5,-44 60,-47 49.5,-52.8 47.5,-56 52,-72 46,-78 36,-82 31,-81 25.1,-80.7 24.7,-84.9 21.9,-77 20.2,-70 18.6
Arctic Ocean:Arctic Ocean|nordpolarmeer|arktischer ozean|ocean arctique|polar sea:-180 66,0 66,180 66,180 90,0 90,-180 90
`;

/** Oceans of which the drawn ones are parts. */
const WHOLE: Readonly<Record<string, string>> = {
  'North Atlantic Ocean': 'Atlantic Ocean',
  'South Atlantic Ocean': 'Atlantic Ocean',
  'North Pacific Ocean': 'Pacific Ocean',
  'South Pacific Ocean': 'Pacific Ocean',
};
const NAMES_OF_WHOLE: Readonly<Record<string, string>> = {
  atlantic: 'Atlantic Ocean',
  'atlantic ocean': 'Atlantic Ocean',
  atlantik: 'Atlantic Ocean',
  'atlantischer ozean': 'Atlantic Ocean',
  'ocean atlantique': 'Atlantic Ocean',
  'oceano atlantico': 'Atlantic Ocean',
  pacific: 'Pacific Ocean',
  'pacific ocean': 'Pacific Ocean',
  pazifik: 'Pacific Ocean',
  'pazifischer ozean': 'Pacific Ocean',
  'ocean pacifique': 'Pacific Ocean',
  'oceano pacifico': 'Pacific Ocean',
  indian: 'Indian Ocean',
  'indischer ozean': 'Indian Ocean',
  'ocean indien': 'Indian Ocean',
  arctic: 'Arctic Ocean',
  antarctic: 'Southern Ocean',
};

/** All seas, the narrower before the wider: the first that holds a point is where it lies. */
export const SEAS: readonly Sea[] = DRAWN.trim()
  .split('\n')
  .map((line): Sea => {
    const [parent = '', names = '', ring = ''] = line.split(':');
    const [label = '', ...others] = names.split('|');
    return {
      label,
      names: others,
      ...(parent === '' || parent === label ? {} : { parent }),
      ring: ring.split(',').map((corner) => {
        const [longitude = 0, latitude = 0] = corner.split(' ').map(Number);
        return [longitude, latitude] as const;
      }),
    };
  });

const byLabel = new Map(SEAS.map((sea) => [sea.label, sea]));
const labels = new Map<string, string>([
  ...Object.entries(NAMES_OF_WHOLE),
  ...SEAS.flatMap(({ label, names }) => [foldCountryName(label), ...names].map((name) => [name, label] as const)),
]);

/** The label of the sea that a name stands for; undefined where it is none that is known. */
export function findSea(name: string): string | undefined {
  return labels.get(foldCountryName(name));
}

/** A sea and what it is a part of, by label; the widest last. */
export function lineageOfSea(label: string): readonly string[] {
  const above = byLabel.get(label)?.parent ?? WHOLE[label];
  return above === undefined ? [label] : [label, ...lineageOfSea(above)];
}
