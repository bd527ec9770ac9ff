import { foldName } from './name-fold.ts';

/** Forms of one given name: short forms, abbreviations of labels, and the same name in other languages. */
const FORMS = `
alexander alex alec sandy aleksandr alejandro alexandre alessandro sasha xander alexandra|albert bert al alberto|alfred alf fred alfredo|andrew andy drew
andreas andre anders andrei andrzej andres andrea|anthony tony anton antonio antoine antoni|arthur art arturo|benjamin ben benj benny|bernard bernie bernhard|
catherine kate cathy kathy katherine kathryn katharine katie kitty catharina|charles charlie chas chuck carl karl carlos carlo karel chs|christopher chris kit
christoph christophe|christine chris christina tina|daniel dan danny danl|david dave davy|deborah debbie deb|dorothy dot dolly dorothea|donald don|douglas doug|edward
ed eddie edw ted ned eduard eduardo edouard edvard|edwin ed eddie|elizabeth liz lizzie beth betty eliza elisabeth lisa elsie bess eliz|ernest ernie ernst ernesto|
eugene gene eugen eugenio|francis frank fran franz francisco francois francesco frans|frances fanny fran|frederick fred freddie fredrick frederic friedrich
federico fritz fredk frederik fredric|gabriel gabe|george geo georg georges jorge giorgio jiri|gerald gerry jerry|gregory greg gregor|gerard gerhard gerardo|harold harry
hal|henry harry hank heinrich henri enrique hendrik henrik hy|helen helene helena nell ellen|herbert herb bert|howard howie|hugh hugo|ivan john|jacob jake jakob
jacobus jaap jacques|james jim jimmy jas jamie jaime santiago|jane janet jean jenny|jean john|jeffrey jeff geoffrey geoff|jennifer jen jenny|jessica jess jessie|john
jack johnny jno johann johannes jan juan giovanni ivan joao jon hans johan|jonathan jon|joseph joe jos josef jose giuseppe josephus|joshua josh|judith judy|kenneth
ken kenny|kimberly kim|lawrence larry laurence lars lorenzo laurent|leonard len leo leonardo lenny|leslie les|lewis louis lew lou luis ludwig luigi ludovic|margaret
maggie meg peggy marge margarete margarita greta marguerite margo|martha marty|martin marty|mary marie maria molly polly may|matthew matt mateo mathieu matthias|michael
mike mick michel miguel mikhail michele mikael mich|nathaniel nathan nat nate|nicholas nick nicolas nikolai nicolaus nicola nikolaus nich|oliver ollie|pamela pam|patricia pat
patty tricia trish|patrick pat paddy|paul pablo paolo pavel paulo|peter pete pieter pedro pietro pierre petr petrus per|philip phil philippe felipe phillip|rachel
rae|ralph rafe|raymond ray raimund|rebecca becky becca|richard dick rick rich richd ricardo ricky|robert bob rob bobby robt roberto bert|rodney rod|roger rog|ronald ron
ronnie|rudolf rudy rodolfo rudolph|samuel sam saml sammy|sarah sally sara sadie|stephen steve steven stefan stephan esteban etienne stefano|stanley stan|susan sue
susie suzanne susanne suzanna|sylvia silvia|terence terry terrence|teresa terri theresa terry tess|theodore ted theo theodor teddy|thomas tom thos tommy tomas thom|timothy tim|victor
vic viktor|vincent vince vincenzo|virginia ginny|walter walt wally walther|wilhelm william willem guillermo guillaume guglielmo vilhelm|william bill will wm billy
willie willm|winifred winnie|vladimir wladimir volodymyr|wilfred wilf wilfrid|yevgeny evgeny evgenii eugene|yuri iurii juri yury|aleksey alexei alexey aleksei|dmitri
dmitry dmitrii|sergei sergey serguei|lev leo leon|fyodor fedor theodor|nikita nikita|agnes inez ines|ann anna anne annie nancy anita ana hannah|barbara barb|caroline carrie carolyn carolina|
eleanor nell ellie elinor leonora|emma em|florence flo|gertrude gert trudy|harriet hattie|isabel isabella isobel belle|josephine jo josie|julia julie juliet|louise louisa|
lucy lucia luci|matilda tilly mathilda|rose rosa rosie|ruth ruthie|augustus gus august auguste agustin|abraham abe|frank francis franklin|johann johannes hans|konrad conrad curt kurt|leopold
leo poldi|ulrich uli|wolfgang wolf|xavier javier|yves ivo`;

const groupsOf = new Map<string, Set<number>>();
for (const [group, forms] of FORMS.split('|').entries())
  for (const form of forms.trim().split(/\s+/u)) {
    const folded = foldName(form);
    groupsOf.set(folded, (groupsOf.get(folded) ?? new Set()).add(group));
  }

/** Whether two folded given names are forms of one name: bill and william, geo and george, karl and carlos. */
export function areForms(left: string, right: string): boolean {
  const groups = groupsOf.get(left);
  const others = groupsOf.get(right);
  return groups !== undefined && others !== undefined && [...groups].some((group) => others.has(group));
}

const initialsOfGroup = new Map<number, Set<string>>();
for (const [form, groups] of groupsOf)
  for (const group of groups) initialsOfGroup.set(group, (initialsOfGroup.get(group) ?? new Set()).add(form.charAt(0)));

/** Whether one of a given name's other forms begins with this letter: w for bill, b for william. */
export function hasFormWith(initial: string, token: string): boolean {
  return [...(groupsOf.get(token) ?? [])].some((group) => initialsOfGroup.get(group)?.has(initial) === true);
}

/** The initials under which a given name may stand: its own first, then those of its other forms. */
export function initialsOf(token: string): ReadonlySet<string> {
  const initials = new Set([token.charAt(0)]);
  for (const group of groupsOf.get(token) ?? [])
    for (const initial of initialsOfGroup.get(group) ?? []) initials.add(initial);
  return initials;
}
